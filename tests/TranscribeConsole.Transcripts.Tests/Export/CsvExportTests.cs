using System.Text;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Tests.Export;

/// <summary>CSV read back by RFC 4180, as a spreadsheet does.</summary>
public sealed class CsvExportTests
{
    [Theory]
    [InlineData("speakers")]
    [InlineData("arabic")]
    [InlineData("japanese")]
    [InlineData("signs")]
    [InlineData("channels-overlap")]
    [InlineData("thirty-speakers")]
    [InlineData("empty")]
    public async Task Rows_are_the_turns_and_the_words(string name)
    {
        var transcript = await Golden.ReadAsync(name);
        var edited = EditedTranscript.Of(transcript);

        var words = Read(await Exported.TextAsync(ExportFormat.Csv, transcript, new() { CsvRows = CsvRows.Word, CsvByteOrderMark = false }));
        Assert.All(words, row => Assert.Equal(words[0].Length, row.Length));
        var column = Array.IndexOf(words[0], "word");
        Assert.Equal(Exported.Words(edited).Select(Unsigned), words.Skip(1).Select(row => Unsigned(row[column])));

        var turns = Read(await Exported.TextAsync(ExportFormat.Csv, transcript, new() { CsvByteOrderMark = false }));
        Assert.Equal(edited.Turns.Count, turns.Count - 1);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\uFF1D1+1")]
    public async Task No_field_is_a_formula(string word)
    {
        var builder = new TranscriptBuilder("job", "123456789012");
        builder.BeginSegment(TimeSpan.Zero, TimeSpan.FromSeconds(1));
        builder.AddWord(word, TimeSpan.Zero, TimeSpan.FromSeconds(1), 1);
        builder.EndSegment();

        foreach (var rows in Enum.GetValues<CsvRows>())
        {
            var fields = Read(await Exported.TextAsync(ExportFormat.Csv, builder.Build(), new() { CsvRows = rows, CsvByteOrderMark = false })).SelectMany(row => row);
            Assert.Contains("'" + word, fields);
            Assert.DoesNotContain(fields, field => field.Length > 0 && "=+-@\uFF1D".Contains(field[0], StringComparison.Ordinal));
        }
    }

    // A word that would be a formula comes with an apostrophe before it.
    private static string Unsigned(string word) => word.TrimStart('\'');

    private static List<string[]> Read(string csv)
    {
        List<string[]> rows = [];
        List<string> row = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < csv.Length; at++)
        {
            var sign = csv[at];
            if (quoted && sign == '"' && at + 1 < csv.Length && csv[at + 1] == '"') field.Append(csv[++at]);
            else if (sign == '"') quoted = !quoted;
            else if (quoted) field.Append(sign);
            else if (sign is ',' or '\r')
            {
                row.Add(field.ToString());
                field.Clear();
            }
            else if (sign == '\n')
            {
                rows.Add([.. row]);
                row.Clear();
            }
            else field.Append(sign);
        }

        Assert.Equal((0, 0, false), (field.Length, row.Count, quoted)); // every row has its end
        return rows;
    }
}
