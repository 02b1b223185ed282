namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>Both ends of every limit of StartTranscriptionJob that <see cref="StartValidationTests"/> does not walk already.</summary>
public sealed class StartLimitTests(StartValidationTests.Backend backend) : IClassFixture<StartValidationTests.Backend>
{
    private const string KmsKey = "^[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,2048}$";
    private const string OutputKey = "^[a-zA-Z0-9-_.!*'()/]{1,1024}$";
    private const string Bucket = @"^[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9]$";
    private const string NotBlank = @"\S";
    private const string ShortestArn = "arn:aws:iam:::role/"; // 19 characters, one too few

    private static readonly string Long = Broken.Text(201);
    private static readonly string LongArn = $"arn:aws:iam::{new string('0', 63)}:role/{Broken.Text(2049 - 82)}";
    private static readonly string Languages = string.Join(", ", LocalAws.Transcribe.Validation.LanguageCodes.All);

    private static readonly string[] PiiTypes =
    [
        "BANK_ACCOUNT_NUMBER", "BANK_ROUTING", "CREDIT_DEBIT_NUMBER", "CREDIT_DEBIT_CVV", "CREDIT_DEBIT_EXPIRY", "PIN", "EMAIL", "ADDRESS", "NAME", "PHONE", "SSN", "ALL", "AGE",
        "AWS_ACCESS_KEY", "AWS_SECRET_KEY", "CA_HEALTH_NUMBER", "CA_SOCIAL_INSURANCE_NUMBER", "DATE_TIME", "DRIVER_ID", "INTERNATIONAL_BANK_ACCOUNT_NUMBER", "IP_ADDRESS",
        "LICENSE_PLATE", "MAC_ADDRESS", "PASSPORT_NUMBER", "PASSWORD", "SWIFT_CODE", "URL", "US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER", "USERNAME", "VEHICLE_IDENTIFICATION_NUMBER",
    ];

