using TranscribeConsole.LocalAws.Recognition.Assembling;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>One media file on its way to a transcript.</summary>
/// <param name="Path">Absolute path of the media file; the name says nothing about its format.</param>
/// <param name="MediaFormat">Declared format (mp3, mp4, wav, flac, ogg, amr, webm, m4a), or null to detect.</param>
/// <param name="MediaSampleRateHertz">Declared sample rate, or null to detect.</param>
/// <param name="ChannelIdentification">Decode each channel on its own.</param>
/// <param name="Words">What the job's vocabulary and filter make of the words heard; null: nothing.</param>
internal sealed record MediaToTranscribe(
    string Path,
    string JobName,
    string AccountId,
    string LanguageCode,
    string? MediaFormat,
    int? MediaSampleRateHertz,
    bool ChannelIdentification,
    WordRules? Words = null);
