using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>Other readings of an utterance: each has one word swapped for what may have been said instead.</summary>
/// <remarks>
/// One word only: the probabilities say nothing about two doubts at once, and readings that combine them were measured to be further
/// from what was said.
/// </remarks>
internal static class OtherReadings
{
    private const double Floor = 1e-6;

    /// <param name="count">Most that are wanted.</param>
    /// <returns>Most probable first, compared with the word that each replaces.</returns>
    public static IEnumerable<IReadOnlyList<RecognisedWord>> Of(IReadOnlyList<RecognisedWord> words, int count) => words
        .SelectMany((word, position) => word.Others.Select(other => (Position: position, Other: other, Chance: other.Confidence / Math.Max(word.Confidence ?? 1, Floor))))
        .OrderByDescending(swap => swap.Chance)
        .Take(count)
        .Select(swap => Swapped(words, swap.Position, swap.Other));

    private static RecognisedWord[] Swapped(IReadOnlyList<RecognisedWord> words, int position, WordReading other)
    {
        RecognisedWord[] changed = [.. words];
        changed[position] = words[position] with { Text = other.Text, Confidence = other.Confidence };
        return changed;
    }
}
