using System.Collections.Frozen;
using TranscribeConsole.LocalAws.Recognition.Languages;

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
    private static readonly KeyValuePair<string, string>[] RefusedByAll =
    [
        new("Settings.ShowSpeakerLabels", "The local backend can't tell speakers apart. Leave ShowSpeakerLabels out, or use ChannelIdentification."),
        new("ModelSettings", "The local backend has no custom language models. Leave ModelSettings out."),
        new("LanguageIdSettings.LanguageModelName", "The local backend has no custom language models. Leave LanguageModelName out."),
        new("ContentRedaction",
            "The local backend can't redact content: its rules would miss names, and a redactor that misses is worse than none. Leave ContentRedaction out."),
        new("ToxicityDetection", "The local backend can't detect toxic speech. Leave ToxicityDetection out."),
        new("OutputEncryptionKMSKeyId", "The local backend has no KMS keys. Leave OutputEncryptionKMSKeyId out."),
        new("KMSEncryptionContext", "The local backend has no KMS keys. Leave KMSEncryptionContext out."),
    ];

    /// <summary>The built-in recogniser.</summary>
    public static LocalAwsCapabilities PocketSphinx { get; } = new("PocketSphinx", IsDraftQuality: true, ["en-US"], Refused(
        new("IdentifyLanguage", "The local backend can't identify languages. Send LanguageCode instead of IdentifyLanguage."),
        new("IdentifyMultipleLanguages", "The local backend can't identify languages. Send LanguageCode instead of IdentifyMultipleLanguages.")));

    /// <summary>Of the recogniser that the settings choose.</summary>
    public static LocalAwsCapabilities Of(LocalAwsOptions options) => options.Recogniser switch
    {
        RecogniserKind.OpenAi => OfServer(options.OpenAi),
        _ => PocketSphinx,
    };

    private static LocalAwsCapabilities OfServer(OpenAiRecogniserOptions options) => new(
        $"{options.Model} at {new Uri(options.BaseUrl).Authority}", IsDraftQuality: false, WhisperLanguages.ServiceCodes, Refused(
            new KeyValuePair<string, string>("Settings.ShowAlternatives",
                "The recogniser of this local backend gives one text and no alternatives. Leave ShowAlternatives out.")));

    private static FrozenDictionary<string, string> Refused(params KeyValuePair<string, string>[] further) => RefusedByAll.Concat(further).ToFrozenDictionary();
}
