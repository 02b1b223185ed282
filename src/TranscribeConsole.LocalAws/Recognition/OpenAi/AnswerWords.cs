using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>Makes timed words of an answer: the text as it is written, with the times that the answer has.</summary>
internal static class AnswerWords
{
    /// <param name="duration">Of the stretch; times beyond it are cut to it.</param>
    public static IReadOnlyList<RecognisedWord> Of(SpeechAnswer answer, TimeSpan duration)
    {
        var timed = new TimedText(answer, duration);
        var words = new List<RecognisedWord>();
        var (letter, held) = (0, "");
        foreach (var token in SpokenText.Tokens(timed.Text, timed.BeginsWord))
        {
            var letters = SpokenText.Letters(token);
            var (content, marks) = SpokenText.Divide(token);
            if (letters > 0)
            {
                words.Add(Word(timed, letter, letters, duration, words) with { Text = held + content, Punctuation = marks });
                (letter, held) = (letter + letters, "");
            }
            else if (content.Length == 0 && words is [.., { Punctuation: null } last])
            {
                words[^1] = last with { Punctuation = marks }; // a mark with a space before it, as the French write
            }
            else
            {
                held += token + " "; // a dash or a note goes with what follows
            }
        }

        return words;
    }

    private static RecognisedWord Word(TimedText timed, int letter, int letters, TimeSpan duration, List<RecognisedWord> before)
    {
        var earliest = before.Count > 0 ? before[^1].Start : TimeSpan.Zero;
        var start = Between(timed.StartOf(letter), earliest, duration);
        var end = Between(timed.EndOf(letter + letters - 1), start, duration);
        double? confidence = timed.ConfidenceOf(letter) is { } known ? Math.Clamp(known, 0, 1) : null;
        return new RecognisedWord("", start, end, confidence) { IsWritten = true };
    }

    private static TimeSpan Between(double seconds, TimeSpan earliest, TimeSpan latest) =>
        TimeSpan.FromSeconds(Math.Clamp(seconds, earliest.TotalSeconds, Math.Max(earliest.TotalSeconds, latest.TotalSeconds)));
}
