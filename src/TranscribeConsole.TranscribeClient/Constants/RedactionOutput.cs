using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>Which transcripts a job with redaction writes. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<RedactionOutput>))]
public class RedactionOutput(string value) : ConstantClass(value), IConstant<RedactionOutput>
{
    public static readonly RedactionOutput Redacted = new("redacted");
    public static readonly RedactionOutput Redacted_and_unredacted = new("redacted_and_unredacted");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static RedactionOutput? FindValue(string? value) => FindValue<RedactionOutput>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator RedactionOutput?(string? value) => FindValue(value);
}
