using System.Text.Json.Serialization;
using Amazon.TranscribeService.Model;

namespace Amazon.TranscribeService.Wire;

/// <summary>Source-generated JSON of each operation's request and response.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter)])]
[JsonSerializable(typeof(CreateLanguageModelRequest))]
[JsonSerializable(typeof(CreateLanguageModelResponse))]
[JsonSerializable(typeof(CreateVocabularyFilterRequest))]
[JsonSerializable(typeof(CreateVocabularyFilterResponse))]
[JsonSerializable(typeof(CreateVocabularyRequest))]
[JsonSerializable(typeof(CreateVocabularyResponse))]
[JsonSerializable(typeof(DeleteLanguageModelRequest))]
[JsonSerializable(typeof(DeleteLanguageModelResponse))]
[JsonSerializable(typeof(DeleteTranscriptionJobRequest))]
[JsonSerializable(typeof(DeleteTranscriptionJobResponse))]
[JsonSerializable(typeof(DeleteVocabularyFilterRequest))]
[JsonSerializable(typeof(DeleteVocabularyFilterResponse))]
[JsonSerializable(typeof(DeleteVocabularyRequest))]
[JsonSerializable(typeof(DeleteVocabularyResponse))]
[JsonSerializable(typeof(DescribeLanguageModelRequest))]
[JsonSerializable(typeof(DescribeLanguageModelResponse))]
[JsonSerializable(typeof(GetTranscriptionJobRequest))]
[JsonSerializable(typeof(GetTranscriptionJobResponse))]
[JsonSerializable(typeof(GetVocabularyFilterRequest))]
[JsonSerializable(typeof(GetVocabularyFilterResponse))]
[JsonSerializable(typeof(GetVocabularyRequest))]
[JsonSerializable(typeof(GetVocabularyResponse))]
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
[JsonSerializable(typeof(UpdateVocabularyFilterRequest))]
[JsonSerializable(typeof(UpdateVocabularyFilterResponse))]
[JsonSerializable(typeof(UpdateVocabularyRequest))]
[JsonSerializable(typeof(UpdateVocabularyResponse))]
internal sealed partial class TranscribeJsonContext : JsonSerializerContext;
