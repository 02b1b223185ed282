using System.Globalization;
using System.Text;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>A word with the marks around it, as a caption shows it. Times in milliseconds.</summary>
/// <param name="Width">Characters as a reader counts them.</param>
/// <param name="Speaker">Who says it.</param>
/// <param name="IsJoined">Whether the text has no space before it.</param>
internal readonly record struct SpokenWord(string Text, int Width, int Start, int End, string? Speaker, bool EndsSentence, bool IsJoined)
{
    public static SpokenWord Of(string text, int start, int end, string? speaker, bool endsSentence, bool isJoined = false) =>
        new(text, WidthOf(text), start, end, speaker, endsSentence, isJoined);

    /// <summary>Characters between this word and the one before it on a line.</summary>
    public int SpaceAfter(SpokenWord before) => !IsJoined && TextJoin.NeedsSpace(before.Text[^1], Text[0]) ? 1 : 0;

    /// <summary>The words of a transcript, turn by turn.</summary>
    /// <param name="longest">A longer word of a script without spaces is cut, for it may be a whole sentence.</param>
    public static IEnumerable<SpokenWord> Of(EditedTranscript transcript, TranscriptSelection selection, int longest)
    {
        foreach (var turn in selection.Turns(transcript))
            foreach (var part in turn.Parts)
                foreach (var word in Of(turn.Speaker, part, selection))
                {
                    if (word.Width <= longest || !TextJoin.IsWrittenWithoutSpaces(word.Text[0])) yield return word;
                    else foreach (var sign in Split(word)) yield return sign;
                }
    }

    private static IEnumerable<SpokenWord> Of(string? speaker, EditedPart part, TranscriptSelection selection)
    {
        var words = part.Words();
        var (first, count) = selection.Within(part, words);
        var begins = first == 0 ? 0 : WordBorder.Between(part.Text, words[first - 1], words[first]);
        for (var at = first; at < first + count; at++)
        {
            var word = words[at];
            var ends = at + 1 < words.Count ? WordBorder.Between(part.Text, word, words[at + 1]) : part.Text.Length;
            var endsSentence = Sentence.IsIn(part.Text.AsSpan(word.EndOffset, ends - word.EndOffset));
            var isJoined = at > first && !char.IsWhiteSpace(part.Text[begins - 1]);
            foreach (var spoken in Of(part.Text[begins..ends], word, speaker, endsSentence, isJoined)) yield return spoken;
            begins = ends;
        }
    }

    // A vocabulary's phrase is one item of several words, and a line may break in it: its time is shared out by length.
    private static IEnumerable<SpokenWord> Of(string text, TurnWord word, string? speaker, bool endsSentence, bool isJoined)
    {
        var parts = Parts(text);
        var (start, end) = ((int)word.Start.TotalMilliseconds, (int)word.End.TotalMilliseconds);
        double letters = parts.Sum(part => part.Length);
        var said = 0;
        for (var at = 0; at < parts.Count; at++)
        {
            var partStart = start + (int)((end - start) * (said / letters));
            said += parts[at].Length;
            var partEnd = start + (int)((end - start) * (said / letters));
            yield return Of(parts[at], partStart, partEnd, speaker, endsSentence && at == parts.Count - 1, isJoined && at == 0);
        }
    }

    // Files of 2018 write "word ?", and no line should begin with the mark.
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        foreach (var part in text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        {
            if (parts.Count > 0 && part is ("." or "," or "?" or "!")) parts[^1] += part;
            else parts.Add(part);
        }

        return parts;
    }

    private static IEnumerable<SpokenWord> Split(SpokenWord word)
    {
        var (length, time) = (word.Text.Length, (long)word.End - word.Start);
        for (int at = 0, next; at < length; at = next)
        {
            next = at + StringInfo.GetNextTextElementLength(word.Text, at);
            while (next < length && char.IsPunctuation(word.Text[next])) next++; // no line begins with a full stop
            yield return Of(
                word.Text[at..next],
                word.Start + (int)(time * at / length),
                word.Start + (int)(time * next / length),
                word.Speaker,
                word.EndsSentence && next == length,
                isJoined: at > 0 || word.IsJoined);
        }
    }

    private static int WidthOf(string text)
    {
        if (Ascii.IsValid(text)) return text.Length;
        var width = 0;
        for (var at = 0; at < text.Length; at += StringInfo.GetNextTextElementLength(text, at)) width++;
        return width;
    }
}
