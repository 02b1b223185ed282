using TranscribeConsole.LocalAws.Transcribe.Validation;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

public sealed class StartValidationTests(StartValidationTests.Backend backend) : IClassFixture<StartValidationTests.Backend>
{
    private static readonly string LanguageSet = string.Join(", ", LanguageCodes.All);

    /// <summary>Members besides name, language and media; the one constraint they break, as the service words it.</summary>
    public static TheoryData<string, string> BrokenConstraints { get; } = new()
    {
        { """ "MediaSampleRateHertz":7999 """, "Value '7999' at 'mediaSampleRateHertz' failed to satisfy constraint: Member must have value greater than or equal to 8000" },
        { """ "MediaSampleRateHertz":48001 """, "Value '48001' at 'mediaSampleRateHertz' failed to satisfy constraint: Member must have value less than or equal to 48000" },
        { """ "MediaFormat":"mp5" """, "Value 'mp5' at 'mediaFormat' failed to satisfy constraint: Member must satisfy enum value set: [mp3, mp4, wav, flac, ogg, amr, webm, m4a]" },
        { """ "OutputBucketName":"Upper" """, @"Value 'Upper' at 'outputBucketName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9]$" },
        { """ "OutputBucketName":"media","OutputKey":"" """, "2 validation errors detected: Value '' at 'outputKey' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'outputKey' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9-_.!*'()/]{1,1024}$" },
        { """ "OutputBucketName":"media","OutputKey":"a b" """, "Value 'a b' at 'outputKey' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9-_.!*'()/]{1,1024}$" },
        { """ "OutputBucketName":"media","OutputEncryptionKMSKeyId":" k" """, "Value ' k' at 'outputEncryptionKMSKeyId' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,2048}$" },
        { """ "KMSEncryptionContext":{} """, "Value '[]' at 'kMSEncryptionContext' failed to satisfy constraint: Member must have length greater than or equal to 1" },
        { """ "KMSEncryptionContext":{"a":null} """, "Value null at 'kMSEncryptionContext.a.member' failed to satisfy constraint: Member must not be null" },
        { """ "KMSEncryptionContext":{"a":" "} """, @"Value ' ' at 'kMSEncryptionContext.a.member' failed to satisfy constraint: Member must satisfy regular expression pattern: \S" },
        { """ "Settings":{"MaxSpeakerLabels":1} """, "Value '1' at 'settings.maxSpeakerLabels' failed to satisfy constraint: Member must have value greater than or equal to 2" },
        { """ "Settings":{"MaxSpeakerLabels":40} """, "Value '40' at 'settings.maxSpeakerLabels' failed to satisfy constraint: Member must have value less than or equal to 30" },
        { """ "Settings":{"MaxAlternatives":1} """, "Value '1' at 'settings.maxAlternatives' failed to satisfy constraint: Member must have value greater than or equal to 2" },
        { """ "Settings":{"MaxAlternatives":11} """, "Value '11' at 'settings.maxAlternatives' failed to satisfy constraint: Member must have value less than or equal to 10" },
        { """ "Settings":{"VocabularyName":"a b"} """, "Value 'a b' at 'settings.vocabularyName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z._-]+$" },
        { """ "Settings":{"VocabularyFilterName":"a/b"} """, "Value 'a/b' at 'settings.vocabularyFilterName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z._-]+$" },
        { """ "Settings":{"VocabularyFilterMethod":"hide"} """, "Value 'hide' at 'settings.vocabularyFilterMethod' failed to satisfy constraint: Member must satisfy enum value set: [remove, mask, tag]" },
        { """ "ModelSettings":{"LanguageModelName":"a b"} """, "Value 'a b' at 'modelSettings.languageModelName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z._-]+$" },
        { """ "JobExecutionSettings":{"DataAccessRoleArn":"arn:aws:iam::1:user/somebody"} """, "Value 'arn:aws:iam::1:user/somebody' at 'jobExecutionSettings.dataAccessRoleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: ^arn:(aws|aws-cn|aws-us-gov|aws-iso-{0,1}[a-z]{0,1}):iam::[0-9]{0,63}:role/[A-Za-z0-9:_/+=,@.-]{0,1024}$" },
        { """ "ContentRedaction":{"RedactionOutput":"redacted"} """, "Value null at 'contentRedaction.redactionType' failed to satisfy constraint: Member must not be null" },
        { """ "ContentRedaction":{"RedactionType":"PII","RedactionOutput":"none"} """, "Value 'none' at 'contentRedaction.redactionOutput' failed to satisfy constraint: Member must satisfy enum value set: [redacted, redacted_and_unredacted]" },
        { """ "ContentRedaction":{"RedactionType":"PHI","RedactionOutput":"redacted"} """, "Value 'PHI' at 'contentRedaction.redactionType' failed to satisfy constraint: Member must satisfy enum value set: [PII]" },
        { """ "ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted","PiiEntityTypes":[null]} """, "Value null at 'contentRedaction.piiEntityTypes.1.member' failed to satisfy constraint: Member must not be null" },
        { """ "LanguageOptions":[] """, "Value '[]' at 'languageOptions' failed to satisfy constraint: Member must have length greater than or equal to 1" },
        { """ "Subtitles":{"Formats":["vtt","ass"]} """, "Value 'ass' at 'subtitles.formats.2.member' failed to satisfy constraint: Member must satisfy enum value set: [vtt, srt]" },
        { """ "Subtitles":{"Formats":["srt"],"OutputStartIndex":2} """, "Value '2' at 'subtitles.outputStartIndex' failed to satisfy constraint: Member must have value less than or equal to 1" },
        { """ "Subtitles":{"Formats":["srt"],"OutputStartIndex":-1} """, "Value '-1' at 'subtitles.outputStartIndex' failed to satisfy constraint: Member must have value greater than or equal to 0" },
        { """ "Tags":[] """, "Value '[]' at 'tags' failed to satisfy constraint: Member must have length greater than or equal to 1" },
        { """ "Tags":[null] """, "Value null at 'tags.1.member' failed to satisfy constraint: Member must not be null" },
        { """ "Tags":[{"Key":"","Value":"v"}] """, "Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1" },
        { """ "Tags":[{"Key":"k"}] """, "Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null" },
        { """ "LanguageIdSettings":{} """, "Value '[]' at 'languageIdSettings' failed to satisfy constraint: Member must have length greater than or equal to 1" },
        { """ "LanguageIdSettings":{"en-US":{"VocabularyName":"a b"}} """, "Value 'a b' at 'languageIdSettings.en-US.member.vocabularyName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z._-]+$" },
        { """ "ToxicityDetection":[] """, "Value '[]' at 'toxicityDetection' failed to satisfy constraint: Member must have length greater than or equal to 1" },
        { """ "ToxicityDetection":[{"ToxicityCategories":["RUDE"]}] """, "Value 'RUDE' at 'toxicityDetection.1.member.toxicityCategories.1.member' failed to satisfy constraint: Member must satisfy enum value set: [ALL]" },
        { """ "ToxicityDetection":[{}] """, "Value null at 'toxicityDetection.1.member.toxicityCategories' failed to satisfy constraint: Member must not be null" },
    };

