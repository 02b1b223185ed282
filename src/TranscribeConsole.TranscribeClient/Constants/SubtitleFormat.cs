using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>Format of a subtitle file. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<SubtitleFormat>))]
public class SubtitleFormat(string value) : ConstantClass(value), IConstant<SubtitleFormat>
{
    public static readonly SubtitleFormat Srt = new("srt");
    public static readonly SubtitleFormat Vtt = new("vtt");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static SubtitleFormat? FindValue(string? value) => FindValue<SubtitleFormat>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SubtitleFormat?(string? value) => FindValue(value);
}
