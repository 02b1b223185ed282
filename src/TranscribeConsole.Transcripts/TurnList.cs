using System.Text;

namespace TranscribeConsole.Transcripts;

/// <summary>Merges a transcript's stretches of speech to turns.</summary>
internal sealed class TurnList
{
    private static readonly TimeSpan PieceGap = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan ParagraphGap = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongParagraph = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestParagraph = TimeSpan.FromSeconds(60);

    private readonly Transcript _transcript;
    private readonly List<Turn> _turns = [];
    private readonly List<Piece> _open = [];
    private TextAlignment? _alignment;

    private TurnList(Transcript transcript) => _transcript = transcript;

    /// <summary>A stretch of speech that is not cut further; <paramref name="Text"/> null: that of its items.</summary>
    private readonly record struct Piece(
        string? Speaker, string? Channel, TimeSpan Start, TimeSpan End, bool EndsSentence, string? Text, ReadOnlyMemory<int> Items);

    public static IReadOnlyList<Turn> Of(Transcript transcript)
    {
        var list = new TurnList(transcript);
        if (transcript.AudioSegments is { Count: > 0 } segments) list.AddSegments(segments);
        else list.AddItems(transcript.Items);
        list.CloseTurn();
        if (list._turns.Count > 0 || transcript.Text.Length == 0) return [.. list._turns];
        return [new Turn(null, null, TimeSpan.Zero, transcript.Duration, transcript.Text, ReadOnlyMemory<int>.Empty)];
    }

    private void AddSegments(IReadOnlyList<AudioSegment> segments)
    {
        foreach (var segment in segments)
        {
            if (segment.Transcript.Length == 0) continue;
            var first = segment.Items.IsEmpty ? default(TranscriptItem?) : _transcript.Items[segment.Items.Span[0]];
            Add(new Piece(
                NotEmpty(segment.SpeakerLabel) ?? first?.SpeakerLabel,
                NotEmpty(segment.ChannelLabel) ?? first?.ChannelLabel,
                segment.Start,
                segment.End,
                Sentence.Ends(segment.Transcript),
                segment.Transcript,
                segment.Items));
        }
    }

    // Files without audio segments: pieces end with a sentence, at a pause, or when the label changes.
    private void AddItems(ItemList items)
    {
        _alignment = TextAlignment.Find(_transcript.Text, items);
        var all = new int[items.Count];
        var first = 0;
        for (var index = 0; index < items.Count; index++)
        {
            all[index] = index;
            if (index + 1 < items.Count && !BreaksAfter(items[index], items[index + 1])) continue;
            Add(PieceOf(items, all.AsMemory(first, index + 1 - first)));
            first = index + 1;
        }
    }

    private static bool BreaksAfter(TranscriptItem item, TranscriptItem next)
    {
        if (next.Type == ItemType.Punctuation) return false;
        return item.SpeakerLabel != next.SpeakerLabel
            || item.ChannelLabel != next.ChannelLabel
            || (item.Type == ItemType.Punctuation && Sentence.Ends(item.Content))
            || next.Start - item.End >= PieceGap;
    }

    private Piece PieceOf(ItemList items, ReadOnlyMemory<int> positions)
    {
        var (first, last) = (items[positions.Span[0]], items[positions.Span[^1]]);
        var previousEnd = _open.Count > 0 ? _open[^1].End : TimeSpan.Zero;
        var (start, end) = (first.Start ?? previousEnd, first.End ?? previousEnd);
        foreach (var position in positions.Span)
            if (items[position].End is { } itemEnd && itemEnd > end) end = itemEnd;
        return new Piece(first.SpeakerLabel, first.ChannelLabel, start, end, Sentence.Ends(last.Content), null, positions);
    }

    private void Add(Piece piece)
    {
        if (_open.Count > 0 && !Continues(piece)) CloseTurn();
        _open.Add(piece);
    }

    private bool Continues(Piece next)
    {
        var (first, last) = (_open[0], _open[^1]);
        if (last.Speaker != next.Speaker || last.Channel != next.Channel) return false;
        if (next.Speaker is not null || next.Channel is not null) return true;
        var length = last.End - first.Start;
        return next.Start - last.End < ParagraphGap
            && length < LongestParagraph
            && !(length >= LongParagraph && last.EndsSentence);
    }

    private void CloseTurn()
    {
        if (_open.Count == 0) return;
        var positions = Positions();
        var end = _open.Max(piece => piece.End);
        _turns.Add(new Turn(_open[0].Speaker, _open[0].Channel, _open[0].Start, end, TextOf(positions), positions));
        _open.Clear();
    }

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

    private string TextOf(int[] positions)
    {
        if (_open[0].Text is null)
            return _alignment?.Slice(positions[0], positions[^1]) ?? TextJoin.Join(_transcript.Items, positions);
        var text = new StringBuilder();
        foreach (var piece in _open) TextJoin.Append(text, piece.Text!);
        return text.ToString();
    }

    private static string? NotEmpty(string? label) => label is "" ? null : label;
}
