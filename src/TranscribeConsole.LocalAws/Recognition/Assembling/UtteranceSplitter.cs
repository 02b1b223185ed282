using System.Buffers;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>Finds sentences by the engine's punctuation, or guesses them: where it knows words only, a pause is all there is to go by.</summary>
internal static class UtteranceSplitter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(30);

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?!。？！｡।؟۔");

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
        string? language = null;
        bool beginsSentence = true, afterPause = false, afterCut = false;
        foreach (var segment in segments.Where(segment => segment.Words.Count > 0))
        {
            channel = segment.Channel;
            foreach (var word in segment.Words)
            {
                var endsSentence = words.Count > 0 && EndsSentence(words[^1], word, afterPause);
                var isTooLong = afterCut && words.Count > 0 && words[^1].End - words[0].Start > TooLong;
                if (endsSentence || isTooLong || (words.Count > 0 && language != segment.LanguageCode))
                {
                    yield return new Utterance(channel, words, beginsSentence, endsSentence, language);
                    (words, beginsSentence) = ([], endsSentence);
                }

                language = segment.LanguageCode;
                words.Add(word);
                afterPause = afterCut = false;
            }

            (afterPause, afterCut) = (segment.EndsAtPause, true);
        }

        if (words.Count > 0) yield return new Utterance(channel, words, beginsSentence, EndsSentence: true, language);
    }

    private static bool EndsSentence(RecognisedWord last, RecognisedWord next, bool pauseBetween)
    {
        var gap = next.Start - last.End;
        if (gap >= LongPause) return true;
        if (last.IsWritten) return last.Punctuation is { } mark && mark.AsSpan().ContainsAny(SentenceEnds);
        return (pauseBetween || gap >= Pause) && !Hanging.Contains(last.Text);
    }
}
