using System.Text;

namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Lays words out in caption lines; only a word that is longer than a line makes a longer line.</summary>
internal sealed class CueLines(SubtitleOptions options)
{
    /// <summary>Whether the words fit in one cue, with the speaker in front where cues name one.</summary>
    public bool Fit(IReadOnlyList<SpokenWord> words) => words.Count == 1 || CountLines(words, PrefixWidth(words[0].Speaker)) <= options.Lines;

    /// <summary>Whether what somebody says fits on one line, with who says it or a dash in front.</summary>
    public bool FitOnALine(Voice voice) =>
        Width(voice.Words, 0, voice.Words.Count) + Math.Max(2, PrefixWidth(voice.Speaker)) <= options.LineLength;

    /// <summary>The lines of a cue, of nearly equal length, as few as possible.</summary>
    /// <param name="before">Who spoke in the cue before.</param>
    public IEnumerable<string> Of(Cue cue, string? before)
    {
        if (cue.Voices is [var voice]) return LinesOf(Prefixed(voice, before));
        return cue.Voices.Select(one => options.SpeakerPrefix && one.Speaker is not null
            ? Join(Prefixed(one, before: null))
            : $"- {Join(one.Words)}");
    }

    private IReadOnlyList<SpokenWord> Prefixed(Voice voice, string? before) =>
        options.SpeakerPrefix && voice.Speaker is { } speaker && speaker != before ? [PrefixOf(speaker), .. voice.Words] : voice.Words;

    // A name takes at most half of the line.
    private SpokenWord PrefixOf(string speaker)
    {
        var longest = options.LineLength / 2 - 1;
        if (speaker.Length > longest)
            speaker = string.Concat(speaker.AsSpan(0, longest - (char.IsHighSurrogate(speaker[longest - 1]) ? 1 : 0)).TrimEnd(), "\u2026");
        return SpokenWord.Of($"{speaker}:", 0, 0, speaker, endsSentence: false);
    }

    private int PrefixWidth(string? speaker) => options.SpeakerPrefix && speaker is not null ? PrefixOf(speaker).Width + 1 : 0;

    private int CountLines(IReadOnlyList<SpokenWord> words, int prefix)
    {
        var (lines, width) = (1, prefix + words[0].Width);
        for (var at = 1; at < words.Count; at++)
        {
            width += Space(words, at) + words[at].Width;
            if (width <= options.LineLength) continue;
            (lines, width) = (lines + 1, words[at].Width);
            // A word that is longer than the line may stand in a cue, but not together with others.
            if (width > options.LineLength) return int.MaxValue;
        }

        return prefix + words[0].Width > options.LineLength ? int.MaxValue : lines;
    }

    // The lines differ least in length when the sum of their squares is smallest.
    private List<string> LinesOf(IReadOnlyList<SpokenWord> words)
    {
        for (var count = 1; count <= options.Lines; count++)
        {
            // best[at]: the smallest sum for the first words, and where the last of the lines begins.
            var best = new (long Sum, int Begin)[count + 1, words.Count + 1];
            for (var line = 0; line <= count; line++)
                for (var at = 0; at <= words.Count; at++) best[line, at] = (line == 0 && at == 0 ? 0 : long.MaxValue, 0);
            for (var line = 1; line <= count; line++) FillLine(words, best, line, anyLength: count == words.Count);
            if (best[count, words.Count].Sum == long.MaxValue) continue;
            var lines = new List<string>(count);
            for (int line = count, end = words.Count; line > 0; end = best[line, end].Begin, line--)
                lines.Insert(0, Join(words, best[line, end].Begin, end));
            return lines;
        }

        return [Join(words)]; // a speaker and a word longer than a line, where a cue has one line
    }

    private void FillLine(IReadOnlyList<SpokenWord> words, (long Sum, int Begin)[,] best, int line, bool anyLength)
    {
        for (var end = line; end <= words.Count; end++)
        {
            var width = 0;
            for (var begin = end - 1; begin >= line - 1; begin--)
            {
                width += words[begin].Width + (begin + 1 < end ? Space(words, begin + 1) : 0);
                if (width > options.LineLength && !(anyLength && begin == end - 1)) break;
                var sum = best[line - 1, begin].Sum;
                if (sum == long.MaxValue) continue;
                sum += (long)width * width;
                if (sum <= best[line, end].Sum) best[line, end] = (sum, begin);
            }
        }
    }

    private static int Width(IReadOnlyList<SpokenWord> words, int from, int to)
    {
        var width = words[from].Width;
        for (var at = from + 1; at < to; at++) width += Space(words, at) + words[at].Width;
        return width;
    }

    private static int Space(IReadOnlyList<SpokenWord> words, int at) => words[at].SpaceAfter(words[at - 1]);

    private static string Join(IReadOnlyList<SpokenWord> words) => Join(words, 0, words.Count);

    private static string Join(IReadOnlyList<SpokenWord> words, int from, int to)
    {
        var line = new StringBuilder();
        for (var at = from; at < to; at++)
        {
            if (at > from) line.Append(' ', Space(words, at));
            line.Append(words[at].Text);
        }

        return line.ToString();
    }
}
