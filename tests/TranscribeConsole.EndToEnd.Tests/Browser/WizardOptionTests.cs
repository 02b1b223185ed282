using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Every option of both steps, set on the page: the request that arrives, whole.</summary>
public sealed class WizardOptionTests(AwsBrowserFixture browser) : IClassFixture<AwsBrowserFixture>
{
    private const string Media = $"s3://{AwsBrowserFixture.Bucket}/in/call.wav";
    private const string Role = "arn:aws:iam::111122223333:role/TranscribeQueue";
    private const string Key = "1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string KeyArn = $"arn:aws:kms:us-east-1:444455556666:key/{Key}";

    [Fact]
    public Task Nothing_chosen_sends_nothing() => RequestAsync("plain", NoStep, NoStep, """ "LanguageCode":"en-US" """);

    [Fact]
    public Task Language() => RequestAsync("language", async wizard =>
    {
        await wizard.PickAsync("Language", "German (de-DE)");
        await Expect(wizard.Language).ToHaveValueAsync("German (de-DE)");
    }, NoStep, """ "LanguageCode":"de-DE" """);

    [Fact]
    public Task Custom_language_model() => RequestAsync("model", async wizard =>
    {
        await wizard.Radio("Custom language model").CheckAsync();
        await Expect(wizard.Page.GetByText("2 custom language models can't be chosen")).ToBeVisibleAsync();
        await wizard.PickAsync("Custom model selection", "law");
    }, NoStep, """ "LanguageCode":"en-US","ModelSettings":{"LanguageModelName":"law"} """);

    [Fact]
    public Task Identification_of_one_language_with_options_and_choices_for_each() => RequestAsync("identify", async wizard =>
    {
        await wizard.Radio("Automatic language identification").CheckAsync();
        await wizard.PickAsync("Select languages - optional", "English, US (en-US)");
        await wizard.PickAsync("Select languages - optional", "German (de-DE)");
        await Expect(wizard.Page.GetByRole(AriaRole.Button, new() { Name = "Remove German (de-DE)" })).ToBeVisibleAsync();
    }, async wizard =>
    {
        await wizard.Switch("Vocabulary filtering").CheckAsync();
        await wizard.PickAsync("Filter selection: English, US (en-US) - optional", "swear");
        await wizard.PickAsync("Filter selection: German (de-DE) - optional", "fluchen");
        await wizard.Radio("Tag vocabulary").CheckAsync();
        await wizard.Switch("Custom vocabulary").CheckAsync();
        await wizard.PickAsync("Vocabulary selection: English, US (en-US) - optional", "terms");
        await wizard.PickAsync("Custom model selection: German (de-DE) - optional", "recht");
    }, """
        "IdentifyLanguage":true,"LanguageOptions":["en-US","de-DE"],"Settings":{"VocabularyFilterMethod":"tag"},
        "LanguageIdSettings":{"en-US":{"VocabularyName":"terms","VocabularyFilterName":"swear"},"de-DE":{"VocabularyFilterName":"fluchen","LanguageModelName":"recht"}}
        """);

    [Fact]
    public Task Identification_of_several_languages() => RequestAsync("identify-several", async wizard =>
    {
        await wizard.Radio("Automatic multiple languages identification").CheckAsync();
    }, NoStep, """ "IdentifyMultipleLanguages":true """);

    [Fact]
    public Task Queue_format_rate_and_tags() => RequestAsync("queue", async wizard =>
    {
        await wizard.Page.GetByText("Additional settings").ClickAsync();
        await wizard.Check("Add to job queue").CheckAsync();
        await wizard.Text("Media format - optional").SelectOptionAsync("wav");
        await wizard.Text("Media sample rate (Hz) - optional").FillAsync("8000");
        await wizard.Text("IAM role").FillAsync(Role);
        await wizard.AddTagAsync();
        await wizard.Text("Key of tag 1").FillAsync("team");
        await wizard.Text("Value - optional of tag 1").FillAsync("legal");
        await wizard.AddTagAsync();
        await wizard.Text("Key of tag 2").FillAsync("case");
    }, NoStep, $$"""
        "LanguageCode":"en-US","MediaFormat":"wav","MediaSampleRateHertz":8000,"JobExecutionSettings":{"AllowDeferredExecution":true,"DataAccessRoleArn":"{{Role}}"},
        "Tags":[{"Key":"team","Value":"legal"},{"Key":"case","Value":""}]
        """);

