namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>A word with the punctuation that follows it, as a caption shows it. Times in milliseconds.</summary>
/// <param name="Label">Who says it: the channel's or the speaker's label.</param>
internal readonly record struct SpokenWord(string Text, int Start, int End, string? Label, bool EndsSentence)
{
    /// <summary>The words of a transcript, in the order of its items.</summary>
    public static List<SpokenWord> Of(ItemList items)
    {
        var words = new List<SpokenWord>(items.Count);
        foreach (var item in items)
        {
            if (item.Type == ItemType.Punctuation) AddMark(words, item.Content);
            else AddWord(words, item);
        }

        return words;
    }

    private static void AddMark(List<SpokenWord> words, string mark)
    {
        if (words.Count == 0) return; // nothing to hang it on
        words[^1] = words[^1] with { Text = words[^1].Text + mark.Trim(), EndsSentence = Sentence.Ends(mark) };
    }

    // A vocabulary's phrase is one item of several words, and a line may break in it: its time is shared out by length.
    private static void AddWord(List<SpokenWord> words, TranscriptItem item)
    {
        var parts = item.Content.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var previous = words.Count > 0 ? words[^1].End : 0;
        var start = item.Start is { } from ? (int)from.TotalMilliseconds : previous;
        var end = Math.Max(start, item.End is { } to ? (int)to.TotalMilliseconds : start);
        double letters = parts.Sum(part => part.Length);
        var said = 0;
        foreach (var part in parts)
        {
            var partStart = start + (int)((end - start) * (said / letters));
            said += part.Length;
            var partEnd = start + (int)((end - start) * (said / letters));
            words.Add(new SpokenWord(part, partStart, partEnd, item.ChannelLabel ?? item.SpeakerLabel, EndsSentence: false));
        }
    }
}
