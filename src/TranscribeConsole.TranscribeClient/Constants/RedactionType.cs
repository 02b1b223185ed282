using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>What redaction removes. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<RedactionType>))]
public class RedactionType(string value) : ConstantClass(value), IConstant<RedactionType>
{
    public static readonly RedactionType PII = new("PII");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static RedactionType? FindValue(string? value) => FindValue<RedactionType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator RedactionType?(string? value) => FindValue(value);
}
