namespace TranscribeConsole.Transcripts.Items;

/// <summary>Keeps one copy of each text and numbers them from 0: a four-hour talk has few thousand different words.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public int Count => _texts.Count;

    public string this[int number] => _texts[number];

    public int Add(ReadOnlySpan<char> text)
    {
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var number)) return number;
        number = _texts.Count;
        var copy = text.ToString();
        _texts.Add(copy);
        _numbers.Add(copy, number);
        return number;
    }

    public string[] ToArray() => [.. _texts];
}
