using System.Text;

namespace TranscribeConsole.Transcripts;

/// <summary>Merges a transcript's stretches of speech to turns.</summary>
internal sealed class TurnList
{
    private static readonly TimeSpan PieceGap = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan ParagraphGap = TimeSpan.FromSeconds(2);

    // From the first length on a turn ends with its sentence, from the second on in any case.
    private static readonly (TimeSpan Long, TimeSpan Longest) Paragraph = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
    private static readonly (TimeSpan Long, TimeSpan Longest) Monologue = (TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));

    private readonly Transcript _transcript;
    private readonly List<Turn> _turns = [];
    private readonly List<Piece> _open = [];
    private readonly ItemLanguages _languages;
    private TextAlignment? _alignment;

    private TurnList(Transcript transcript) => (_transcript, _languages) = (transcript, new ItemLanguages(transcript));

    /// <summary>A stretch of speech that is not cut further.</summary>
    /// <param name="First">Where its text begins, counted in what <see cref="_alignment"/> has aligned: audio segments or items.</param>
    /// <param name="Last">Where its text ends.</param>
    /// <param name="Text">Null: that of its items.</param>
    private readonly record struct Piece(
        string? Speaker,
        string? Channel,
        string? Language,
        TimeSpan Start,
        TimeSpan End,
        bool EndsSentence,
        int First,
        int Last,
        string? Text,
        ReadOnlyMemory<int> Items)
    {
        public bool IsLabelled => Speaker is not null || Channel is not null;
    }

    public static IReadOnlyList<Turn> Of(Transcript transcript)
    {
        var list = new TurnList(transcript);
        if (transcript.AudioSegments is { Count: > 0 } segments) list.AddSegments(segments);
        else list.AddItems(transcript.Items);
        list.CloseTurn();
        if (list._turns.Count > 0 || transcript.Text.Length == 0) return [.. list._turns];
        list._turns.Add(TurnOf(new Piece { Language = list._languages.Of(own: null, []) }, transcript.Duration, transcript.Text, []));
        return [.. list._turns];
    }

    private void AddSegments(IReadOnlyList<AudioSegment> segments)
    {
        _alignment = TextAlignment.Find(_transcript.Text, segments.Count, index => segments[index].Transcript);
        for (var index = 0; index < segments.Count; index++)
        {
            var segment = segments[index];
            if (segment.Transcript.Length == 0) continue;
            var first = segment.Items.IsEmpty ? default(TranscriptItem?) : _transcript.Items[segment.Items.Span[0]];
            Add(new Piece(
                NotEmpty(segment.SpeakerLabel) ?? first?.SpeakerLabel,
                NotEmpty(segment.ChannelLabel) ?? first?.ChannelLabel,
                _languages.Of(segment.LanguageCode, segment.Items.Span),
                segment.Start,
                TimeSpan.FromTicks(Math.Max(segment.Start.Ticks, segment.End.Ticks)),
                Sentence.Ends(segment.Transcript),
                index,
                index,
                segment.Transcript,
                segment.Items));
        }
    }

    // Files without audio segments: pieces end with a sentence, at a pause, or when the label changes.
    private void AddItems(ItemList items)
    {
        _alignment = TextAlignment.Find(_transcript.Text, items.Count, index => items[index].Content);
        var all = new int[items.Count];
        var first = 0;
        for (var index = 0; index < items.Count; index++)
        {
            all[index] = index;
            if (index + 1 < items.Count && !BreaksAfter(items[first], items[index], items[index + 1])) continue;
            Add(PieceOf(items, all.AsMemory(first, index + 1 - first)));
            first = index + 1;
        }
    }

    private static bool BreaksAfter(TranscriptItem first, TranscriptItem item, TranscriptItem next)
    {
        if (next.Type == ItemType.Punctuation) return false;
        return item.SpeakerLabel != next.SpeakerLabel
            || item.ChannelLabel != next.ChannelLabel
            || (item.Type == ItemType.Punctuation && Sentence.Ends(item.Content))
            || next.Start - item.End >= PieceGap
            || next.End - first.Start > Paragraph.Long; // nobody paused or marked a sentence for that long
    }

    private Piece PieceOf(ItemList items, ReadOnlyMemory<int> positions)
    {
        var (first, last) = (items[positions.Span[0]], items[positions.Span[^1]]);
        var previousEnd = _open.Count > 0 ? _open[^1].End : TimeSpan.Zero;
        var (start, end) = (first.Start ?? previousEnd, first.End ?? previousEnd);
        foreach (var position in positions.Span)
            if (items[position].End is { } itemEnd && itemEnd > end) end = itemEnd;
        return new Piece(
            first.SpeakerLabel,
            first.ChannelLabel,
            _languages.Of(own: null, positions.Span),
            start,
            end,
            Sentence.Ends(last.Content),
            positions.Span[0],
            positions.Span[^1],
            Text: null,
            positions);
    }

    private void Add(Piece piece)
    {
        if (_open.Count > 0 && !Continues(piece)) CloseTurn();
        _open.Add(piece);
    }

    private bool Continues(Piece next)
    {
        var (first, last) = (_open[0], _open[^1]);
        if (last.Speaker != next.Speaker || last.Channel != next.Channel || last.Language != next.Language) return false;
        var length = last.End - first.Start;
        var (isLong, longest) = next.IsLabelled ? Monologue : Paragraph;
        return (next.IsLabelled || next.Start - last.End < ParagraphGap)
            && length < longest
            && !(length >= isLong && last.EndsSentence);
    }

    private void CloseTurn()
    {
        if (_open.Count == 0) return;
        var positions = Positions();
        var first = _open[0] with { Start = _open.Min(piece => piece.Start) };
        _turns.Add(TurnOf(first, _open.Max(piece => piece.End), TextOf(positions), positions));
        _open.Clear();
    }

    private static Turn TurnOf(Piece first, TimeSpan end, string text, int[] positions) => new(
        TurnId.Of(positions, first.Start, end, text), first.Speaker, first.Channel, first.Language, first.Start, end, text, positions);

    private int[] Positions()
    {
        var positions = new int[_open.Sum(piece => piece.Items.Length)];
        var at = 0;
        foreach (var piece in _open)
        {
            piece.Items.CopyTo(positions.AsMemory(at));
            at += piece.Items.Length;
        }

        return positions;
    }

    // Never by joining where it can be helped: the spaces of some scripts are not known.
    private string TextOf(int[] positions)
    {
        if (_alignment is not null) return _alignment.Slice(_open[0].First, _open[^1].Last);
        if (_open[0].Text is null) return TextJoin.Join(_transcript.Items, positions);
        var text = new StringBuilder();
        foreach (var piece in _open) TextJoin.Append(text, piece.Text!);
        return text.ToString();
    }

    private static string? NotEmpty(string? label) => label is "" ? null : label;
}
