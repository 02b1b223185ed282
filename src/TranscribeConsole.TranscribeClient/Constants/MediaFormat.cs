using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>Container or codec of the media. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<MediaFormat>))]
public class MediaFormat(string value) : ConstantClass(value), IConstant<MediaFormat>
{
    public static readonly MediaFormat Amr = new("amr");
    public static readonly MediaFormat Flac = new("flac");
    public static readonly MediaFormat M4a = new("m4a");
    public static readonly MediaFormat Mp3 = new("mp3");
    public static readonly MediaFormat Mp4 = new("mp4");
    public static readonly MediaFormat Ogg = new("ogg");
    public static readonly MediaFormat Wav = new("wav");
    public static readonly MediaFormat Webm = new("webm");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static MediaFormat? FindValue(string? value) => FindValue<MediaFormat>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator MediaFormat?(string? value) => FindValue(value);
}
