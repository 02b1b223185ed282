using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.TranscribeClient.Tests.Wire;

/// <summary>Objects with every member set, and the same as JSON written by hand from the service's reference.</summary>
internal static class Samples
{
    public static StartTranscriptionJobRequest StartEverything => new()
    {
        TranscriptionJobName = "board-2025-03",
        Media = new Media { MediaFileUri = "s3://acme-audio/in/board.mp3", RedactedMediaFileUri = "s3://acme-audio/in/board-red.mp3" },
        MediaFormat = MediaFormat.Mp3,
        MediaSampleRateHertz = 44100,
        LanguageCode = LanguageCode.EnUS,
        IdentifyLanguage = true,
        IdentifyMultipleLanguages = false,
        LanguageOptions = ["en-US", "de-DE"],
        LanguageIdSettings = new() { ["de-DE"] = ForGerman },
        OutputBucketName = "acme-text",
        OutputKey = "out/",
        OutputEncryptionKMSKeyId = "alias/text",
        KMSEncryptionContext = new() { ["Department"] = "legal" },
        Settings = Everything,
        ModelSettings = new ModelSettings { LanguageModelName = "boardroom" },
        JobExecutionSettings = Deferred,
        ContentRedaction = Redaction,
        Subtitles = new Subtitles { Formats = ["srt", "vtt"], OutputStartIndex = 1 },
        ToxicityDetection = [new ToxicityDetectionSettings { ToxicityCategories = ["ALL"] }],
        Tags = [new Tag { Key = "team", Value = "legal" }],
    };

    public const string StartEverythingJson =
        """
        {"TranscriptionJobName":"board-2025-03",
         "Media":{"MediaFileUri":"s3://acme-audio/in/board.mp3","RedactedMediaFileUri":"s3://acme-audio/in/board-red.mp3"},
         "MediaFormat":"mp3","MediaSampleRateHertz":44100,
         "LanguageCode":"en-US","IdentifyLanguage":true,"IdentifyMultipleLanguages":false,"LanguageOptions":["en-US","de-DE"],
         "LanguageIdSettings":{"de-DE":{"VocabularyName":"words","VocabularyFilterName":"swear","LanguageModelName":"model"}},
         "OutputBucketName":"acme-text","OutputKey":"out/","OutputEncryptionKMSKeyId":"alias/text",
         "KMSEncryptionContext":{"Department":"legal"},
         "Settings":{"VocabularyName":"words","VocabularyFilterName":"swear","VocabularyFilterMethod":"mask","ShowSpeakerLabels":true,
          "MaxSpeakerLabels":4,"ChannelIdentification":false,"ShowAlternatives":true,"MaxAlternatives":3},
         "ModelSettings":{"LanguageModelName":"boardroom"},
         "JobExecutionSettings":{"AllowDeferredExecution":true,"DataAccessRoleArn":"arn:aws:iam::123456789012:role/reader"},
         "ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted_and_unredacted","PiiEntityTypes":["NAME","PHONE"]},
         "Subtitles":{"Formats":["srt","vtt"],"OutputStartIndex":1},
         "ToxicityDetection":[{"ToxicityCategories":["ALL"]}],
         "Tags":[{"Key":"team","Value":"legal"}]}
        """;

    public static TranscriptionJob Job => new()
    {
        TranscriptionJobName = "board-2025-03",
        TranscriptionJobStatus = TranscriptionJobStatus.COMPLETED,
        LanguageCode = LanguageCode.EnUS,
        IdentifyLanguage = true,
        IdentifyMultipleLanguages = false,
        LanguageOptions = ["en-US", "de-DE"],
        LanguageIdSettings = new() { ["de-DE"] = ForGerman },
        IdentifiedLanguageScore = 0.875f,
        LanguageCodes = [new LanguageCodeItem { LanguageCode = LanguageCode.EnUS, DurationInSeconds = 12.25f }],
        Media = new Media { MediaFileUri = "s3://acme-audio/in/board.mp3", RedactedMediaFileUri = "s3://acme-audio/in/board-red.mp3" },
        MediaFormat = MediaFormat.Mp3,
        MediaSampleRateHertz = 44100,
        CreationTime = new DateTime(2023, 11, 14, 22, 13, 20, 377, DateTimeKind.Utc),
        StartTime = new DateTime(2023, 11, 14, 22, 13, 20, 412, DateTimeKind.Utc),
        CompletionTime = new DateTime(2023, 11, 14, 22, 14, 0, DateTimeKind.Utc),
        FailureReason = "none really",
        Transcript = new Transcript { TranscriptFileUri = "https://s3/t.json", RedactedTranscriptFileUri = "https://s3/redacted-t.json" },
        Settings = Everything,
        ModelSettings = new ModelSettings { LanguageModelName = "boardroom" },
        JobExecutionSettings = Deferred,
        ContentRedaction = Redaction,
        Subtitles = new SubtitlesOutput
        {
            Formats = ["srt", "vtt"],
            SubtitleFileUris = ["https://s3/t.srt", "https://s3/t.vtt"],
            OutputStartIndex = 1,
        },
        ToxicityDetection = [new ToxicityDetectionSettings { ToxicityCategories = ["ALL"] }],
        Tags = [new Tag { Key = "team", Value = "legal" }],
    };

