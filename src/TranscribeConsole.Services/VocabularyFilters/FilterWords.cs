using System.Text;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.VocabularyFilters;

/// <summary>The words of a filter: one a line, and a row of the form is a line.</summary>
public static class FilterWords
{
    /// <summary>The words without blank lines and doubles.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> lines) =>
        [.. lines.Select(line => line.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The lines of a file; commas separate words too, as in a list of a vocabulary.</summary>
    public static IReadOnlyList<string> Lines(string text) => [.. text.TrimEnd('\n').Split('\n').SelectMany(line => line.Split(',', '\t')).Select(word => word.Trim())];

    /// <summary>The rules that lines break, each with its line from 1.</summary>
    public static IEnumerable<FilterLineProblem> Check(IEnumerable<string> lines, Quotas quotas)
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, line) in lines.Index())
        {
            var word = line.Trim();
            var number = index + 1;
            if (word.Length == 0) continue;
            if (word.Any(char.IsWhiteSpace)) yield return new(number, $"Line {number} holds “{word}”: each line is one word without spaces.", IsFault: true);
            else if (word.Length > quotas.MaxPhraseLength)
                yield return new(number, $"Line {number} has {word.Length} characters; a word can have up to {quotas.MaxPhraseLength}.", IsFault: true);
            else if (!first.TryAdd(word, number)) yield return new(number, $"Line {number}, “{word}”, is the same as line {first[word]}: case makes no difference. It is left out.", IsFault: false);
        }
    }

    /// <summary>Bytes that count against the service's limit.</summary>
    public static int Size(IEnumerable<string> words) => words.Sum(word => Encoding.UTF8.GetByteCount(word) + 1);
}

/// <param name="IsFault">The service would refuse it; else it is put right without asking.</param>
public sealed record FilterLineProblem(int Line, string Message, bool IsFault);
