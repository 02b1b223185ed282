using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Jobs;

/// <summary>Every rule of the reference's section 4 and of its table 5.4: the state that breaks it, the field that says so.</summary>
public sealed class JobRulesTests
{
    private const string Role = "arn:aws:iam::111122223333:role/TranscribeQueue";

    private static readonly ServiceLimits Limits = ServiceLimits.Load();
    private static readonly JobRules Rules = new(new BackendCapabilities { Name = "Test", Region = "us-east-1", Engine = new("Test engine") }, Limits);

    private static readonly Dictionary<string, (Action<JobForm> State, string Field)> Broken = new()
    {
        ["custom model without its name"] = (form => form.ModelType = ModelType.Custom, nameof(JobForm.LanguageModelName)),
        ["custom model of a language that has none"] = (form => (form.ModelType, form.LanguageModelName, form.LanguageCode) = (ModelType.Custom, "m", "da-DK"), nameof(JobForm.LanguageCode)),
        ["no language"] = (form => form.LanguageCode = "", nameof(JobForm.LanguageCode)),
        ["one language to identify from"] = (form => (form.LanguageSetting, form.LanguageOptions) = (LanguageSetting.Identify, ["de-DE"]), nameof(JobForm.LanguageOptions)),
        ["the same language twice"] = (form => (form.LanguageSetting, form.LanguageOptions) = (LanguageSetting.Identify, ["de-DE", "de-DE"]), nameof(JobForm.LanguageOptions)),
        ["queue without its role"] = (form => form.JobQueue = true, nameof(JobForm.DataAccessRoleArn)),
        ["queue with a user for a role"] = (form => (form.JobQueue, form.DataAccessRoleArn) = (true, Role.Replace("role", "user", StringComparison.Ordinal)), nameof(JobForm.DataAccessRoleArn)),
        ["queue with a short account number"] = (form => (form.JobQueue, form.DataAccessRoleArn) = (true, "arn:aws:iam::1111:role/r"), nameof(JobForm.DataAccessRoleArn)),
        ["queue with a line break behind the role"] = (form => (form.JobQueue, form.DataAccessRoleArn) = (true, Role + "\n"), nameof(JobForm.DataAccessRoleArn)),
        ["rate under 8,000"] = (form => form.MediaSampleRate = "7999", nameof(JobForm.MediaSampleRate)),
        ["rate over 48,000"] = (form => form.MediaSampleRate = "48001", nameof(JobForm.MediaSampleRate)),
        ["rate with a separator"] = (form => form.MediaSampleRate = "44,100", nameof(JobForm.MediaSampleRate)),
        ["rate in other digits"] = (form => form.MediaSampleRate = "١٦٠٠٠", nameof(JobForm.MediaSampleRate)),
        ["no media"] = (form => form.MediaUri = "", nameof(JobForm.MediaUri)),
        ["media with a line break"] = (form => form.MediaUri = "s3://media/a\nb.wav", nameof(JobForm.MediaUri)),
        ["media of 2,001 characters"] = (form => form.MediaUri = "s3://media/" + new string('k', 1990), nameof(JobForm.MediaUri)),
        ["customer bucket without a place"] = (form => form.Output = OutputLocation.CustomerBucket, nameof(JobForm.OutputUri)),
        ["output key with a space"] = (form => Output(form, "s3://text/a b/"), nameof(JobForm.OutputUri)),
        ["output key with a letter of another script"] = (form => Output(form, "s3://text/дом/"), nameof(JobForm.OutputUri)),
        ["output key with a hash"] = (form => Output(form, "s3://text/a#b/"), nameof(JobForm.OutputUri)),
        ["output key of 1,025 characters"] = (form => Output(form, "s3://text/" + new string('k', 1025)), nameof(JobForm.OutputUri)),
        ["start index 2"] = (form => (form.SubtitleSrt, form.SubtitleStartIndex) = (true, 2), nameof(JobForm.SubtitleStartIndex)),
        ["encryption without a key"] = (form => Encrypt(form, KmsKeySource.ThisAccount, ""), nameof(JobForm.KmsKeyId)),
        ["encryption with half a key"] = (form => Encrypt(form, KmsKeySource.ThisAccount, "1234abcd-12ab"), nameof(JobForm.KmsKeyId)),
        ["another account's key by its id"] = (form => Encrypt(form, KmsKeySource.OtherAccount, "1234abcd-12ab-34cd-56ef-1234567890ab"), nameof(JobForm.KmsKeyArn)),
        ["another account's key without its ARN"] = (form => Encrypt(form, KmsKeySource.OtherAccount, ""), nameof(JobForm.KmsKeyArn)),
        ["tag without a key"] = (form => form.Tags = [new() { Value = "v" }], "Tags[0].Key"),
        ["tag key twice"] = (form => form.Tags = [new() { Key = "k" }, new() { Key = "k" }], "Tags[1].Key"),
        ["tag key of AWS"] = (form => form.Tags = [new() { Key = "AWS:k" }], "Tags[0].Key"),
        ["tag key of 129 characters"] = (form => form.Tags = [new() { Key = new string('k', 129) }], "Tags[0].Key"),
        ["tag value of 257 characters"] = (form => form.Tags = [new() { Key = "k", Value = new string('v', 257) }], "Tags[0].Value"),
        ["51 tags"] = (form => form.Tags = [.. Enumerable.Range(0, 51).Select(i => new JobTag { Key = $"k{i}" })], nameof(JobForm.Tags)),
    };

