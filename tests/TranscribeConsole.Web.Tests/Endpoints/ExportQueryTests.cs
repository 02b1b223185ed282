using Microsoft.Extensions.Primitives;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Export;
using TranscribeConsole.Web.Endpoints.Exports;

namespace TranscribeConsole.Web.Tests.Endpoints;

public sealed class ExportQueryTests
{
    [Fact]
    public void Nothing_asked_for_is_the_default()
    {
        var query = Parse("");
        Assert.Equal((ExportOptions.Default, true, TranscriptVariant.Any), (query.Options, query.IsDefault, query.Variant));
    }

    [Fact]
    public void Every_parameter_reaches_its_option()
    {
        var query = Parse("timestamps=paragraph&speakers=false&paragraphs=pause&pause=1.5&mark-below=0.6&redacted=true&corrected=false&from=60&to=120.5"
            + "&first=0-4-abcd:3&last=9-12-ef01:7&rows=word&bom=false&line-length=32&lines=1&reading-speed=17&min-duration=1&max-duration=5&min-gap=0.1&start-index=1&speaker-prefix=true");

        Assert.Equal(
            new ExportOptions
            {
                Timestamps = Timestamps.Paragraph,
                SpeakerNames = false,
                Paragraphs = Paragraphs.Pause,
                ParagraphPause = TimeSpan.FromSeconds(1.5),
                MarkBelowConfidence = 0.6,
                CsvRows = CsvRows.Word,
                CsvByteOrderMark = false,
                Selection = new()
                {
                    From = TimeSpan.FromSeconds(60),
                    To = TimeSpan.FromSeconds(120.5),
                    First = new TextPlace(new TurnId("0-4-abcd"), 3),
                    Last = new TextPlace(new TurnId("9-12-ef01"), 7),
                },
                Subtitles = new()
                {
                    LineLength = 32,
                    Lines = 1,
                    CharactersPerSecond = 17,
                    MinDuration = TimeSpan.FromSeconds(1),
                    MaxDuration = TimeSpan.FromSeconds(5),
                    MinGap = TimeSpan.FromSeconds(0.1),
                    StartIndex = 1,
                    SpeakerPrefix = true,
                },
            },
            query.Options);
        Assert.Equal((false, TranscriptVariant.Redacted, false), (query.Corrected, query.Variant, query.IsDefault));
    }

    [Theory]
    [InlineData("min-duration=8&max-duration=10")]
    [InlineData("from=100&to=200")]
    public void Order_in_the_address_does_not_matter(string address) => Assert.NotNull(Parse(address));

    [Theory]
    [InlineData("colour=red", "'colour' is not one of the parameters timestamps, ")]
    [InlineData("timestamps=often", "timestamps must be none, turn or paragraph.")]
    [InlineData("timestamps=1", "timestamps must be none, turn or paragraph.")]
    [InlineData("speakers=maybe", "speakers must be true or false.")]
    [InlineData("pause=-1", "pause must be a number of seconds.")]
    [InlineData("pause=1e9", "pause must be a number of seconds.")]
    [InlineData("from=NaN", "from must be a number of seconds.")]
    [InlineData("from=10&to=5", "from: The selected time ends before it begins.")]
    [InlineData("mark-below=1.5", "mark-below: The confidence threshold is 0 to 1.")]
    [InlineData("lines=9", "lines: A subtitle has 1 to 4 lines.")]
    [InlineData("start-index=7", "start-index: The first subtitle has the number 0 or 1.")]
    [InlineData("min-duration=8", "min-duration: The shortest time a subtitle is shown can't be above the longest.")]
    [InlineData("first=nowhere", "first must be a turn's id, a colon and an offset in its text.")]
    [InlineData("rows=turn&rows=word", "rows must be turn or word.")]
    public void What_is_wrong_is_named_with_its_rule(string address, string sentence)
    {
        var (query, problem) = ExportQuery.Parse(Parameters(address));
        Assert.Null(query);
        Assert.StartsWith(sentence, problem, StringComparison.Ordinal);
    }

    private static ExportQuery Parse(string address)
    {
        var (query, problem) = ExportQuery.Parse(Parameters(address));
        return query ?? throw new InvalidOperationException(problem);
    }

    private static Dictionary<string, StringValues> Parameters(string address) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address);
}
