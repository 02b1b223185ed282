using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>Where a custom vocabulary is in its life. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<VocabularyState>))]
public class VocabularyState(string value) : ConstantClass(value), IConstant<VocabularyState>
{
    public static readonly VocabularyState FAILED = new("FAILED");
    public static readonly VocabularyState PENDING = new("PENDING");
    public static readonly VocabularyState READY = new("READY");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static VocabularyState? FindValue(string? value) => FindValue<VocabularyState>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator VocabularyState?(string? value) => FindValue(value);
}
