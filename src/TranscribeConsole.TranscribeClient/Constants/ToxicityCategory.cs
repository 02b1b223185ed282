using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>Toxic speech to look for. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<ToxicityCategory>))]
public class ToxicityCategory(string value) : ConstantClass(value), IConstant<ToxicityCategory>
{
    public static readonly ToxicityCategory ALL = new("ALL");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static ToxicityCategory? FindValue(string? value) => FindValue<ToxicityCategory>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ToxicityCategory?(string? value) => FindValue(value);
}