    [Theory]
    [InlineData("s3://acme-text", """ "OutputBucketName":"acme-text" """)]
    [InlineData("s3://acme-text/out/", """ "OutputBucketName":"acme-text","OutputKey":"out/" """)]
    [InlineData("s3://acme-text/out/a.json", """ "OutputBucketName":"acme-text","OutputKey":"out/a.json" """)]
    public Task Customer_bucket(string destination, string members) => RequestAsync($"output-{destination.Length}", async wizard =>
    {
        await wizard.Radio("Customer specified S3 bucket").CheckAsync();
        await wizard.OutputUri.FillAsync(destination);
    }, NoStep, $""" "LanguageCode":"en-US",{members} """);

    [Theory]
    [InlineData("SRT (SubRip)", null, "0", "[\"srt\"]")]
    [InlineData("VTT (WebVTT)", null, "1", "[\"vtt\"]")]
    [InlineData("SRT (SubRip)", "VTT (WebVTT)", "1", "[\"srt\",\"vtt\"]")]
    public Task Subtitles(string format, string? other, string start, string formats) => RequestAsync($"subtitles-{start}-{formats.Length}-{format[0]}", async wizard =>
    {
        await wizard.Check(format).CheckAsync();
        if (other is not null) await wizard.Check(other).CheckAsync();
        await wizard.Text("Specify the start index").SelectOptionAsync(start);
    }, NoStep, $$""" "LanguageCode":"en-US","Subtitles":{"Formats":{{formats}},"OutputStartIndex":{{start}}} """);

    [Theory]
    [InlineData("Key of this account", "KMS key ID", Key)]
    [InlineData("Key of this account", "KMS key ID", "alias/transcripts")]
    [InlineData("Key of this account", "KMS key ID", KeyArn)]
    [InlineData("Key of another account", "KMS key ARN", KeyArn)]
    public Task Encryption(string source, string field, string key) => RequestAsync($"kms-{field[^1]}-{key.Length}", async wizard =>
    {
        await wizard.Radio("Customer specified S3 bucket").CheckAsync();
        await wizard.OutputUri.FillAsync("s3://acme-text/");
        await wizard.Switch("Encryption").CheckAsync();
        await wizard.Radio(source).CheckAsync();
        await wizard.Text(field).FillAsync(key);
    }, NoStep, $""" "LanguageCode":"en-US","OutputBucketName":"acme-text","OutputEncryptionKMSKeyId":"{key}" """);

    [Fact]
    public Task Channels() => RequestAsync("channels", NoStep, async wizard =>
    {
        await wizard.Switch("Audio identification").CheckAsync();
        await Expect(wizard.Radio("Channel identification")).ToBeCheckedAsync();
    }, """ "LanguageCode":"en-US","Settings":{"ChannelIdentification":true} """);

    [Fact]
    public Task Speakers_and_alternatives() => RequestAsync("speakers", NoStep, async wizard =>
    {
        await wizard.Switch("Audio identification").CheckAsync();
        await wizard.Radio("Speaker partitioning").CheckAsync();
        await Expect(wizard.Text("Maximum number of speakers")).ToHaveValueAsync("10");
        await wizard.Text("Maximum number of speakers").FillAsync("30");
        await wizard.Switch("Alternative results").CheckAsync();
        await Expect(wizard.Text("Maximum alternatives")).ToHaveValueAsync("2");
        await wizard.Text("Maximum alternatives").FillAsync("10");
    }, """ "LanguageCode":"en-US","Settings":{"ShowSpeakerLabels":true,"MaxSpeakerLabels":30,"ShowAlternatives":true,"MaxAlternatives":10} """);