    private static readonly Dictionary<string, Action<JobForm>> Kept = new()
    {
        ["key alias"] = form => Encrypt(form, KmsKeySource.ThisAccount, "alias/transcripts"),
        ["alias ARN"] = form => Encrypt(form, KmsKeySource.ThisAccount, "arn:aws:kms:us-east-1:444455556666:alias/transcripts"),
        ["key of several Regions"] = form => Encrypt(form, KmsKeySource.ThisAccount, "mrk-1234abcd12ab34cd56ef1234567890ab"),
        ["50 tags of the greatest length"] = form => form.Tags = [.. Enumerable.Range(0, 50).Select(i => new JobTag { Key = $"{i:00}" + new string('k', 126), Value = new string('v', 256) })],
        ["tag key of 128 characters outside the first plane"] = form => form.Tags = [new() { Key = string.Concat(Enumerable.Repeat("😀", 128)), Value = "v" }],
        ["media of 2,000 characters"] = form => form.MediaUri = "s3://media/" + new string('k', 1989),
        ["output key of 1,024 characters"] = form => Output(form, "s3://text/" + new string('k', 1024)),
        ["rate at its ends"] = form => form.MediaSampleRate = "48000",
        ["media key with everything"] = form => form.MediaUri = "s3://media/a//b/../%20+ü😀 <script>.wav",
    };

    public static TheoryData<string> BrokenStates { get; } = [.. Broken.Keys];

    public static TheoryData<string> KeptStates { get; } = [.. Kept.Keys];

    [Theory]
    [MemberData(nameof(BrokenStates))]
    public void Broken_rule_is_told_at_its_field(string state)
    {
        var form = Valid();
        Broken[state].State(form);

        var error = Assert.Single(Rules.CheckDetails(form, uploading: false));

        Assert.Equal(Broken[state].Field, error.Field);
        Assert.False(string.IsNullOrWhiteSpace(error.Message));
    }

    [Theory]
    [MemberData(nameof(KeptStates))]
    public void State_at_the_limit_is_fine(string state)
    {
        var form = Valid();
        Kept[state](form);

        Assert.Empty(Rules.CheckDetails(form, uploading: false));
    }

