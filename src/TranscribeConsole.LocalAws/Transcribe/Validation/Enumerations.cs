namespace TranscribeConsole.LocalAws.Transcribe.Validation;

/// <summary>The service's small enumerations, in its order.</summary>
internal static class Enumerations
{
    public static IReadOnlyList<string> JobStatus { get; } = ["QUEUED", "IN_PROGRESS", "FAILED", "COMPLETED"];
    public static IReadOnlyList<string> MediaFormat { get; } = ["mp3", "mp4", "wav", "flac", "ogg", "amr", "webm", "m4a"];
    public static IReadOnlyList<string> VocabularyFilterMethod { get; } = ["remove", "mask", "tag"];
    public static IReadOnlyList<string> RedactionType { get; } = ["PII"];
    public static IReadOnlyList<string> RedactionOutput { get; } = ["redacted", "redacted_and_unredacted"];
    public static IReadOnlyList<string> VocabularyState { get; } = ["PENDING", "READY", "FAILED"];
    public static IReadOnlyList<string> ModelStatus { get; } = ["IN_PROGRESS", "FAILED", "COMPLETED"];
    public static IReadOnlyList<string> BaseModelName { get; } = ["NarrowBand", "WideBand"];
    public static IReadOnlyList<string> SubtitleFormat { get; } = ["vtt", "srt"];
    public static IReadOnlyList<string> ToxicityCategory { get; } = ["ALL"];

    public static IReadOnlyList<string> PiiEntityType { get; } =
    [
        "BANK_ACCOUNT_NUMBER", "BANK_ROUTING", "CREDIT_DEBIT_NUMBER", "CREDIT_DEBIT_CVV", "CREDIT_DEBIT_EXPIRY", "PIN", "EMAIL",
        "ADDRESS", "NAME", "PHONE", "SSN", "ALL", "AGE", "AWS_ACCESS_KEY", "AWS_SECRET_KEY", "CA_HEALTH_NUMBER",
        "CA_SOCIAL_INSURANCE_NUMBER", "DATE_TIME", "DRIVER_ID", "INTERNATIONAL_BANK_ACCOUNT_NUMBER", "IP_ADDRESS", "LICENSE_PLATE",
        "MAC_ADDRESS", "PASSPORT_NUMBER", "PASSWORD", "SWIFT_CODE", "URL", "US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER", "USERNAME",
        "VEHICLE_IDENTIFICATION_NUMBER",
    ];

    /// <summary>Languages whose speech the service can redact.</summary>
    public static IReadOnlyList<string> RedactionLanguages { get; } =
    [
        "en-AU", "en-GB", "en-IN", "en-IE", "en-NZ", "en-AB", "en-ZA", "en-US", "en-WL", "fr-FR", "fr-CA", "de-DE", "de-CH", "it-IT",
        "pt-PT", "pt-BR", "es-US",
    ];

    /// <summary>Languages that a custom language model can be made for.</summary>
    public static IReadOnlyList<string> ModelLanguages { get; } = ["en-US", "hi-IN", "es-US", "en-GB", "en-AU", "de-DE", "ja-JP"];
}