    /// <summary>Members besides name, en-US and media, and what is wrong with them.</summary>
    public static TheoryData<string, string[]> Rows { get; } = new()
    {
        { """ "Media":{"MediaFileUri":""} """, [Broken.Shortest("media.mediaFileUri", "", 1), Broken.Pattern("media.mediaFileUri", "", Broken.Uri)] },
        { Json("Media", "MediaFileUri", Uri(2001)), [Broken.Longest("media.mediaFileUri", Uri(2001), 2000)] },
        { """ "Media":{"MediaFileUri":"s3://"} """, [Broken.Pattern("media.mediaFileUri", "s3://", Broken.Uri)] },
        { """ "Media":{"MediaFileUri":"s3://media/call.wav","RedactedMediaFileUri":"file:///a"} """, [Broken.Pattern("media.redactedMediaFileUri", "file:///a", Broken.Uri)] },
        { """ "MediaFormat":"" """, [Broken.OneOf("mediaFormat", "", "mp3", "mp4", "wav", "flac", "ogg", "amr", "webm", "m4a")] },
        { """ "MediaFormat":"WAV" """, [Broken.OneOf("mediaFormat", "WAV", "mp3", "mp4", "wav", "flac", "ogg", "amr", "webm", "m4a")] },
        { """ "OutputBucketName":"ab" """, [Broken.Pattern("outputBucketName", "ab", Bucket)] },
        { """ "OutputBucketName":"s3://media" """, [Broken.Pattern("outputBucketName", "s3://media", Bucket)] },
        { Json("OutputBucketName", Broken.Text(64)), [Broken.Pattern("outputBucketName", Broken.Text(64), Bucket)] },
        { Json("OutputBucketName", Broken.Text(65)), [Broken.Longest("outputBucketName", Broken.Text(65), 64), Broken.Pattern("outputBucketName", Broken.Text(65), Bucket)] },
        { """ "OutputBucketName":"media", """ + Json("OutputKey", Broken.Text(1025)), [Broken.Longest("outputKey", Broken.Text(1025), 1024), Broken.Pattern("outputKey", Broken.Text(1025), OutputKey)] },
        { """ "OutputEncryptionKMSKeyId":"" """, [Broken.Shortest("outputEncryptionKMSKeyId", "", 1), Broken.Pattern("outputEncryptionKMSKeyId", "", KmsKey)] },
        { Json("OutputEncryptionKMSKeyId", Broken.Text(2049)), [Broken.Longest("outputEncryptionKMSKeyId", Broken.Text(2049), 2048)] },
        { $$""" "KMSEncryptionContext":{{{Entries(11)}}} """, [Broken.Longest("kMSEncryptionContext", $"[{string.Join(", ", Enumerable.Range(0, 11).Select(i => $"k{i}"))}]", 10)] },
        { """ "KMSEncryptionContext":{"":"v"} """, [Broken.Shortest("kMSEncryptionContext.key", "", 1), Broken.Pattern("kMSEncryptionContext.key", "", NotBlank)] },
        { $$""" "KMSEncryptionContext":{"k":"{{Broken.Text(2001)}}"} """, [Broken.Longest("kMSEncryptionContext.k.member", Broken.Text(2001), 2000)] },
        { Json("Settings", "VocabularyName", ""), [Broken.Shortest("settings.vocabularyName", "", 1), Broken.Pattern("settings.vocabularyName", "", Broken.Name)] },
        { Json("Settings", "VocabularyName", Long), [Broken.Longest("settings.vocabularyName", Long, 200)] },
        { Json("Settings", "VocabularyFilterName", Long), [Broken.Longest("settings.vocabularyFilterName", Long, 200)] },
        { """ "Settings":{"VocabularyFilterMethod":"Mask"} """, [Broken.OneOf("settings.vocabularyFilterMethod", "Mask", "remove", "mask", "tag")] },
        { """ "Settings":{"MaxSpeakerLabels":31,"MaxAlternatives":-1} """, [Broken.Highest("settings.maxSpeakerLabels", 31, 30), Broken.Lowest("settings.maxAlternatives", -1, 2)] },
        { Json("ModelSettings", "LanguageModelName", Long), [Broken.Longest("modelSettings.languageModelName", Long, 200)] },
        { Json("JobExecutionSettings", "DataAccessRoleArn", ShortestArn), [Broken.Shortest("jobExecutionSettings.dataAccessRoleArn", ShortestArn, 20)] },
        { Json("JobExecutionSettings", "DataAccessRoleArn", LongArn), [Broken.Longest("jobExecutionSettings.dataAccessRoleArn", LongArn, 2048), Broken.Pattern("jobExecutionSettings.dataAccessRoleArn", LongArn, Broken.RoleArn)] },
        { """ "ContentRedaction":{} """, [Broken.Null("contentRedaction.redactionType"), Broken.Null("contentRedaction.redactionOutput")] },
        { """ "ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted","PiiEntityTypes":["NAME","HAT"]} """, [Broken.OneOf("contentRedaction.piiEntityTypes.2.member", "HAT", PiiTypes)] },
        { """ "LanguageOptions":["en-US","en-XX"] """, [Broken.OneOf("languageOptions.2.member", "en-XX", Languages)] },
        { """ "LanguageOptions":[null] """, [Broken.Null("languageOptions.1.member")] },
        { """ "LanguageIdSettings":{"xx":{}} """, [Broken.OneOf("languageIdSettings.key", "xx", Languages)] },
        { """ "LanguageIdSettings":{"en-US":null} """, [Broken.Null("languageIdSettings.en-US.member")] },
        { """ "LanguageIdSettings":{"en-US":{},"en-GB":{},"en-AU":{},"de-DE":{},"fr-FR":{},"it-IT":{}} """, [Broken.Longest("languageIdSettings", "[en-US, en-GB, en-AU, de-DE, fr-FR, it-IT]", 5)] },
        { """ "LanguageIdSettings":{"en-US":{"VocabularyFilterName":"a b"}} """, [Broken.Pattern("languageIdSettings.en-US.member.vocabularyFilterName", "a b", Broken.Name)] },
        { """ "LanguageIdSettings":{"en-US":{"LanguageModelName":"a b"}} """, [Broken.Pattern("languageIdSettings.en-US.member.languageModelName", "a b", Broken.Name)] },
        { """ "Subtitles":{"Formats":[null]} """, [Broken.Null("subtitles.formats.1.member")] },
        { """ "ToxicityDetection":[null] """, [Broken.Null("toxicityDetection.1.member")] },
        { """ "ToxicityDetection":[{"ToxicityCategories":[]}] """, [Broken.Shortest("toxicityDetection.1.member.toxicityCategories", "[]", 1)] },
        { """ "ToxicityDetection":[{"ToxicityCategories":["ALL","ALL"]}] """, [Broken.Longest("toxicityDetection.1.member.toxicityCategories", "[ALL, ALL]", 1)] },
        { """ "ToxicityDetection":[{"ToxicityCategories":[null]}] """, [Broken.Null("toxicityDetection.1.member.toxicityCategories.1.member")] },
        { """ "Tags":[{"Value":"v"}] """, [Broken.Null("tags.1.member.key")] },
        { Json("Tags", [Broken.Text(129)]), [Broken.Longest("tags.1.member.key", Broken.Text(129), 128)] },
        { Json("Tags", [.. Enumerable.Range(0, 201).Select(i => $"k{i}")]), [Broken.Longest("tags", $"[{string.Join(", ", Enumerable.Range(0, 201).Select(i => $"k{i}"))}]", 200)] },
        { """ "LanguageCode":"" """, [Broken.OneOf("languageCode", "", Languages)] },
        { """ "LanguageCode":"EN-us" """, [Broken.OneOf("languageCode", "EN-us", Languages)] },
        { """ "TranscriptionJobName":"" """, [Broken.Shortest("transcriptionJobName", "", 1), Broken.Pattern("transcriptionJobName", "", Broken.Name)] },
        { """ "TranscriptionJobName":"Straße" """, [Broken.Pattern("transcriptionJobName", "Straße", Broken.Name)] },
    };

