using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>Where a custom language model is in its training. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<ModelStatus>))]
public class ModelStatus(string value) : ConstantClass(value), IConstant<ModelStatus>
{
    public static readonly ModelStatus COMPLETED = new("COMPLETED");
    public static readonly ModelStatus FAILED = new("FAILED");
    public static readonly ModelStatus IN_PROGRESS = new("IN_PROGRESS");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static ModelStatus? FindValue(string? value) => FindValue<ModelStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ModelStatus?(string? value) => FindValue(value);
}