    public const string JobJson =
        """
        {"TranscriptionJobName":"board-2025-03","TranscriptionJobStatus":"COMPLETED","LanguageCode":"en-US",
         "IdentifyLanguage":true,"IdentifyMultipleLanguages":false,"LanguageOptions":["en-US","de-DE"],
         "LanguageIdSettings":{"de-DE":{"VocabularyName":"words","VocabularyFilterName":"swear","LanguageModelName":"model"}},
         "IdentifiedLanguageScore":0.875,"LanguageCodes":[{"LanguageCode":"en-US","DurationInSeconds":12.25}],
         "Media":{"MediaFileUri":"s3://acme-audio/in/board.mp3","RedactedMediaFileUri":"s3://acme-audio/in/board-red.mp3"},
         "MediaFormat":"mp3","MediaSampleRateHertz":44100,
         "CreationTime":1700000000.377,"StartTime":1700000000.412,"CompletionTime":1700000040,"FailureReason":"none really",
         "Transcript":{"TranscriptFileUri":"https://s3/t.json","RedactedTranscriptFileUri":"https://s3/redacted-t.json"},
         "Settings":{"VocabularyName":"words","VocabularyFilterName":"swear","VocabularyFilterMethod":"mask","ShowSpeakerLabels":true,
          "MaxSpeakerLabels":4,"ChannelIdentification":false,"ShowAlternatives":true,"MaxAlternatives":3},
         "ModelSettings":{"LanguageModelName":"boardroom"},
         "JobExecutionSettings":{"AllowDeferredExecution":true,"DataAccessRoleArn":"arn:aws:iam::123456789012:role/reader"},
         "ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted_and_unredacted","PiiEntityTypes":["NAME","PHONE"]},
         "Subtitles":{"Formats":["srt","vtt"],"SubtitleFileUris":["https://s3/t.srt","https://s3/t.vtt"],"OutputStartIndex":1},
         "ToxicityDetection":[{"ToxicityCategories":["ALL"]}],
         "Tags":[{"Key":"team","Value":"legal"}]}
        """;

    public static TranscriptionJobSummary Summary => new()
    {
        TranscriptionJobName = "board-2025-03",
        TranscriptionJobStatus = TranscriptionJobStatus.FAILED,
        LanguageCode = LanguageCode.EnUS,
        IdentifyLanguage = true,
        IdentifyMultipleLanguages = false,
        IdentifiedLanguageScore = 0.875f,
        LanguageCodes = [new LanguageCodeItem { LanguageCode = LanguageCode.EnUS, DurationInSeconds = 12.25f }],
        CreationTime = new DateTime(2023, 11, 14, 22, 13, 20, 377, DateTimeKind.Utc),
        StartTime = new DateTime(2023, 11, 14, 22, 13, 20, 412, DateTimeKind.Utc),
        CompletionTime = new DateTime(2023, 11, 14, 22, 14, 0, DateTimeKind.Utc),
        FailureReason = "Unsupported media format",
        OutputLocationType = OutputLocationType.SERVICE_BUCKET,
        ModelSettings = new ModelSettings { LanguageModelName = "boardroom" },
        ContentRedaction = Redaction,
        ToxicityDetection = [new ToxicityDetectionSettings { ToxicityCategories = ["ALL"] }],
    };

    public const string SummaryJson =
        """
        {"TranscriptionJobName":"board-2025-03","TranscriptionJobStatus":"FAILED","LanguageCode":"en-US",
         "IdentifyLanguage":true,"IdentifyMultipleLanguages":false,
         "IdentifiedLanguageScore":0.875,"LanguageCodes":[{"LanguageCode":"en-US","DurationInSeconds":12.25}],
         "CreationTime":1700000000.377,"StartTime":1700000000.412,"CompletionTime":1700000040,
         "FailureReason":"Unsupported media format","OutputLocationType":"SERVICE_BUCKET",
         "ModelSettings":{"LanguageModelName":"boardroom"},
         "ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted_and_unredacted","PiiEntityTypes":["NAME","PHONE"]},
         "ToxicityDetection":[{"ToxicityCategories":["ALL"]}]}
        """;

    private static LanguageIdSettings ForGerman => new()
    {
        VocabularyName = "words",
        VocabularyFilterName = "swear",
        LanguageModelName = "model",
    };

    private static Settings Everything => new()
    {
        VocabularyName = "words",
        VocabularyFilterName = "swear",
        VocabularyFilterMethod = VocabularyFilterMethod.Mask,
        ShowSpeakerLabels = true,
        MaxSpeakerLabels = 4,
        ChannelIdentification = false,
        ShowAlternatives = true,
        MaxAlternatives = 3,
    };

    private static JobExecutionSettings Deferred => new()
    {
        AllowDeferredExecution = true,
        DataAccessRoleArn = "arn:aws:iam::123456789012:role/reader",
    };

    private static ContentRedaction Redaction => new()
    {
        RedactionType = RedactionType.PII,
        RedactionOutput = RedactionOutput.Redacted_and_unredacted,
        PiiEntityTypes = ["NAME", "PHONE"],
    };
}
