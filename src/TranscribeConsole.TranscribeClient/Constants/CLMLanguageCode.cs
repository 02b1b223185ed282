using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>A language that custom language models can be made for. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<CLMLanguageCode>))]
public class CLMLanguageCode(string value) : ConstantClass(value), IConstant<CLMLanguageCode>
{
    public static readonly CLMLanguageCode DeDE = new("de-DE");
    public static readonly CLMLanguageCode EnAU = new("en-AU");
    public static readonly CLMLanguageCode EnGB = new("en-GB");
    public static readonly CLMLanguageCode EnUS = new("en-US");
    public static readonly CLMLanguageCode EsUS = new("es-US");
    public static readonly CLMLanguageCode HiIN = new("hi-IN");
    public static readonly CLMLanguageCode JaJP = new("ja-JP");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static CLMLanguageCode? FindValue(string? value) => FindValue<CLMLanguageCode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator CLMLanguageCode?(string? value) => FindValue(value);
}
