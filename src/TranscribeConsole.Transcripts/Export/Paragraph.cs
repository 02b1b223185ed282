using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>A paragraph of an export.</summary>
/// <param name="Turn">Number of its turn, from 0.</param>
/// <param name="BeginsTurn">Whether it is the first of its turn.</param>
/// <param name="Speaker">Who speaks; null in a plain transcript.</param>
/// <param name="Text">On one line.</param>
/// <param name="Words">With offsets in <paramref name="Text"/>; empty where nothing but marks is left of the text.</param>
internal sealed record Paragraph(
    int Turn,
    bool BeginsTurn,
    string? Speaker,
    string? Label,
    string? LanguageCode,
    bool IsCorrected,
    string Text,
    IReadOnlyList<TurnWord> Words,
    TimeSpan Start,
    TimeSpan End)
{
    // A turn of parts joins short ones (two labels of one name) to a paragraph of up to this length.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    /// <summary>The selected paragraphs, in the transcript's order; none is empty.</summary>
    public static IEnumerable<Paragraph> Of(EditedTranscript transcript, ExportOptions options)
    {
        var number = 0;
        foreach (var turn in options.Selection.Turns(transcript))
        {
            var begins = true;
            foreach (var paragraph in Joined(turn, options).SelectMany(whole => Divided(whole, options)))
            {
                yield return paragraph with { Turn = number, BeginsTurn = begins };
                begins = false;
            }

            if (!begins) number++;
        }
    }

    private static IEnumerable<Paragraph> Joined(EditedTurn turn, ExportOptions options)
    {
        Paragraph? open = null;
        foreach (var part in turn.Parts)
        {
            if (Selected(turn, part, options) is not { } next) continue;
            if (open is not null && open.End - open.Start < Long && open.LanguageCode == next.LanguageCode && open.Label != next.Label)
            {
                open = open.Join(next);
                continue;
            }

            if (open is not null) yield return open;
            open = next;
        }

        if (open is not null) yield return open;
    }

    private static Paragraph? Selected(EditedTurn turn, EditedPart part, ExportOptions options)
    {
        if (string.IsNullOrWhiteSpace(part.Text)) return null;
        var words = part.Words();
        var whole = new Paragraph(
            0, false, turn.Speaker, part.Turn.Label, part.Turn.LanguageCode, part.Correction is not null, part.Text, words, part.Turn.Start, part.Turn.End);
        if (options.Selection.IsAll) return whole.Slice(0, words.Count, keepsTimes: true);
        var (first, count) = options.Selection.Within(part, words);
        return count == 0 ? null : whole.Slice(first, count, keepsTimes: count == words.Count);
    }

    private static IEnumerable<Paragraph> Divided(Paragraph whole, ExportOptions options)
    {
        var first = 0;
        for (var at = 1; at < whole.Words.Count && options.Paragraphs == Paragraphs.Pause; at++)
        {
            if (whole.Words[at].Start - whole.Words[at - 1].End < options.ParagraphPause) continue;
            yield return whole.Slice(first, at - first, keepsTimes: false);
            first = at;
        }

        yield return whole.Slice(first, whole.Words.Count - first, keepsTimes: first == 0);
    }

    // Some of the words, with the marks around them.
    private Paragraph Slice(int first, int count, bool keepsTimes)
    {
        if (count == 0) return this with { Text = Text.Trim() };
        var from = first == 0 ? 0 : WordBorder.Between(Text, Words[first - 1], Words[first]);
        var to = first + count == Words.Count ? Text.Length : WordBorder.Between(Text, Words[first + count - 1], Words[first + count]);
        while (from < to && char.IsWhiteSpace(Text[from])) from++;
        var words = new TurnWord[count];
        for (var at = 0; at < count; at++) words[at] = Words[first + at] with { Offset = Words[first + at].Offset - from };
        return this with
        {
            Text = Text[from..to].TrimEnd(),
            Words = words,
            Start = keepsTimes ? Start : words.Min(word => word.Start),
            End = keepsTimes ? End : words.Max(word => word.End),
        };
    }

    private Paragraph Join(Paragraph next)
    {
        var space = TextJoin.NeedsSpace(Text[^1], next.Text[0]) ? " " : "";
        var shift = Text.Length + space.Length;
        return this with
        {
            Text = string.Concat(Text, space, next.Text),
            Words = [.. Words, .. next.Words.Select(word => word with { Offset = word.Offset + shift })],
            IsCorrected = IsCorrected || next.IsCorrected,
            End = next.End > End ? next.End : End,
        };
    }
}