    /// <summary>Table 5.4: option, specific, automatic, multiple; the last two with two languages to choose from.</summary>
    [Theory]
    [InlineData(JobOption.CustomLanguageModel, true, true, true)] // the model itself: it is the identification that gives way to it
    [InlineData(JobOption.LanguageModelPerLanguage, false, true, false)]
    [InlineData(JobOption.SpeakerPartitioning, true, true, true)]
    [InlineData(JobOption.ChannelIdentification, true, true, true)]
    [InlineData(JobOption.AlternativeResults, true, true, true)]
    [InlineData(JobOption.PiiRedaction, true, true, false)]
    [InlineData(JobOption.VocabularyFilter, true, true, true)]
    [InlineData(JobOption.CustomVocabulary, true, true, true)]
    [InlineData(JobOption.ToxicityDetection, true, false, false)]
    [InlineData(JobOption.Subtitles, true, true, true)]
    [InlineData(JobOption.JobQueue, true, true, true)]
    public void Option_is_available_as_the_table_says(JobOption option, bool specific, bool automatic, bool multiple)
    {
        Assert.Equal(
            (specific, automatic, multiple),
            (StateOf(LanguageSetting.Specific), StateOf(LanguageSetting.Identify), StateOf(LanguageSetting.IdentifyMultiple)));

        bool StateOf(LanguageSetting setting)
        {
            var form = Valid();
            (form.LanguageSetting, form.LanguageOptions) = (setting, ["en-US", "de-DE"]);
            var state = Rules.StateOf(form, option);
            Assert.True(state.Available || state.Reason is { Length: > 0 });
            return state.Available;
        }
    }

    [Fact]
    public void Automatic_identification_with_redaction_says_what_may_stay_unredacted()
    {
        var form = Valid();
        form.LanguageSetting = LanguageSetting.Identify;

        Assert.Contains("stays unredacted", Rules.StateOf(form, JobOption.PiiRedaction).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JobOption.VocabularyFilter)]
    [InlineData(JobOption.CustomVocabulary)]
    [InlineData(JobOption.LanguageModelPerLanguage)]
    public void Choices_by_language_need_two_languages_to_choose_from(JobOption option)
    {
        var form = Valid();
        form.LanguageSetting = LanguageSetting.Identify;

        Assert.Contains("at least two languages", Rules.StateOf(form, option).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_language_clears_what_does_not_fit_and_says_so()
    {
        var form = Valid();
        Rules.Reconcile(form);
        (form.PiiRedaction, form.CustomVocabulary, form.VocabularyName) = (true, true, "terms");
        form.LanguageCode = "da-DK";

        var sentences = Rules.Reconcile(form);

        Assert.False(form.PiiRedaction);
        Assert.Equal("", form.VocabularyName);
        Assert.Equal(2, sentences.Count);
    }

    [Fact]
    public void Toxicity_detection_turns_off_what_it_does_not_go_with()
    {
        var form = Valid();
        (form.AudioIdentification, form.AlternativeResults, form.PiiRedaction, form.ToxicityDetection) = (true, true, true, true);

        var sentences = Rules.Reconcile(form);

        Assert.True(form is { AudioIdentification: false, AlternativeResults: false, PiiRedaction: true, ToxicityDetection: true });
        Assert.Equal(2, sentences.Count);
    }

    [Fact]
    public void Empty_language_option_is_dropped_without_a_word()
    {
        var form = Valid();
        (form.LanguageSetting, form.LanguageOptions) = (LanguageSetting.IdentifyMultiple, ["en-US", "", "de-DE"]);

        Assert.Empty(Rules.Reconcile(form));
        Assert.Equal(["en-US", "de-DE"], form.LanguageOptions);
    }

    private static JobForm Valid() => new() { Name = "call", MediaUri = "s3://media/call.wav" };

    private static void Output(JobForm form, string uri) => (form.Output, form.OutputUri) = (OutputLocation.CustomerBucket, uri);

    private static void Encrypt(JobForm form, KmsKeySource source, string key)
    {
        Output(form, "s3://text/");
        (form.Encryption, form.KmsKeySource, form.KmsKeyId, form.KmsKeyArn) = (true, source, key, key);
    }
}
