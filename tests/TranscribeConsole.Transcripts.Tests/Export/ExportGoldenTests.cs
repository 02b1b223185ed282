using System.Text;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Tests.Export;

/// <summary>Each text format of the meeting, byte for byte as it was looked over.</summary>
public sealed class ExportGoldenTests
{
    private static readonly Dictionary<string, ExportOptions> Files = new()
    {
        ["meeting.txt"] = new() { Timestamps = Timestamps.Turn, MarkBelowConfidence = 0.8 },
        ["meeting.html"] = new() { Timestamps = Timestamps.Turn, MarkBelowConfidence = 0.8 },
        ["meeting.vtt"] = ExportOptions.Default,
        ["meeting.srt"] = new()
        {
            Subtitles = new()
            {
                CharactersPerSecond = 17,
                MinDuration = TimeSpan.FromSeconds(1),
                MinGap = TimeSpan.FromMilliseconds(80),
                StartIndex = 1,
                SpeakerPrefix = true,
            },
        },
        ["meeting.turns.csv"] = ExportOptions.Default,
        ["meeting.words.csv"] = new() { CsvRows = CsvRows.Word, CsvByteOrderMark = false },
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Meeting_gives_the_golden_file(string file)
    {
        var format = ExportFormat.Find(Path.GetExtension(file)[1..])!;
        var written = Encoding.UTF8.GetString(await Exported.BytesAsync(format, await Meeting.ReadAsync(), Files[file]));
        // CSV ends its rows with CR LF, which the repository keeps as LF; CsvExportTests reads them as they are.
        Assert.Equal(Encoding.UTF8.GetString(Golden.Bytes(file)), written.Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
