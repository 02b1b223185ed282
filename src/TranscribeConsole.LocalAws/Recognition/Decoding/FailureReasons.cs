namespace TranscribeConsole.LocalAws.Recognition.Decoding;

/// <summary>Why media is refused: the service's own sentences where it has one, else ours.</summary>
internal static class FailureReasons
{
    public const string UnsupportedFormat = "Unsupported media format";
    public const string FormatMismatch = "The media format provided does not match the detected media format";
    public const string InvalidSampleRate = "Invalid sample rate for audio file";
    public const string SampleRateMismatch = "The sample rate provided does not match the detected sample rate";
    public const string FileTooLarge = "Invalid file size: file size too large";
    public const string TooManyChannels = "Invalid number of channels: number of channels too large";
    public const string InvalidData = "The data in your input media file isn't valid. Check the media file and try your request again.";

    public const string NoAudio =
        "Your input media file has no audio stream. Use media with sound and try your request again.";
    public const string TooShort =
        "Your input media file is shorter than 500 milliseconds. Use longer media and try your request again.";
    public const string TookTooLong =
        "Your input media file could not be decoded in reasonable time. Check the media file and try your request again.";

    public static string TooLong(int maxAudioHours) =>
        $"Your input media file is longer than {maxAudioHours} hours. Use shorter media and try your request again.";

    public const string TooLittleSpeech =
        "Your input media file has too little speech to identify its language. Send LanguageCode, or use media with more speech and try your request again.";

    public const string UnknownLanguage =
        "The language of your input media file could not be identified as one that this backend knows. Send LanguageCode and try your request again.";
}
