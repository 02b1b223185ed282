using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>Who owns the bucket a job's output is in. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<OutputLocationType>))]
public class OutputLocationType(string value) : ConstantClass(value), IConstant<OutputLocationType>
{
    public static readonly OutputLocationType CUSTOMER_BUCKET = new("CUSTOMER_BUCKET");
    public static readonly OutputLocationType SERVICE_BUCKET = new("SERVICE_BUCKET");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static OutputLocationType? FindValue(string? value) => FindValue<OutputLocationType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator OutputLocationType?(string? value) => FindValue(value);
}