    /// <summary>The largest and smallest that is allowed; the engine or the store has the last word then, if anybody.</summary>
    public static TheoryData<string> Allowed { get; } =
    [
        """ "MediaSampleRateHertz":8000 """,
        """ "MediaSampleRateHertz":48000 """,
        Json("TranscriptionJobName", Broken.Text(200)),
        """ "TranscriptionJobName":"..." """,
        """ "ModelSettings":{} """,
        """ "Subtitles":{"Formats":[]} """,
        """ "Subtitles":{"Formats":["vtt","srt"],"OutputStartIndex":1} """,
        $$""" "JobExecutionSettings":{"AllowDeferredExecution":false,"DataAccessRoleArn":"{{ShortestArn}}x"} """,
        """ "OutputBucketName":"media", """ + Json("OutputKey", Broken.Text(1019) + ".json"),
        """ "OutputBucketName":"media","OutputKey":"a-Z_9.!*'()/b" """,
        Json("Tags", [Broken.Text(128)]),
        Json("Tags", [.. Enumerable.Range(0, 50).Select(i => $"k{i}")]),
        """ "IdentifyLanguage":false,"IdentifyMultipleLanguages":false """,
        """ "Settings":{"ShowSpeakerLabels":false,"ShowAlternatives":false,"ChannelIdentification":true} """,
        """ "Settings":{"ShowAlternatives":true,"MaxAlternatives":2} """,
        """ "Settings":{"ShowAlternatives":true,"MaxAlternatives":10} """,
        """ "MediaFormat":null,"Settings":null,"Tags":null,"OutputKey":null """,
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Member_beyond_its_limit_is_named_with_its_rule(string members, string[] errors)
    {
        // A member given twice counts as it stands last.
        var error = await backend.Transcribe.FailAsync("StartTranscriptionJob", TranscribeFixture.StartBody("job", "," + members));

        Assert.Equal(("BadRequestException", Broken.Message(errors), 400), (error.Code, error.Message, error.Status));
        Assert.Null(backend.Transcribe.Jobs.Find("job"));
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public Task Member_at_its_limit_is_taken(string members) =>
        backend.Transcribe.CallAsync("StartTranscriptionJob", TranscribeFixture.StartBody($"job-{Guid.NewGuid()}", "," + members));

    [Fact]
    public async Task Every_broken_constraint_is_told_at_once()
    {
        var error = await backend.Transcribe.FailAsync("StartTranscriptionJob", """{"TranscriptionJobName":"a b","MediaFormat":"mp5","Settings":{"MaxAlternatives":11},"Tags":[]}""");

        Assert.Equal(
            Broken.Message(
                Broken.Pattern("transcriptionJobName", "a b", Broken.Name),
                Broken.OneOf("mediaFormat", "mp5", "mp3", "mp4", "wav", "flac", "ogg", "amr", "webm", "m4a"),
                Broken.Null("media"),
                Broken.Highest("settings.maxAlternatives", 11, 10),
                Broken.Shortest("tags", "[]", 1)),
            error.Message);
    }

    private static string Json(string member, string value) => $"""
         "{member}":"{value}"
        """;

    private static string Json(string outer, string member, string value) => $$"""
         "{{outer}}":{"{{member}}":"{{value}}"}
        """;

    private static string Json(string member, string[] tagKeys) => $"""
         "{member}":[{string.Join(',', tagKeys.Select(key => $$"""{"Key":"{{key}}","Value":""}"""))}]
        """;

    private static string Entries(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $"\"k{i}\":\"v\""));

    private static string Uri(int length) => "s3://media/" + Broken.Text(length - 11);
}
