using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>State of a job; <see cref="COMPLETED"/> and <see cref="FAILED"/> are final. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<TranscriptionJobStatus>))]
public class TranscriptionJobStatus(string value) : ConstantClass(value), IConstant<TranscriptionJobStatus>
{
    public static readonly TranscriptionJobStatus COMPLETED = new("COMPLETED");
    public static readonly TranscriptionJobStatus FAILED = new("FAILED");
    public static readonly TranscriptionJobStatus IN_PROGRESS = new("IN_PROGRESS");
    public static readonly TranscriptionJobStatus QUEUED = new("QUEUED");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static TranscriptionJobStatus? FindValue(string? value) => FindValue<TranscriptionJobStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TranscriptionJobStatus?(string? value) => FindValue(value);
}
