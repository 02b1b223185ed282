using System.Text.Json;
using System.Text.Json.Serialization;

namespace TranscribeConsole.LocalAws.Transcribe.Wire;

/// <summary>JSON 1.1 as the service writes it: PascalCase, null left out, times in fractional seconds since 1970.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSecondsConverter)])]
[JsonSerializable(typeof(StartTranscriptionJobRequest))]
[JsonSerializable(typeof(JobNameRequest))]
[JsonSerializable(typeof(TranscriptionJobResponse))]
[JsonSerializable(typeof(ListTranscriptionJobsRequest))]
[JsonSerializable(typeof(ListTranscriptionJobsResponse))]
[JsonSerializable(typeof(SaveVocabularyRequest))]
[JsonSerializable(typeof(VocabularyNameRequest))]
[JsonSerializable(typeof(Vocabulary))]
[JsonSerializable(typeof(ListVocabulariesRequest))]
[JsonSerializable(typeof(ListVocabulariesResponse))]
[JsonSerializable(typeof(SaveVocabularyFilterRequest))]
[JsonSerializable(typeof(VocabularyFilterNameRequest))]
[JsonSerializable(typeof(VocabularyFilter))]
[JsonSerializable(typeof(ListVocabularyFiltersRequest))]
[JsonSerializable(typeof(ListVocabularyFiltersResponse))]
[JsonSerializable(typeof(CreateLanguageModelRequest))]
[JsonSerializable(typeof(ModelNameRequest))]
[JsonSerializable(typeof(ListLanguageModelsRequest))]
[JsonSerializable(typeof(ListLanguageModelsResponse))]
[JsonSerializable(typeof(TagResourceRequest))]
[JsonSerializable(typeof(UntagResourceRequest))]
[JsonSerializable(typeof(ListTagsForResourceRequest))]
[JsonSerializable(typeof(ListTagsForResourceResponse))]
[JsonSerializable(typeof(IReadOnlyList<LanguageCodeItem>))]
[JsonSerializable(typeof(EmptyResponse))]
[JsonSerializable(typeof(TranscribeError))]
internal sealed partial class TranscribeJson : JsonSerializerContext;

/// <summary>An error as the protocol writes it.</summary>
internal sealed record TranscribeError([property: JsonPropertyName("__type")] string Type, string Message);

/// <summary>A moment as a JSON number of seconds since 1970-01-01 UTC with millisecond fraction.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(reader.GetDecimal() * 1000));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
