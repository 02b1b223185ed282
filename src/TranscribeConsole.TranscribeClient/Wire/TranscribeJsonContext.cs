using System.Text.Json.Serialization;
using Amazon.TranscribeService.Model;

namespace Amazon.TranscribeService.Wire;

/// <summary>Source-generated JSON of each operation's request and response.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter)])]
[JsonSerializable(typeof(DeleteTranscriptionJobRequest))]
[JsonSerializable(typeof(DeleteTranscriptionJobResponse))]
[JsonSerializable(typeof(GetTranscriptionJobRequest))]
[JsonSerializable(typeof(GetTranscriptionJobResponse))]
[JsonSerializable(typeof(ListLanguageModelsRequest))]
[JsonSerializable(typeof(ListLanguageModelsResponse))]
[JsonSerializable(typeof(ListTagsForResourceRequest))]
[JsonSerializable(typeof(ListTagsForResourceResponse))]
[JsonSerializable(typeof(ListTranscriptionJobsRequest))]
[JsonSerializable(typeof(ListTranscriptionJobsResponse))]
[JsonSerializable(typeof(ListVocabulariesRequest))]
[JsonSerializable(typeof(ListVocabulariesResponse))]
[JsonSerializable(typeof(ListVocabularyFiltersRequest))]
[JsonSerializable(typeof(ListVocabularyFiltersResponse))]
[JsonSerializable(typeof(StartTranscriptionJobRequest))]
[JsonSerializable(typeof(StartTranscriptionJobResponse))]
[JsonSerializable(typeof(TagResourceRequest))]
[JsonSerializable(typeof(TagResourceResponse))]
[JsonSerializable(typeof(UntagResourceRequest))]
[JsonSerializable(typeof(UntagResourceResponse))]
internal sealed partial class TranscribeJsonContext : JsonSerializerContext;
