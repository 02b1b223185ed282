using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace TranscribeConsole.Services.Vocabularies;

/// <summary>What a vocabulary file holds.</summary>
/// <param name="Notices">What was left out or understood in another way than it stands there.</param>
/// <param name="Problems">Lines that could not be read, a sentence each; their rows are missing from the entries.</param>
public sealed record VocabularyFileContent(IReadOnlyList<VocabularyEntry> Entries, IReadOnlyList<string> Notices, IReadOnlyList<string> Problems);

/// <summary>Reads the rows of a table (tabs), a list (lines or commas), a CSV file, or what a spreadsheet puts on the clipboard.</summary>
public static class VocabularyFileReader
{
    private static readonly string[] Columns = ["Phrase", "SoundsLike", "IPA", "DisplayAs"];

    /// <param name="text">Lines end with LF.</param>
    /// <param name="isCsv">Cells are separated by commas and may be quoted.</param>
    public static VocabularyFileContent Read(string text, bool isCsv)
    {
        var firstLine = text.Split('\n', 2)[0];
        if (!isCsv && !firstLine.Contains('\t', StringComparison.Ordinal) && !IsHeader(firstLine.Split('\t'))) return List(text);
        return Table([.. Records(text, isCsv ? ',' : '\t')], isCsv);
    }

    private static VocabularyFileContent List(string text)
    {
        var entries = text.Split('\n', ',').Select(part => part.Trim()).Where(phrase => phrase.Length > 0).Select(phrase => new VocabularyEntry(phrase));
        return new([.. entries], [], []);
    }

    private static VocabularyFileContent Table(IReadOnlyList<(int Line, string[] Cells)> records, bool isCsv)
    {
        if (records.Count == 0) return new([], [], ["The file has no rows."]);
        var notices = new List<string>();
        var problems = new List<string>();
        var header = records[0].Cells.Select(cell => cell.Trim()).ToArray();
        if (!IsHeader(header))
        {
            notices.Add("There is no header line. The first column was taken for Phrase and the last for DisplayAs.");
            header = Guessed(records[0].Cells.Length);
        }
        else
        {
            records = [.. records.Skip(1)];
            if (header.Except(Columns, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } unknown)
                notices.Add($"Columns that a vocabulary does not have were left out: {string.Join(", ", unknown)}.");
        }

        var (phrase, displayAs) = (IndexOf(header, "Phrase"), IndexOf(header, "DisplayAs"));
        if (phrase < 0) return new([], [], ["Line 1 has no column Phrase. The header of a table is Phrase, SoundsLike, IPA, DisplayAs."]);
        var entries = new List<VocabularyEntry>(records.Count);
        var ignored = false;
        foreach (var (line, cells) in records)
        {
            if (cells.Length != header.Length)
            {
                problems.Add(isCsv
                    ? $"Line {line} has {cells.Length} cells; the header has {header.Length}."
                    : $"Line {line} has {cells.Length - 1} tabs; the header has {header.Length - 1}.");
                continue;
            }

            ignored |= header.Zip(cells).Any(pair => pair.First.ToUpperInvariant() is "SOUNDSLIKE" or "IPA" && pair.Second.Trim().Length > 0);
            entries.Add(new(cells[phrase].Trim(), displayAs < 0 ? "" : cells[displayAs].Trim()));
        }

        if (ignored) notices.Add("SoundsLike and IPA are no longer supported by the service; what stood there was left out.");
        return new(entries, notices, problems);
    }

    private static bool IsHeader(string[] cells) => cells.Any(cell => Columns.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase));

    private static string[] Guessed(int cells) => cells switch
    {
        1 => ["Phrase"],
        2 => ["Phrase", "DisplayAs"],
        4 => Columns,
        _ => ["Phrase", .. Enumerable.Range(2, cells - 2).Select(number => $"column {number}"), "DisplayAs"],
    };

    private static int IndexOf(string[] header, string column) => Array.FindIndex(header, cell => cell.Equals(column, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(int Line, string[] Cells)> Records(string text, char separator)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = true,
            BadDataFound = null, // a stray quotation mark is text; the phrase's own rules refuse it, with its line
            Mode = separator == ',' ? CsvMode.RFC4180 : CsvMode.NoEscape,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        while (parser.Read()) yield return (parser.RawRow, parser.Record!);
    }
}
