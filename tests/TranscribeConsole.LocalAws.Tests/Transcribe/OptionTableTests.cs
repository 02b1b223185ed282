using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>The table of options in docs/local-backend.md against what the code says and does.</summary>
public sealed class OptionTableTests
{
    // Members of Settings are options of their own; the job's name is none.
    private static readonly string[] Options =
    [
        .. typeof(StartTranscriptionJobRequest).GetProperties().Select(member => member.Name)
            .Where(name => name is not (nameof(StartTranscriptionJobRequest.TranscriptionJobName) or nameof(Settings) or "EqualityContract")),
        .. typeof(Settings).GetProperties().Select(member => $"Settings.{member.Name}").Where(name => !name.EndsWith("EqualityContract", StringComparison.Ordinal)),
        "LanguageIdSettings.LanguageModelName",
    ];

    private static readonly LocalAwsCapabilities Server = LocalAwsCapabilities.Of(new()
    {
        Recogniser = RecogniserKind.OpenAi,
        OpenAi = new() { BaseUrl = "http://127.0.0.1:8000/v1", Model = "m" },
    });

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var line in File.ReadLines(DocumentPath()))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                if (cells.Length == 5 && cells[1].StartsWith('`') && Options.Contains(cells[1].Trim('`'))) rows.Add(cells[1].Trim('`'), cells[2], cells[3]);
            }

            return rows;
        }
    }

    [Fact]
    public void Every_option_has_one_row() => Assert.Equal(Options.Order(), Rows.Select(row => (string)row[0]).Order());

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_says_what_the_recognisers_refuse(string option, string builtIn, string server)
    {
        AssertTrue(option, builtIn, LocalAwsCapabilities.PocketSphinx);
        AssertTrue(option, server, Server);
    }

    private static void AssertTrue(string option, string cell, LocalAwsCapabilities capabilities)
    {
        if (capabilities.RefusedOptions.TryGetValue(option, out var sentence)) Assert.StartsWith(cell, $"Refused: {sentence}", StringComparison.Ordinal);
        else Assert.Matches("^(Honoured|With )", cell);
    }

    private static string DocumentPath()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, "docs", "local-backend.md");
            if (File.Exists(path)) return path;
        }

        throw new FileNotFoundException("docs/local-backend.md is in no directory above the tests.");
    }
}
