using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>The kind of audio that a custom language model is for: under 16,000 Hz or not. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<BaseModelName>))]
public class BaseModelName(string value) : ConstantClass(value), IConstant<BaseModelName>
{
    public static readonly BaseModelName NarrowBand = new("NarrowBand");
    public static readonly BaseModelName WideBand = new("WideBand");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static BaseModelName? FindValue(string? value) => FindValue<BaseModelName>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator BaseModelName?(string? value) => FindValue(value);
}
