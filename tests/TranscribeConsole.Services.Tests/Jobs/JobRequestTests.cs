using System.Text.Json.Nodes;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Jobs;

/// <summary>Section 6 of the console's reference, row by row: the form's state and the whole request.</summary>
public sealed class JobRequestTests
{
    private const string Key = "1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Role = "arn:aws:iam::111122223333:role/TranscribeQueue";
    private const string English = """ "LanguageCode":"en-US" """;

    private static readonly Dictionary<string, (Action<JobForm> State, string Members)> Table = new()
    {
        ["specific language"] = (form => form.LanguageCode = "de-DE", """ "LanguageCode":"de-DE" """),
        ["automatic"] = (form => form.LanguageSetting = LanguageSetting.Identify, """ "IdentifyLanguage":true """),
        ["automatic with options"] = (form => (form.LanguageSetting, form.LanguageOptions) = (LanguageSetting.Identify, ["en-US", "de-DE"]), """ "IdentifyLanguage":true,"LanguageOptions":["en-US","de-DE"] """),
        ["multiple"] = (form => form.LanguageSetting = LanguageSetting.IdentifyMultiple, """ "IdentifyMultipleLanguages":true """),
        ["multiple with options"] = (form => (form.LanguageSetting, form.LanguageOptions) = (LanguageSetting.IdentifyMultiple, ["en-US", "de-DE"]), """ "IdentifyMultipleLanguages":true,"LanguageOptions":["en-US","de-DE"] """),
        ["custom model"] = (form => (form.ModelType, form.LanguageModelName) = (ModelType.Custom, "law"), $$""" {{English}},"ModelSettings":{"LanguageModelName":"law"} """),
        ["service-managed"] = (form => form.OutputUri = "s3://not/asked/", English),
        ["customer, bucket"] = (form => Output(form, "s3://text"), $""" {English},"OutputBucketName":"text" """),
        ["customer, bucket and slash"] = (form => Output(form, "s3://text/"), $""" {English},"OutputBucketName":"text" """),
        ["customer, folder"] = (form => Output(form, "s3://text/p/"), $""" {English},"OutputBucketName":"text","OutputKey":"p/" """),
        ["customer, file"] = (form => Output(form, "s3://text/p/x.json"), $""" {English},"OutputBucketName":"text","OutputKey":"p/x.json" """),
        ["customer, every character a key may have"] = (form => Output(form, "s3://text/azAZ09-_.!*'()/"), $""" {English},"OutputBucketName":"text","OutputKey":"azAZ09-_.!*'()/" """),
        ["SRT"] = (form => form.SubtitleSrt = true, $$""" {{English}},"Subtitles":{"Formats":["srt"],"OutputStartIndex":0} """),
        ["VTT from 1"] = (form => (form.SubtitleVtt, form.SubtitleStartIndex) = (true, 1), $$""" {{English}},"Subtitles":{"Formats":["vtt"],"OutputStartIndex":1} """),
        ["both"] = (form => (form.SubtitleSrt, form.SubtitleVtt) = (true, true), $$""" {{English}},"Subtitles":{"Formats":["srt","vtt"],"OutputStartIndex":0} """),
        ["start index alone"] = (form => form.SubtitleStartIndex = 1, English),
        ["encryption, this account"] = (form => Encrypt(form, KmsKeySource.ThisAccount), $""" {English},"OutputBucketName":"text","OutputEncryptionKMSKeyId":"{Key}" """),
        ["encryption, other account"] = (form => Encrypt(form, KmsKeySource.OtherAccount), $""" {English},"OutputBucketName":"text","OutputEncryptionKMSKeyId":"arn:aws:kms:us-east-1:444455556666:key/{Key}" """),
        ["queue"] = (form => (form.JobQueue, form.DataAccessRoleArn) = (true, Role), $$""" {{English}},"JobExecutionSettings":{"AllowDeferredExecution":true,"DataAccessRoleArn":"{{Role}}"} """),
        ["role without queue"] = (form => form.DataAccessRoleArn = Role, English),
        ["format and rate"] = (form => (form.MediaFormat, form.MediaSampleRate) = ("wav", " 8000 "), $""" {English},"MediaFormat":"wav","MediaSampleRateHertz":8000 """),
        ["channel"] = (form => form.AudioIdentification = true, $$""" {{English}},"Settings":{"ChannelIdentification":true} """),
        ["speakers"] = (form => (form.AudioIdentification, form.AudioIdentificationType, form.MaxSpeakers) = (true, AudioIdentificationType.Speaker, "7"), $$""" {{English}},"Settings":{"ShowSpeakerLabels":true,"MaxSpeakerLabels":7} """),
        ["alternatives"] = (form => (form.AlternativeResults, form.MaxAlternatives) = (true, "4"), $$""" {{English}},"Settings":{"ShowAlternatives":true,"MaxAlternatives":4} """),
        ["filter, mask"] = (form => Filter(form, FilterMethod.Mask), $$""" {{English}},"Settings":{"VocabularyFilterName":"swear","VocabularyFilterMethod":"mask"} """),
        ["filter, remove"] = (form => Filter(form, FilterMethod.Remove), $$""" {{English}},"Settings":{"VocabularyFilterName":"swear","VocabularyFilterMethod":"remove"} """),
        ["filter, tag"] = (form => Filter(form, FilterMethod.Tag), $$""" {{English}},"Settings":{"VocabularyFilterName":"swear","VocabularyFilterMethod":"tag"} """),
        ["filter with identification"] = (form =>
        {
            Filter(form, FilterMethod.Tag);
            Identify(form, new() { VocabularyFilterName = "a" }, new() { VocabularyFilterName = "b" });
        }, """ "IdentifyLanguage":true,"LanguageOptions":["en-US","de-DE"],"Settings":{"VocabularyFilterMethod":"tag"},"LanguageIdSettings":{"en-US":{"VocabularyFilterName":"a"},"de-DE":{"VocabularyFilterName":"b"}} """),
        ["vocabulary"] = (form => (form.CustomVocabulary, form.VocabularyName) = (true, "terms"), $$""" {{English}},"Settings":{"VocabularyName":"terms"} """),
        ["vocabulary and model with identification"] = (form =>
        {
            (form.CustomVocabulary, form.VocabularyName) = (true, "not-asked");
            Identify(form, new() { VocabularyName = "terms" }, new() { LanguageModelName = "recht" });
        }, """ "IdentifyLanguage":true,"LanguageOptions":["en-US","de-DE"],"LanguageIdSettings":{"en-US":{"VocabularyName":"terms"},"de-DE":{"LanguageModelName":"recht"}} """),
        ["PII, all"] = (form => form.PiiRedaction = true, $$""" {{English}},"ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted","PiiEntityTypes":["ALL"]} """),
        ["PII, some, both transcripts"] = (form => (form.PiiRedaction, form.PiiEntityTypes, form.IncludeUnredacted) = (true, ["NAME", "PIN"], true), $$""" {{English}},"ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted_and_unredacted","PiiEntityTypes":["NAME","PIN"]} """),
        ["toxicity"] = (form => form.ToxicityDetection = true, $$""" {{English}},"ToxicityDetection":[{"ToxicityCategories":["ALL"]}] """),
        ["tags"] = (form => form.Tags = [new() { Key = "team", Value = "legal" }, new(), new() { Key = "case" }], $$""" {{English}},"Tags":[{"Key":"team","Value":"legal"},{"Key":"case","Value":""}] """),
        ["nothing"] = (_ => { }, English),
    };

