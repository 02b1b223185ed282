using System.Text.Json;
using System.Text.Json.Serialization;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>The server's <c>verbose_json</c>, as far as it is used. Servers leave out what they don't have.</summary>
internal sealed record SpeechAnswer
{
    public string? Language { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<SpeechAnswerSegment?>? Segments { get; init; }

    public IReadOnlyList<SpeechAnswerWord?>? Words { get; init; }

    /// <summary>Null: not an answer of this API.</summary>
    public static SpeechAnswer? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SpeechAnswerJson.Default.SpeechAnswer) is { Text: not null } answer ? answer : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A stretch of the text; times in seconds.</summary>
internal sealed record SpeechAnswerSegment
{
    public double Start { get; init; }

    public double End { get; init; }

    public string? Text { get; init; }

    /// <summary>Mean logarithm of the tokens' probabilities.</summary>
    public double? AvgLogprob { get; init; }
}

/// <summary>A word; times in seconds. OpenAI's own server writes it without punctuation, others with.</summary>
internal sealed record SpeechAnswerWord
{
    public string? Word { get; init; }

    public double Start { get; init; }

    public double End { get; init; }

    /// <summary>0 to 1; of some servers only.</summary>
    public double? Probability { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SpeechAnswer))]
internal sealed partial class SpeechAnswerJson : JsonSerializerContext;
