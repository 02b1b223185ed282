namespace TranscribeConsole.LocalAws.Recognition.Decoding;

/// <summary>The service's format names against what ffprobe finds.</summary>
internal static class MediaFormats
{
    /// <summary>Demuxers that may open a user's file, by name: everything else, playlists above all, could read other files.</summary>
    public const string DemuxerWhitelist = "mov,mp3,wav,flac,ogg,amr,amrnb,amrwb,matroska";

    private const string Mp4 = "mp4";
    private const string M4a = "m4a";

    /// <summary>The service's name of the detected format, or null when it is none of the service's.</summary>
    public static string? NameOf(DetectedMedia media) => media.FormatName.Split(',')[0] switch
    {
        "mp3" => "mp3",
        "wav" => "wav",
        "flac" => "flac",
        "ogg" => "ogg",
        "amr" or "amrnb" or "amrwb" => "amr",
        "matroska" => IsWebM(media) ? "webm" : null,
        "mov" => IsM4a(media) ? M4a : Mp4,
        _ => null,
    };

    /// <summary>Whether media detected as one format may be declared as another.</summary>
    /// <remarks>MPEG-4 without pictures goes by both names, whatever brand the recorder wrote.</remarks>
    public static bool Match(string declared, string detected, DetectedMedia media) =>
        declared == detected || (declared is Mp4 or M4a && detected is Mp4 or M4a && !media.HasVideo);

    /// <summary>Whether the declared rate may be the media's.</summary>
    /// <remarks>Opus states 48,000 whatever was recorded, so there any rate that Opus knows is as true.</remarks>
    public static bool SampleRatesMatch(int declared, DetectedAudio audio) =>
        declared == audio.SampleRateHertz || (audio.Codec == "opus" && declared is 8_000 or 12_000 or 16_000 or 24_000);

    // ffprobe has one name for Matroska and WebM; WebM is the one that holds nothing but these.
    private static bool IsWebM(DetectedMedia media) => media.Audio is null or { Codec: "opus" or "vorbis" };

    private static bool IsM4a(DetectedMedia media) =>
        !media.HasVideo && media.MajorBrand is { Length: >= 3 } brand && (brand[..3] is "M4A" or "M4B");
}