    public static TheoryData<string> States { get; } = [.. Table.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public void Form_state_makes_exactly_this_request(string state)
    {
        var form = new JobForm { Name = "call", MediaUri = "s3://media/call.wav" };
        Table[state].State(form);
        var expected = JsonNode.Parse($$$"""{"TranscriptionJobName":"call","Media":{"MediaFileUri":"s3://media/call.wav"},{{{Table[state].Members}}}}""");

        var request = JobRequestText.Json(form);

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(request)), request);
        Assert.DoesNotContain("false", request, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Form_state_passes_its_own_checks(string state)
    {
        var form = new JobForm { Name = "call", MediaUri = "s3://media/call.wav" };
        Table[state].State(form);
        var rules = new JobRules(new BackendCapabilities { Name = "Test", Region = "us-east-1", Engine = new("Test engine") }, ServiceLimits.Load());

        Assert.Empty(rules.Reconcile(form));
        Assert.Empty(rules.CheckDetails(form, uploading: false));
        Assert.Empty(rules.CheckConfiguration(form));
    }

    private static void Output(JobForm form, string uri) => (form.Output, form.OutputUri) = (OutputLocation.CustomerBucket, uri);

    private static void Encrypt(JobForm form, KmsKeySource source)
    {
        Output(form, "s3://text/");
        (form.Encryption, form.KmsKeySource, form.KmsKeyId, form.KmsKeyArn) = (true, source, Key, $"arn:aws:kms:us-east-1:444455556666:key/{Key}");
    }

    private static void Filter(JobForm form, FilterMethod method) =>
        (form.VocabularyFiltering, form.VocabularyFilterName, form.VocabularyFilterMethod) = (true, "swear", method);

    private static void Identify(JobForm form, LanguageChoices english, LanguageChoices german)
    {
        (form.LanguageSetting, form.LanguageOptions) = (LanguageSetting.Identify, ["en-US", "de-DE"]);
        (form.PerLanguage["en-US"], form.PerLanguage["de-DE"]) = (english, german);
    }
}
