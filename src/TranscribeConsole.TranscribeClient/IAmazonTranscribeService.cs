using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.TranscribeService.Model;

namespace Amazon.TranscribeService;

/// <summary>
/// Amazon Transcribe, API version 2017-10-26. Every operation may throw <see cref="BadRequestException"/>,
/// <see cref="LimitExceededException"/>, <see cref="InternalFailureException"/>, or <see cref="AmazonTranscribeServiceException"/> for an
/// error the model does not name; <c>ErrorCode</c>, <c>StatusCode</c> and <c>RequestId</c> say which.
/// </summary>
public partial interface IAmazonTranscribeService : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonTranscribeServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonTranscribeServiceClient(awsCredentials, (AmazonTranscribeServiceConfig)clientConfig);

    /// <exception cref="ConflictException">A model of that name exists.</exception>
    Task<CreateLanguageModelResponse> CreateLanguageModelAsync(
        CreateLanguageModelRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="ConflictException">A vocabulary of that name exists.</exception>
    Task<CreateVocabularyResponse> CreateVocabularyAsync(CreateVocabularyRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="ConflictException">A filter of that name exists.</exception>
    Task<CreateVocabularyFilterResponse> CreateVocabularyFilterAsync(
        CreateVocabularyFilterRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="BadRequestException">No such model.</exception>
    Task<DeleteLanguageModelResponse> DeleteLanguageModelAsync(
        DeleteLanguageModelRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="BadRequestException">No such job, or the service refuses to delete one that is not final.</exception>
    Task<DeleteTranscriptionJobResponse> DeleteTranscriptionJobAsync(
        DeleteTranscriptionJobRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="NotFoundException">No such vocabulary.</exception>
    Task<DeleteVocabularyResponse> DeleteVocabularyAsync(DeleteVocabularyRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="NotFoundException">No such filter.</exception>
    Task<DeleteVocabularyFilterResponse> DeleteVocabularyFilterAsync(
        DeleteVocabularyFilterRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="NotFoundException">No such model.</exception>
    Task<DescribeLanguageModelResponse> DescribeLanguageModelAsync(
        DescribeLanguageModelRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="BadRequestException">No such job (what the service really answers).</exception>
    /// <exception cref="NotFoundException">No such job (what its documentation says).</exception>
    Task<GetTranscriptionJobResponse> GetTranscriptionJobAsync(
        GetTranscriptionJobRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="NotFoundException">No such vocabulary.</exception>
    Task<GetVocabularyResponse> GetVocabularyAsync(GetVocabularyRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="NotFoundException">No such filter.</exception>
    Task<GetVocabularyFilterResponse> GetVocabularyFilterAsync(
        GetVocabularyFilterRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="BadRequestException">A filter or the page token is not valid.</exception>
    Task<ListLanguageModelsResponse> ListLanguageModelsAsync(
        ListLanguageModelsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="NotFoundException">No such resource.</exception>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="BadRequestException">A filter or the page token is not valid.</exception>
    Task<ListTranscriptionJobsResponse> ListTranscriptionJobsAsync(
        ListTranscriptionJobsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="BadRequestException">A filter or the page token is not valid.</exception>
    Task<ListVocabulariesResponse> ListVocabulariesAsync(
        ListVocabulariesRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="BadRequestException">A filter or the page token is not valid.</exception>
    Task<ListVocabularyFiltersResponse> ListVocabularyFiltersAsync(
        ListVocabularyFiltersRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="ConflictException">A job of that name exists.</exception>
    Task<StartTranscriptionJobResponse> StartTranscriptionJobAsync(
        StartTranscriptionJobRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="ConflictException">The tags are being changed by somebody else.</exception>
    /// <exception cref="NotFoundException">No such resource.</exception>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="ConflictException">The tags are being changed by somebody else.</exception>
    /// <exception cref="NotFoundException">No such resource.</exception>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="ConflictException">The vocabulary is being changed by somebody else.</exception>
    /// <exception cref="NotFoundException">No such vocabulary.</exception>
    Task<UpdateVocabularyResponse> UpdateVocabularyAsync(UpdateVocabularyRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="NotFoundException">No such filter.</exception>
    Task<UpdateVocabularyFilterResponse> UpdateVocabularyFilterAsync(
        UpdateVocabularyFilterRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request would be sent to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);
}
