using TranscribeConsole.LocalAws.Recognition.Languages;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>One media file on its way to a transcript.</summary>
/// <param name="Path">Absolute path of the media file; the name says nothing about its format.</param>
/// <param name="MediaFormat">Declared format (mp3, mp4, wav, flac, ogg, amr, webm, m4a), or null to detect.</param>
/// <param name="MediaSampleRateHertz">Declared sample rate, or null to detect.</param>
/// <param name="ChannelIdentification">Decode each channel on its own.</param>
internal sealed record MediaToTranscribe(
    string Path,
    string JobName,
    string AccountId,
    JobLanguage Language,
    string? MediaFormat,
    int? MediaSampleRateHertz,
    bool ChannelIdentification)
{
    /// <summary>By language code; a language that is not there has neither vocabulary nor filter.</summary>
    public IReadOnlyDictionary<string, LanguageWords> Words { get; init; } = new Dictionary<string, LanguageWords>();

    /// <summary>How many readings of each segment there may be, the transcript's own among them; null: alternatives are not asked for.</summary>
    public int? MaxAlternatives { get; init; }

    /// <param name="languageCode">Null: not known.</param>
    public LanguageWords WordsOf(string? languageCode) =>
        languageCode is not null && Words.TryGetValue(languageCode, out var words) ? words : LanguageWords.None;
}
