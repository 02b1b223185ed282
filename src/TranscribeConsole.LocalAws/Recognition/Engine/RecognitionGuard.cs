namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>Tells words from what the recogniser makes of music and noise: "the the the the the", all of it improbable.</summary>
internal static class RecognitionGuard
{
    private const double MinMeanConfidence = 0.15;
    private const int MaxRepeats = 4;

    /// <summary>Whether the words of one segment are worth showing.</summary>
    public static bool IsPlausible(IReadOnlyList<RecognisedWord> words) =>
        words.Count > 0 && words.Average(word => word.Confidence ?? 1) >= MinMeanConfidence && LongestRun(words) <= MaxRepeats;

    private static int LongestRun(IReadOnlyList<RecognisedWord> words)
    {
        int longest = 1, run = 1;
        for (var i = 1; i < words.Count; i++)
        {
            run = words[i].Text == words[i - 1].Text ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
