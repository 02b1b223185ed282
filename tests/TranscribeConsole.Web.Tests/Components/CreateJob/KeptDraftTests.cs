using System.Text.Json.Nodes;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Components.Pages.CreateJob;

namespace TranscribeConsole.Web.Tests.Components.CreateJob;

public sealed class KeptDraftTests
{
    [Fact]
    public void Everything_comes_back_as_it_was_written()
    {
        var kept = Sample();

        Assert.Equal(kept.Write(), KeptDraft.Read(kept.Write())?.Write());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":1,\"form\":null}")]
    [InlineData("{\"version\":1,\"form\":{\"name\"")]
    [InlineData("{\"version\":2,\"form\":{}}")]
    [InlineData("{\"version\":1,\"form\":{\"name\":null}}")]
    [InlineData("{\"version\":1,\"form\":{\"name\":[\"a\"]}}")]
    [InlineData("{\"version\":1,\"form\":{\"tags\":[null]}}")]
    [InlineData("{\"version\":1,\"form\":{\"languageOptions\":[null]}}")]
    [InlineData("{\"version\":1,\"form\":{\"perLanguage\":{\"de-DE\":null}}}")]
    [InlineData("{\"version\":1,\"form\":{\"modelType\":7}}")]
    [InlineData("{\"version\":1,\"form\":{\"modelType\":\"Other\"}}")]
    [InlineData("{\"version\":1,\"form\":{},\"fields\":{\"name\":null}}")]
    public void What_is_no_draft_is_ignored(string text) => Assert.Null(KeptDraft.Read(text));

    [Fact]
    public void Text_or_list_beyond_measure_is_no_draft()
    {
        var name = JsonNode.Parse(Sample().Write())!;
        name["form"]!["name"] = new string('a', 4_097);
        var tags = JsonNode.Parse(Sample().Write())!;
        tags["form"]!["tags"] = new JsonArray([.. Enumerable.Range(0, 501).Select(_ => new JsonObject())]);

        Assert.Null(KeptDraft.Read(name.ToJsonString()));
        Assert.Null(KeptDraft.Read(tags.ToJsonString()));
    }

    [Fact]
    public void Unknown_members_of_a_later_version_are_passed_over() =>
        Assert.Equal("call-1", KeptDraft.Read("{\"version\":1,\"form\":{\"name\":\"call-1\",\"later\":1},\"later\":[]}")?.Form.Name);

    private static KeptDraft Sample() => new()
    {
        Form = new JobForm
        {
            Name = "<script>\u202e\"'\U0001f600",
            LanguageSetting = LanguageSetting.IdentifyMultiple,
            LanguageOptions = ["en-US", "de-DE"],
            Tags = [new JobTag { Key = "team", Value = "legal" }, new JobTag()],
            PiiEntityTypes = [],
            PerLanguage = { ["de-DE"] = new LanguageChoices { VocabularyName = "terms" } },
        },
        Source = MediaSource.S3,
        S3Uri = "s3://media/call.wav",
        SuggestedFor = "call.wav",
        CopiedFrom = "call-0",
        NotCopied = ["The key."],
        Unanswered = "call-1",
        Fields = new Dictionary<string, string> { ["name"] = "call-2" },
    };
}
