using TranscribeConsole.Transcripts.Items;

namespace TranscribeConsole.Transcripts.Json.Reading;

/// <summary>Collects the items of one kind of list: the transcript's own, the channels', or the alternatives'.</summary>
internal sealed class ItemCollector
{
    private readonly Dictionary<int, Redaction[]> _redactions = [];
    private readonly List<Redaction> _ownRedactions = [];
    private ItemData _item;
    private int _alternatives;
    private int? _id;
    private bool _hasType;

    public List<ItemData> Items { get; } = [];

    /// <summary>Ids as the file has them; null as long as every id is the item's position.</summary>
    public List<int>? Ids { get; private set; }

    public ref ItemData Item => ref _item;

    /// <summary>The redaction being read.</summary>
    public Redaction Redaction { get; set; }

    /// <summary>Whether the best alternative is being read, or an item that has none but its own content.</summary>
    public bool IsBest => _alternatives <= 1;

    public void Clear()
    {
        Items.Clear();
        _redactions.Clear();
        Ids = null;
    }

    public void BeginItem()
    {
        (_item, _alternatives, _id, _hasType) = (new ItemData(), 0, null, false);
        _ownRedactions.Clear();
    }

    public void BeginAlternative() => _alternatives++;

    public void SetId(int id) => _id = id;

    public void SetType(ReadOnlySpan<char> type)
    {
        _hasType = true;
        _item.Kind = type is "punctuation" ? ItemType.Punctuation : ItemType.Pronunciation;
    }

    public void EndRedaction()
    {
        if (IsBest) _ownRedactions.Add(Redaction);
    }

    public void EndItem()
    {
        if (!_hasType) _item.Kind = _item.StartMilliseconds < 0 ? ItemType.Punctuation : ItemType.Pronunciation;
        if (_id is null) _item.Absent |= NotInFile.Id;
        if (_item.Kind == ItemType.Punctuation)
        {
            if (double.IsNaN(_item.Confidence)) _item.Absent |= NotInFile.Confidence;
            _item.Confidence = double.NaN; // "0.0", null or absent all mean none
        }

        if (_ownRedactions.Count > 0) _redactions[Items.Count] = [.. _ownRedactions];
        NoteId();
        Items.Add(_item);
    }

    /// <summary>All collected items, to be sliced.</summary>
    public Func<int, int, ItemList> ToLists(ItemTexts texts)
    {
        var data = Items.ToArray();
        return (first, count) => new ItemList(texts, data.AsMemory(first, count), _redactions, first);
    }

    private void NoteId()
    {
        if (Ids is null && (_id ?? Items.Count) != Items.Count) Ids = [.. Enumerable.Range(0, Items.Count)];
        Ids?.Add(_id ?? Items.Count);
    }
}
