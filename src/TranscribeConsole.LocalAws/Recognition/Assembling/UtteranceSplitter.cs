using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>Guesses sentences: the engine knows words only, and a pause is all there is to go by.</summary>
internal static class UtteranceSplitter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(30);

    // After these people think and go on; a full stop there is nearly always wrong.
    private static readonly HashSet<string> Hanging =
    [
        "a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "for", "with", "from", "by", "as", "if", "that",
        "my", "your", "our", "their",
    ];

    /// <summary>The utterances of one channel from its segments in order.</summary>
    public static IEnumerable<Utterance> Split(IEnumerable<RecognisedSegment> segments)
    {
        var words = new List<RecognisedWord>();
        var channel = 0;
        bool beginsSentence = true, afterPause = false, afterCut = false;
        foreach (var segment in segments.Where(segment => segment.Words.Count > 0))
        {
            channel = segment.Channel;
            foreach (var word in segment.Words)
            {
                var endsSentence = words.Count > 0 && EndsSentence(words[^1], word, afterPause);
                if (endsSentence || (afterCut && words.Count > 0 && words[^1].End - words[0].Start > TooLong))
                {
                    yield return new Utterance(channel, words, beginsSentence, endsSentence);
                    (words, beginsSentence) = ([], endsSentence);
                }

                words.Add(word);
                afterPause = afterCut = false;
            }

            (afterPause, afterCut) = (segment.EndsAtPause, true);
        }

        if (words.Count > 0) yield return new Utterance(channel, words, beginsSentence, EndsSentence: true);
    }

    private static bool EndsSentence(RecognisedWord last, RecognisedWord next, bool pauseBetween)
    {
        var gap = next.Start - last.End;
        return gap >= LongPause || ((pauseBetween || gap >= Pause) && !Hanging.Contains(last.Text));
    }
}