    [Fact]
    public Task Toxicity_goes_with_redaction_alone() => RequestAsync("toxicity", NoStep, async wizard =>
    {
        await wizard.Switch("Toxicity detection").CheckAsync();
        await Expect(wizard.Switch("Audio identification")).ToBeDisabledAsync();
        await Expect(wizard.Switch("Alternative results")).ToBeDisabledAsync();
        await Expect(wizard.Switch("Custom vocabulary")).ToBeDisabledAsync();
        await wizard.Switch("PII redaction").CheckAsync();
    }, """ "LanguageCode":"en-US","ToxicityDetection":[{"ToxicityCategories":["ALL"]}],"ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted","PiiEntityTypes":["ALL"]} """);

    [Fact]
    public Task Redaction_of_some_types_beside_the_unredacted_transcript() => RequestAsync("redaction", NoStep, async wizard =>
    {
        await wizard.Switch("PII redaction").CheckAsync();
        await Expect(wizard.Check("Select all")).ToBeCheckedAsync();
        await wizard.Check("Select all").UncheckAsync();
        await Expect(wizard.Check("Name")).Not.ToBeCheckedAsync();
        await wizard.Check("Name").CheckAsync();
        await wizard.Check("Bank PIN").CheckAsync();
        await wizard.Check("Include unredacted transcript in job output").CheckAsync();
    }, """ "LanguageCode":"en-US","ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted_and_unredacted","PiiEntityTypes":["NAME","PIN"]} """);

    [Theory]
    [InlineData("Mask vocabulary", "mask")]
    [InlineData("Remove vocabulary", "remove")]
    [InlineData("Tag vocabulary", "tag")]
    public Task Filter_and_vocabulary(string label, string method) => RequestAsync($"filter-{method}", NoStep, async wizard =>
    {
        await wizard.Switch("Vocabulary filtering").CheckAsync();
        await wizard.PickAsync("Filter selection", "swear");
        await wizard.Radio(label).CheckAsync();
        await wizard.Switch("Custom vocabulary").CheckAsync();
        await Expect(wizard.Page.GetByText("2 vocabularies can't be chosen: 1 is for another language, 1 is not ready.")).ToBeVisibleAsync();
        await wizard.PickAsync("Vocabulary selection", "terms");
    }, $$""" "LanguageCode":"en-US","Settings":{"VocabularyName":"terms","VocabularyFilterName":"swear","VocabularyFilterMethod":"{{method}}"} """);

    private static Task NoStep(CreateJobPage wizard) => Task.CompletedTask;

    // What the panel shows is what arrives.
    private Task RequestAsync(string name, Func<CreateJobPage, Task> details, Func<CreateJobPage, Task> configuration, string members) => browser.WithPageAsync($"option-{name}", async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Name.FillAsync(name);
        await wizard.S3Source.CheckAsync();
        await wizard.MediaUri.FillAsync(Media);
        await details(wizard);
        await wizard.Next.ClickAsync();
        await Expect(wizard.Heading).ToContainTextAsync("Configure job");
        await wizard.ReadyAsync();
        await configuration(wizard);
        var expected = JsonNode.Parse($$"""{"TranscriptionJobName":"{{name}}","Media":{"MediaFileUri":"{{Media}}"},{{members}}}""")!;
        await ExpectRequestAsync(wizard, expected);
        await wizard.Create.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/jobs$"));

        Assert.Equal(Sorted(expected), Sorted(browser.Transcribe.StartOf(name)));
    });

    // The panel follows after a pause.
    private static async Task ExpectRequestAsync(CreateJobPage wizard, JsonNode expected)
    {
        for (var tries = 0; ; tries++)
        {
            var shown = Sorted(JsonNode.Parse(await wizard.RequestText.InnerTextAsync())!);
            if (shown == Sorted(expected)) return;
            if (tries == 50) Assert.Equal(Sorted(expected), shown);
            await wizard.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))");
        }
    }

    // Members have no order.
    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"\"{member.Key}\":{Sorted(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Sorted))}]",
        _ => node?.ToJsonString() ?? "null",
    };
}
