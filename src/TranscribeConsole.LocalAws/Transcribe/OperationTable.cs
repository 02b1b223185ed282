using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>The service's operations by name: the ones that are here, and the ones that are known and refused.</summary>
internal sealed class OperationTable
{
    private static readonly HashSet<string> KnownOnly =
    [
        "UpdateLanguageModel",
        "StartCallAnalyticsJob", "GetCallAnalyticsJob", "ListCallAnalyticsJobs", "DeleteCallAnalyticsJob",
        "CreateCallAnalyticsCategory", "GetCallAnalyticsCategory", "ListCallAnalyticsCategories", "UpdateCallAnalyticsCategory",
        "DeleteCallAnalyticsCategory",
        "StartMedicalTranscriptionJob", "GetMedicalTranscriptionJob", "ListMedicalTranscriptionJobs", "DeleteMedicalTranscriptionJob",
        "CreateMedicalVocabulary", "GetMedicalVocabulary", "ListMedicalVocabularies", "UpdateMedicalVocabulary", "DeleteMedicalVocabulary",
        "StartMedicalScribeJob", "GetMedicalScribeJob", "ListMedicalScribeJobs", "DeleteMedicalScribeJob",
    ];

    private readonly Dictionary<string, Operation> _operations = new(StringComparer.Ordinal);

    public OperationTable(
        TranscriptionJobOperations jobs, VocabularyOperations vocabularies, VocabularyFilterOperations filters, TagOperations tags)
    {
        var json = TranscribeJson.Default;
        Add("StartTranscriptionJob", json.StartTranscriptionJobRequest, jobs.StartAsync, json.TranscriptionJobResponse);
        Add("GetTranscriptionJob", json.JobNameRequest, jobs.GetAsync, json.TranscriptionJobResponse);
        Add("ListTranscriptionJobs", json.ListTranscriptionJobsRequest, jobs.ListAsync, json.ListTranscriptionJobsResponse);
        Add("DeleteTranscriptionJob", json.JobNameRequest, jobs.DeleteAsync, json.EmptyResponse);
        Add("CreateVocabulary", json.SaveVocabularyRequest, vocabularies.CreateAsync, json.Vocabulary);
        Add("GetVocabulary", json.VocabularyNameRequest, vocabularies.GetAsync, json.Vocabulary);
        Add("ListVocabularies", json.ListVocabulariesRequest, vocabularies.ListAsync, json.ListVocabulariesResponse);
        Add("UpdateVocabulary", json.SaveVocabularyRequest, vocabularies.UpdateAsync, json.Vocabulary);
        Add("DeleteVocabulary", json.VocabularyNameRequest, vocabularies.DeleteAsync, json.EmptyResponse);
        Add("CreateVocabularyFilter", json.SaveVocabularyFilterRequest, filters.CreateAsync, json.VocabularyFilter);
        Add("GetVocabularyFilter", json.VocabularyFilterNameRequest, filters.GetAsync, json.VocabularyFilter);
        Add("ListVocabularyFilters", json.ListVocabularyFiltersRequest, filters.ListAsync, json.ListVocabularyFiltersResponse);
        Add("UpdateVocabularyFilter", json.SaveVocabularyFilterRequest, filters.UpdateAsync, json.VocabularyFilter);
        Add("DeleteVocabularyFilter", json.VocabularyFilterNameRequest, filters.DeleteAsync, json.EmptyResponse);
        Add("CreateLanguageModel", json.CreateLanguageModelRequest, LanguageModelOperations.CreateAsync, json.EmptyResponse);
        Add("DescribeLanguageModel", json.ModelNameRequest, LanguageModelOperations.FindAsync, json.EmptyResponse);
        Add("ListLanguageModels", json.ListLanguageModelsRequest, LanguageModelOperations.ListAsync, json.ListLanguageModelsResponse);
        Add("DeleteLanguageModel", json.ModelNameRequest, LanguageModelOperations.DeleteAsync, json.EmptyResponse);
        Add("TagResource", json.TagResourceRequest, tags.TagAsync, json.EmptyResponse);
        Add("UntagResource", json.UntagResourceRequest, tags.UntagAsync, json.EmptyResponse);
        Add("ListTagsForResource", json.ListTagsForResourceRequest, tags.ListAsync, json.ListTagsForResourceResponse);
    }

    /// <summary>Takes the body of a request to the body of its answer.</summary>
    public delegate Task<byte[]> Operation(ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Names of the operations that are here.</summary>
    public IReadOnlyCollection<string> Offered => _operations.Keys;

    /// <summary>Names of the service's operations that are refused.</summary>
    public static IReadOnlyCollection<string> Excluded => KnownOnly;

    /// <exception cref="ServiceErrorException">There is no such operation, or it isn't offered here.</exception>
    public Operation Find(string name)
    {
        if (_operations.TryGetValue(name, out var operation)) return operation;
        throw KnownOnly.Contains(name) ? TranscribeErrors.NotOfferedLocally(name) : TranscribeErrors.UnknownOperation(name);
    }

    private void Add<TRequest, TResponse>(
        string name, JsonTypeInfo<TRequest> requestType, Func<TRequest, CancellationToken, Task<TResponse>> handle, JsonTypeInfo<TResponse> responseType)
        where TRequest : class =>
        _operations.Add(name, async (body, cancellationToken) =>
            JsonSerializer.SerializeToUtf8Bytes(await handle(Read(body.Span, requestType), cancellationToken), responseType));

    private static TRequest Read<TRequest>(ReadOnlySpan<byte> body, JsonTypeInfo<TRequest> type)
        where TRequest : class
    {
        try
        {
            return JsonSerializer.Deserialize(body.IsEmpty ? "{}"u8 : body, type)
                ?? throw TranscribeErrors.Serialization("The request body must be a JSON object, not null.");
        }
        catch (JsonException e)
        {
            var place = e.Path is null or "$" ? "it is malformed" : $"look at {e.Path}";
            throw TranscribeErrors.Serialization($"The request body isn't a JSON object of this operation's form: {place} (byte {e.BytePositionInLine} of line {e.LineNumber + 1}).");
        }
    }
}
