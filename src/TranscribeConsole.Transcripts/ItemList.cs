using System.Collections;
using TranscribeConsole.Transcripts.Items;

namespace TranscribeConsole.Transcripts;

/// <summary>Items of a transcript, kept as numbers; each <see cref="TranscriptItem"/> is made when it is asked for.</summary>
public sealed class ItemList : IReadOnlyList<TranscriptItem>
{
    private readonly ItemTexts _texts;
    private readonly ReadOnlyMemory<ItemData> _data;
    private readonly IReadOnlyDictionary<int, Redaction[]> _redactions;
    private readonly int _offset;

    /// <param name="offset">Position of the first item in the array that <paramref name="redactions"/> counts in.</param>
    internal ItemList(ItemTexts texts, ReadOnlyMemory<ItemData> data, IReadOnlyDictionary<int, Redaction[]> redactions, int offset = 0) =>
        (_texts, _data, _redactions, _offset) = (texts, data, redactions, offset);

    public int Count => _data.Length;

    public TranscriptItem this[int index] => View(index, _data.Span[index]);

    internal ReadOnlySpan<ItemData> Data => _data.Span;

    internal ItemTexts Texts => _texts;

    public IEnumerator<TranscriptItem> GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private TranscriptItem View(int index, in ItemData data) => new()
    {
        Id = index,
        Type = data.Kind,
        Content = _texts.Content(data.Content),
        Start = Time(data.StartMilliseconds),
        End = Time(data.EndMilliseconds),
        Confidence = double.IsNaN(data.Confidence) ? null : data.Confidence,
        SpeakerLabel = _texts.Label(data.Speaker),
        ChannelLabel = _texts.Label(data.Channel),
        LanguageCode = _texts.Label(data.Language),
        VocabularyFilterMatch = data.VocabularyFilterMatch,
        Redactions = _redactions.TryGetValue(_offset + index, out var redactions) ? redactions : [],
    };

    private static TimeSpan? Time(int milliseconds) => milliseconds < 0 ? null : TimeSpan.FromMilliseconds(milliseconds);
}
