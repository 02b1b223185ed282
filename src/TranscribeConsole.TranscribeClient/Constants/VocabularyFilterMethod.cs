using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>What a vocabulary filter does with the words it matches. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<VocabularyFilterMethod>))]
public class VocabularyFilterMethod(string value) : ConstantClass(value), IConstant<VocabularyFilterMethod>
{
    public static readonly VocabularyFilterMethod Mask = new("mask");
    public static readonly VocabularyFilterMethod Remove = new("remove");
    public static readonly VocabularyFilterMethod Tag = new("tag");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static VocabularyFilterMethod? FindValue(string? value) => FindValue<VocabularyFilterMethod>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator VocabularyFilterMethod?(string? value) => FindValue(value);
}
