using Amazon.Runtime;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.TranscribeClient.Tests;

/// <summary>Every operation by name, so that a test can run over all of them.</summary>
internal static class Operations
{
    public static TheoryData<string> Names => [.. Empty.Keys];

    /// <summary>A call of the operation with a request that has no member set.</summary>
    public static IReadOnlyDictionary<string, Func<IAmazonTranscribeService, Task<AmazonWebServiceResponse>>> Empty { get; } =
        new Dictionary<string, Func<IAmazonTranscribeService, Task<AmazonWebServiceResponse>>>
        {
            ["StartTranscriptionJob"] = async client => await client.StartTranscriptionJobAsync(new StartTranscriptionJobRequest()),
            ["GetTranscriptionJob"] = async client => await client.GetTranscriptionJobAsync(new GetTranscriptionJobRequest()),
            ["ListTranscriptionJobs"] = async client => await client.ListTranscriptionJobsAsync(new ListTranscriptionJobsRequest()),
            ["DeleteTranscriptionJob"] = async client => await client.DeleteTranscriptionJobAsync(new DeleteTranscriptionJobRequest()),
            ["CreateLanguageModel"] = async client => await client.CreateLanguageModelAsync(new CreateLanguageModelRequest()),
            ["CreateVocabulary"] = async client => await client.CreateVocabularyAsync(new CreateVocabularyRequest()),
            ["CreateVocabularyFilter"] = async client => await client.CreateVocabularyFilterAsync(new CreateVocabularyFilterRequest()),
            ["DeleteLanguageModel"] = async client => await client.DeleteLanguageModelAsync(new DeleteLanguageModelRequest()),
            ["DeleteVocabulary"] = async client => await client.DeleteVocabularyAsync(new DeleteVocabularyRequest()),
            ["DeleteVocabularyFilter"] = async client => await client.DeleteVocabularyFilterAsync(new DeleteVocabularyFilterRequest()),
            ["DescribeLanguageModel"] = async client => await client.DescribeLanguageModelAsync(new DescribeLanguageModelRequest()),
            ["GetVocabulary"] = async client => await client.GetVocabularyAsync(new GetVocabularyRequest()),
            ["GetVocabularyFilter"] = async client => await client.GetVocabularyFilterAsync(new GetVocabularyFilterRequest()),
            ["UpdateVocabulary"] = async client => await client.UpdateVocabularyAsync(new UpdateVocabularyRequest()),
            ["UpdateVocabularyFilter"] = async client => await client.UpdateVocabularyFilterAsync(new UpdateVocabularyFilterRequest()),
            ["ListVocabularies"] = async client => await client.ListVocabulariesAsync(new ListVocabulariesRequest()),
            ["ListVocabularyFilters"] = async client => await client.ListVocabularyFiltersAsync(new ListVocabularyFiltersRequest()),
            ["ListLanguageModels"] = async client => await client.ListLanguageModelsAsync(new ListLanguageModelsRequest()),
            ["TagResource"] = async client => await client.TagResourceAsync(new TagResourceRequest()),
            ["UntagResource"] = async client => await client.UntagResourceAsync(new UntagResourceRequest()),
            ["ListTagsForResource"] = async client => await client.ListTagsForResourceAsync(new ListTagsForResourceRequest()),
        };
}