    /// <summary>Whole bodies, where name, language or media are at stake.</summary>
    public static TheoryData<string, string> BrokenBodies { get; } = new()
    {
        { "{}", "2 validation errors detected: Value null at 'transcriptionJobName' failed to satisfy constraint: Member must not be null; Value null at 'media' failed to satisfy constraint: Member must not be null" },
        { "", "2 validation errors detected: Value null at 'transcriptionJobName' failed to satisfy constraint: Member must not be null; Value null at 'media' failed to satisfy constraint: Member must not be null" },
        { """{"TranscriptionJobName":"a b","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"en-US"}""", "1 validation error detected: Value 'a b' at 'transcriptionJobName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z._-]+$" },
        { """{"TranscriptionJobName":"a\n","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"en-US"}""", "1 validation error detected: Value 'a\n' at 'transcriptionJobName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z._-]+$" },
        { $$$"""{"TranscriptionJobName":"{{{new string('a', 201)}}}","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"en-US"}""", $"1 validation error detected: Value '{new string('a', 201)}' at 'transcriptionJobName' failed to satisfy constraint: Member must have length less than or equal to 200" },
        { """{"TranscriptionJobName":"a","Media":{},"LanguageCode":"en-US"}""", "1 validation error detected: Value null at 'media.mediaFileUri' failed to satisfy constraint: Member must not be null" },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"ftp://media/call.wav"},"LanguageCode":"en-US"}""", "1 validation error detected: Value 'ftp://media/call.wav' at 'media.mediaFileUri' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(s3://|http(s*)://).+$" },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"xx"}""", $"1 validation error detected: Value 'xx' at 'languageCode' failed to satisfy constraint: Member must satisfy enum value set: [{LanguageSet}]" },
        { """{"TranscriptionJobName":".","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"en-US"}""", "The job name '.' isn't allowed. Use a different job name." },
        { """{"TranscriptionJobName":"..","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"en-US"}""", "The job name '..' isn't allowed. Use a different job name." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"}}""", "The language code is missing. Either add a language code or turn on language identification." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyLanguage":false}""", "The language code is missing. Either add a language code or turn on language identification." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"de-DE"}""", "The local backend transcribes en-US only, not de-DE." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyLanguage":true}""", "The local backend can't identify languages. Send LanguageCode instead of IdentifyLanguage." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyMultipleLanguages":true}""", "The local backend can't identify languages. Send LanguageCode instead of IdentifyMultipleLanguages." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyLanguage":true,"LanguageOptions":["en-US"]}""", "LanguageOptions must hold at least two language codes." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyLanguage":true,"LanguageOptions":["en-US","de-DE"],"LanguageIdSettings":{"fr-FR":{}}}""", "Every language code of LanguageIdSettings must be one of LanguageOptions." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyMultipleLanguages":true,"LanguageOptions":["en-US","de-DE"],"LanguageIdSettings":{"en-US":{"LanguageModelName":"m"}}}""", "LanguageIdSettings.LanguageModelName can't be used with IdentifyMultipleLanguages." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyLanguage":true,"LanguageOptions":["en-US","de-DE"],"LanguageIdSettings":{"en-US":{"VocabularyFilterName":"f"}}}""", "LanguageIdSettings.VocabularyFilterName needs Settings.VocabularyFilterMethod." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyLanguage":true,"Settings":{"VocabularyName":"v"}}""", "With language identification, use LanguageIdSettings instead of Settings.VocabularyName and Settings.VocabularyFilterName." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyLanguage":true,"ModelSettings":{"LanguageModelName":"m"}}""", "With language identification, use LanguageIdSettings instead of ModelSettings." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"IdentifyMultipleLanguages":true,"ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted"}}""", "ContentRedaction can't be used with IdentifyMultipleLanguages." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"pl-PL","ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted"}}""", "ContentRedaction isn't available for LanguageCode pl-PL." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"de-DE","ToxicityDetection":[{"ToxicityCategories":["ALL"]}]}""", "ToxicityDetection needs LanguageCode en-US." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav"},"LanguageCode":"pl-PL","ModelSettings":{"LanguageModelName":"m"}}""", "ModelSettings.LanguageModelName needs a LanguageCode that custom language models exist for: en-US, hi-IN, es-US, en-GB, en-AU, de-DE, ja-JP." },
        { """{"TranscriptionJobName":"a","Media":{"MediaFileUri":"s3://media/call.wav","RedactedMediaFileUri":"s3://media/r.wav"},"LanguageCode":"en-US"}""", "Media.RedactedMediaFileUri is only for Call Analytics jobs." },
    };

    /// <summary>Members besides name, en-US and media; the sentence of the rule or refusal they meet.</summary>
    public static TheoryData<string, string> BrokenRules { get; } = new()
    {
        { """ "IdentifyLanguage":true """, "Only one of LanguageCode, IdentifyLanguage and IdentifyMultipleLanguages can be used in a job." },
        { """ "LanguageOptions":["en-US","de-DE"] """, "LanguageOptions needs IdentifyLanguage or IdentifyMultipleLanguages." },
        { """ "LanguageIdSettings":{"en-US":{}} """, "LanguageIdSettings needs IdentifyLanguage or IdentifyMultipleLanguages." },
        { """ "Settings":{"ShowSpeakerLabels":true} """, "Settings.ShowSpeakerLabels needs Settings.MaxSpeakerLabels." },
        { """ "Settings":{"MaxSpeakerLabels":2} """, "Settings.MaxSpeakerLabels needs Settings.ShowSpeakerLabels to be true." },
        { """ "Settings":{"ShowSpeakerLabels":false,"MaxSpeakerLabels":2} """, "Settings.MaxSpeakerLabels needs Settings.ShowSpeakerLabels to be true." },
        { """ "Settings":{"ShowSpeakerLabels":true,"MaxSpeakerLabels":2,"ChannelIdentification":true} """, "Settings.ShowSpeakerLabels and Settings.ChannelIdentification can't both be true." },
        { """ "Settings":{"ShowAlternatives":true} """, "Settings.ShowAlternatives needs Settings.MaxAlternatives." },
        { """ "Settings":{"MaxAlternatives":2} """, "Settings.MaxAlternatives needs Settings.ShowAlternatives to be true." },
        { """ "Settings":{"VocabularyFilterName":"f"} """, "Settings.VocabularyFilterName needs Settings.VocabularyFilterMethod." },
        { """ "Settings":{"VocabularyFilterMethod":"mask"} """, "Settings.VocabularyFilterMethod needs a VocabularyFilterName." },
        { """ "OutputKey":"a.json" """, "OutputKey needs OutputBucketName." },
        { """ "OutputEncryptionKMSKeyId":"alias/k" """, "OutputEncryptionKMSKeyId needs OutputBucketName." },
        { """ "KMSEncryptionContext":{"a":"b"} """, "KMSEncryptionContext needs OutputEncryptionKMSKeyId." },
        { """ "JobExecutionSettings":{"AllowDeferredExecution":true} """, "JobExecutionSettings needs both AllowDeferredExecution and DataAccessRoleArn." },
        { """ "JobExecutionSettings":{"DataAccessRoleArn":"arn:aws:iam::000000000000:role/r"} """, "JobExecutionSettings needs both AllowDeferredExecution and DataAccessRoleArn." },
        { """ "Tags":[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}] """, "The tag key 'a' appears more than once. Tag keys must be unique." },
        { """ "Tags":[{"Key":"aws:a","Value":"1"}] """, "The tag key 'aws:a' starts with 'aws:', which is reserved. Use a different tag key." },
        { $""" "Tags":[{string.Join(',', Enumerable.Range(0, 51).Select(i => $$"""{"Key":"k{{i}}","Value":""}"""))}] """, "A resource can't have more than 50 tags. Remove some Tags and try your request again." },
        { """ "Settings":{"ShowSpeakerLabels":true,"MaxSpeakerLabels":2} """, "The local backend can't tell speakers apart. Leave ShowSpeakerLabels out, or use ChannelIdentification." },
        { """ "Settings":{"VocabularyName":"v"} """, "The requested vocabulary couldn't be found. Check the vocabulary name and try your request again." },
        { """ "Settings":{"VocabularyFilterName":"f","VocabularyFilterMethod":"mask"} """, "The requested vocabulary filter couldn't be found. Check the vocabulary filter name and try your request again." },
        { """ "ModelSettings":{"LanguageModelName":"m"} """, "The local backend has no custom language models. Leave ModelSettings out." },
        { """ "ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted","PiiEntityTypes":["NAME"]} """, "The local backend can't redact content: its rules would miss names, and a redactor that misses is worse than none. Leave ContentRedaction out." },
        { """ "ToxicityDetection":[{"ToxicityCategories":["ALL"]}] """, "The local backend can't detect toxic speech. Leave ToxicityDetection out." },
        { """ "OutputBucketName":"media","OutputEncryptionKMSKeyId":"alias/k","KMSEncryptionContext":{"a":"b"} """, "The local backend has no KMS keys. Leave OutputEncryptionKMSKeyId out." },
        { """ "OutputBucketName":"missing" """, "The output bucket missing in OutputBucketName doesn't exist or can't be accessed." },
        { """ "OutputBucketName":"aws-transcribe-us-east-1-prod" """, "The output bucket aws-transcribe-us-east-1-prod in OutputBucketName doesn't exist or can't be accessed." },
    };

    [Theory]
    [MemberData(nameof(BrokenConstraints))]
    public async Task Member_that_breaks_a_constraint_is_named(string members, string expected)
    {
        var message = expected.Contains("detected: ", StringComparison.Ordinal) ? expected : $"1 validation error detected: {expected}";
        await AssertRefusedAsync(TranscribeFixture.StartBody("job", "," + members), message);
    }

    [Theory]
    [MemberData(nameof(BrokenRules))]
    public Task Members_that_do_not_fit_together_or_to_the_engine_are_refused_in_a_sentence(string members, string expected) =>
        AssertRefusedAsync(TranscribeFixture.StartBody("job", "," + members), expected);

    [Theory]
    [MemberData(nameof(BrokenBodies))]
    public Task Body_with_a_wrong_name_language_or_media_is_refused(string body, string expected) => AssertRefusedAsync(body, expected);

    [Theory]
    [InlineData("s3://media/missing.wav")]
    [InlineData("s3://missing/call.wav")]
    [InlineData("s3://media/")]
    [InlineData("s3://media/folder/")]
    [InlineData("s3://media")]
    [InlineData("s3:///call.wav")]
    [InlineData("s3://aws-transcribe-us-east-1-prod/call.wav")]
    [InlineData("http://elsewhere/media/call.wav")]
    [InlineData("http://127.0.0.1:1/media/call.wav")]
    [InlineData("https://127.0.0.1:4566/media/call.wav")]
    [InlineData("https://elsewhere.example/media/call.wav")]
    [InlineData("https://s3.eu-west-1.amazonaws.com/media/call.wav")]
    [InlineData("https://s3.us-east-1.amazonaws.com/media/call.wav?versionId=1")]
    [InlineData("https://s3.us-east-1.amazonaws.com.example/media/call.wav")]
    public Task Media_that_is_not_an_object_here_is_refused(string uri) => AssertRefusedAsync(
        $$$"""{"TranscriptionJobName":"job","LanguageCode":"en-US","Media":{"MediaFileUri":"{{{uri}}}"}}""",
        "The S3 URI that you provided can't be accessed. Make sure that you have read permission and try your request again.");

    [Theory]
    [InlineData("s3://media/call.wav")]
    [InlineData("https://s3.us-east-1.amazonaws.com/media/call.wav")]
    [InlineData("https://s3.amazonaws.com/media/call.wav")]
    [InlineData("https://media.s3.us-east-1.amazonaws.com/call.wav")]
    [InlineData("https://media.s3.amazonaws.com/call.wav")]
    [InlineData("https://s3-us-east-1.amazonaws.com/media/call.wav")]
    [InlineData("https://s3.us-east-1.amazonaws.com/media/c%61ll.wav")]
    [InlineData("http://127.0.0.1:4566/media/call.wav")]
    public async Task Media_address_of_every_form_is_understood_and_echoed(string uri)
    {
        var name = $"job-{Guid.NewGuid()}";

        var answer = await backend.Transcribe.CallAsync(
            "StartTranscriptionJob", $$$"""{"TranscriptionJobName":"{{{name}}}","LanguageCode":"en-US","Media":{"MediaFileUri":"{{{uri}}}"}}""");

        Assert.Equal(uri, answer.GetProperty("TranscriptionJob").GetProperty("Media").GetProperty("MediaFileUri").GetString());
        Assert.Equal(new("media", "call.wav"), backend.Transcribe.Jobs.Find(name)!.Media);
    }

    [Fact]
    public void Language_codes_are_117_and_each_once() => Assert.Equal(117, LanguageCodes.All.Distinct().Count());

    private async Task AssertRefusedAsync(string body, string message)
    {
        var error = await backend.Transcribe.FailAsync("StartTranscriptionJob", body);

        Assert.Equal(("BadRequestException", message, 400), (error.Code, error.Message, error.Status));
        Assert.Null(backend.Transcribe.Jobs.Find("job"));
        Assert.Null(backend.Transcribe.Jobs.Find("a"));
    }

    /// <summary>One for the whole class: a refused request leaves nothing behind.</summary>
    public sealed class Backend : IAsyncLifetime
    {
        internal TranscribeFixture Transcribe { get; private set; } = null!;

        public async Task InitializeAsync() => Transcribe = await TranscribeFixture.CreateAsync();

        public async Task DisposeAsync() => await Transcribe.DisposeAsync();
    }
}
