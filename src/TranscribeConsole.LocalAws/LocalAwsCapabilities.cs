using System.Collections.Frozen;

namespace TranscribeConsole.LocalAws;

/// <summary>What the embedded backend can do: told to callers of Start, and shown by the console before they ask.</summary>
/// <param name="EngineName">Name of the engine that transcribes, for people.</param>
/// <param name="IsDraftQuality">Whether its transcripts need more correction than the service's would.</param>
/// <param name="LanguageCodes">Codes it can transcribe.</param>
/// <param name="RefusedOptions">
/// Sentence to show by the option's path in StartTranscriptionJob, for example <c>Settings.ShowSpeakerLabels</c>.
/// </param>
public sealed record LocalAwsCapabilities(
    string EngineName,
    bool IsDraftQuality,
    IReadOnlyList<string> LanguageCodes,
    IReadOnlyDictionary<string, string> RefusedOptions)
{
    /// <summary>The built-in recogniser.</summary>
    public static LocalAwsCapabilities PocketSphinx { get; } = new("PocketSphinx", IsDraftQuality: true, ["en-US"], new Dictionary<string, string>
    {
        ["IdentifyLanguage"] = "The local backend can't identify languages. Send LanguageCode instead of IdentifyLanguage.",
        ["IdentifyMultipleLanguages"] =
            "The local backend can't identify languages. Send LanguageCode instead of IdentifyMultipleLanguages.",
        ["Settings.ShowSpeakerLabels"] =
            "The local backend can't tell speakers apart. Leave ShowSpeakerLabels out, or use ChannelIdentification.",
        ["Settings.ShowAlternatives"] = "The local backend gives no alternative transcriptions. Leave ShowAlternatives out.",
        ["ModelSettings"] = "The local backend has no custom language models. Leave ModelSettings out.",
        ["ContentRedaction"] = "The local backend can't redact content. Leave ContentRedaction out.",
        ["ToxicityDetection"] = "The local backend can't detect toxic speech. Leave ToxicityDetection out.",
        ["OutputEncryptionKMSKeyId"] = "The local backend has no KMS keys. Leave OutputEncryptionKMSKeyId out.",
        ["KMSEncryptionContext"] = "The local backend has no KMS keys. Leave KMSEncryptionContext out.",
    }.ToFrozenDictionary());
}
