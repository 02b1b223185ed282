namespace TranscribeConsole.Transcripts.Words;

/// <summary>Gives the words of a text that is not quite what was recognised their times.</summary>
internal sealed class WordSpreading(ItemList items, Turn turn, string text)
{
    private readonly List<Heard> _heard = HeardIn(items, turn);
    private readonly List<TextToken> _tokens = TextToken.Of(text);
    private readonly List<TurnWord> _words = [];

    /// <summary>A recognised token: part of an item, for an item may hold several words.</summary>
    private readonly record struct Heard(int Item, string Key, TimeSpan Start, TimeSpan End, bool IsFirst, bool IsLast);

    public IReadOnlyList<TurnWord> Spread()
    {
        var matches = WordDiff.Match([.. _heard.Select(heard => heard.Key)], [.. _tokens.Select(token => token.Key(text))]);
        for (var at = 0; at < matches.Length;)
        {
            var run = at;
            while (run < matches.Length && matches[run] < 0) run++;
            if (run > at)
            {
                AddTyped(at, run, At(matches, at - 1), At(matches, run));
                at = run;
            }
            else
            {
                at += AddHeard(matches, at);
            }
        }

        return _words;
    }

    private static int? At(int[] matches, int at) => at >= 0 && at < matches.Length ? matches[at] : null;

    // Tokens of one item that still stand together are one word again.
    private int AddHeard(int[] matches, int at)
    {
        var (first, count) = (matches[at], 1);
        while (at + count < matches.Length && matches[at + count] == first + count && !_heard[first + count].IsFirst && Touch(at + count)) count++;
        var (heard, last) = (_heard[first], _heard[first + count - 1]);
        var token = _tokens[at];
        var length = _tokens[at + count - 1].Offset + _tokens[at + count - 1].Length - token.Offset;
        if (!heard.IsFirst || !last.IsLast)
        {
            _words.Add(new TurnWord { Offset = token.Offset, Length = length, Start = heard.Start, End = last.End });
            return count;
        }

        // "U.S." keeps its last mark, although a mark at the end of a token is usually the sentence's.
        var content = items.Texts.Content(items.Data[heard.Item].Content);
        if (text.AsSpan(token.Offset).StartsWith(content, StringComparison.OrdinalIgnoreCase)) length = content.Length;
        var previousEnd = _words.Count > 0 ? _words[^1].End : turn.Start;
        _words.Add(WordAlignment.WordOf(items, heard.Item, token.Offset, length, previousEnd));
        return count;
    }

    private bool Touch(int at)
    {
        var between = text.AsSpan()[(_tokens[at - 1].Offset + _tokens[at - 1].Length).._tokens[at].Offset];
        return between.IsWhiteSpace();
    }

    // The run shares the time of the words that stood there; where none stood, the pause between its neighbours.
    private void AddTyped(int from, int to, int? before, int? after)
    {
        var (firstGone, lastGone) = ((before ?? -1) + 1, (after ?? _heard.Count) - 1);
        var (start, end) = firstGone <= lastGone ? (_heard[firstGone].Start, _heard[lastGone].End) : PauseBetween(before, after);
        var length = Math.Max(0, (end - start).Ticks);
        var letters = _tokens.Skip(from).Take(to - from).Sum(token => (long)token.Length);
        var said = 0L;
        for (var at = from; at < to; at++)
        {
            var token = _tokens[at];
            var (begins, ends) = (Share(start, length, said, letters), Share(start, length, said += token.Length, letters));
            _words.Add(new TurnWord { Offset = token.Offset, Length = token.Length, Start = begins, End = ends });
        }
    }

    // Words may lie outside the bounds of their turn.
    private (TimeSpan Start, TimeSpan End) PauseBetween(int? before, int? after)
    {
        TimeSpan? ended = before is { } b ? _heard[b].End : null;
        TimeSpan? begins = after is { } a ? _heard[a].Start : null;
        return (ended ?? (begins < turn.Start ? begins.Value : turn.Start), begins ?? (ended > turn.End ? ended.Value : turn.End));
    }

    private static List<Heard> HeardIn(ItemList items, Turn turn)
    {
        var heard = new List<Heard>(turn.Items.Length);
        var time = turn.Start;
        foreach (var position in turn.Items.Span)
        {
            if (items.Data[position].Kind == ItemType.Punctuation) continue;
            var content = items.Texts.Content(items.Data[position].Content);
            var word = WordAlignment.WordOf(items, position, 0, content.Length, time);
            Add(heard, word, content);
            time = word.End;
        }

        return heard;
    }

    private static void Add(List<Heard> heard, TurnWord word, string content)
    {
        var tokens = TextToken.Of(content);
        var letters = tokens.Sum(token => (long)token.Length);
        var (said, length) = (0L, (word.End - word.Start).Ticks);
        for (var at = 0; at < tokens.Count; at++)
        {
            var (begins, ends) = (Share(word.Start, length, said, letters), Share(word.Start, length, said += tokens[at].Length, letters));
            heard.Add(new Heard(word.Item!.Value, tokens[at].Key(content), begins, ends, at == 0, at == tokens.Count - 1));
        }
    }

    // Whole milliseconds, which is all that files and pages count in.
    private static TimeSpan Share(TimeSpan start, long length, long said, long letters) =>
        start + TimeSpan.FromMilliseconds((long)(length * ((double)said / letters)) / TimeSpan.TicksPerMillisecond);
}
