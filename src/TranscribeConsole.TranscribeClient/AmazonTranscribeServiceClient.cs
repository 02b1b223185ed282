using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.TranscribeService.Internal;
using Amazon.TranscribeService.Model;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>
/// Client of Amazon Transcribe with the names of AWSSDK.TranscribeService, which it stands in for. Credentials, signing, retries,
/// clock-skew correction and timeouts are those of AWSSDK.Core. Safe for use by many threads; make one and keep it.
/// </summary>
/// <remarks>An operation is its request, its response, a line here and in the interface, and two in <see cref="TranscribeJsonContext"/>.</remarks>
public partial class AmazonTranscribeServiceClient : AmazonServiceClient, IAmazonTranscribeService
{
    private static readonly TranscribeServiceMetadata Metadata = new();

    public AmazonTranscribeServiceClient()
        : base(new AmazonTranscribeServiceConfig())
    {
    }

    public AmazonTranscribeServiceClient(RegionEndpoint region)
        : base(new AmazonTranscribeServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonTranscribeServiceClient(AmazonTranscribeServiceConfig config)
        : base(config)
    {
    }

    public AmazonTranscribeServiceClient(AWSCredentials credentials)
        : this(credentials, new AmazonTranscribeServiceConfig())
    {
    }

    public AmazonTranscribeServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonTranscribeServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonTranscribeServiceClient(AWSCredentials credentials, AmazonTranscribeServiceConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonTranscribeServiceClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonTranscribeServiceConfig())
    {
    }

    public AmazonTranscribeServiceClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonTranscribeServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonTranscribeServiceClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonTranscribeServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonTranscribeServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonTranscribeServiceConfig())
    {
    }

    public AmazonTranscribeServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonTranscribeServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonTranscribeServiceClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonTranscribeServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<CreateLanguageModelResponse> CreateLanguageModelAsync(
        CreateLanguageModelRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateLanguageModelRequest, CreateLanguageModelResponse>(request, cancellationToken);

    public virtual Task<CreateVocabularyResponse> CreateVocabularyAsync(
        CreateVocabularyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateVocabularyRequest, CreateVocabularyResponse>(request, cancellationToken);

    public virtual Task<CreateVocabularyFilterResponse> CreateVocabularyFilterAsync(
        CreateVocabularyFilterRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateVocabularyFilterRequest, CreateVocabularyFilterResponse>(request, cancellationToken);

    public virtual Task<DeleteLanguageModelResponse> DeleteLanguageModelAsync(
        DeleteLanguageModelRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteLanguageModelRequest, DeleteLanguageModelResponse>(request, cancellationToken);

    public virtual Task<DeleteTranscriptionJobResponse> DeleteTranscriptionJobAsync(
        DeleteTranscriptionJobRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteTranscriptionJobRequest, DeleteTranscriptionJobResponse>(request, cancellationToken);

    public virtual Task<DeleteVocabularyResponse> DeleteVocabularyAsync(
        DeleteVocabularyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteVocabularyRequest, DeleteVocabularyResponse>(request, cancellationToken);

    public virtual Task<DeleteVocabularyFilterResponse> DeleteVocabularyFilterAsync(
        DeleteVocabularyFilterRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteVocabularyFilterRequest, DeleteVocabularyFilterResponse>(request, cancellationToken);

    public virtual Task<DescribeLanguageModelResponse> DescribeLanguageModelAsync(
        DescribeLanguageModelRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeLanguageModelRequest, DescribeLanguageModelResponse>(request, cancellationToken);

    public virtual Task<GetTranscriptionJobResponse> GetTranscriptionJobAsync(
        GetTranscriptionJobRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetTranscriptionJobRequest, GetTranscriptionJobResponse>(request, cancellationToken);

    public virtual Task<GetVocabularyResponse> GetVocabularyAsync(
        GetVocabularyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetVocabularyRequest, GetVocabularyResponse>(request, cancellationToken);

    public virtual Task<GetVocabularyFilterResponse> GetVocabularyFilterAsync(
        GetVocabularyFilterRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetVocabularyFilterRequest, GetVocabularyFilterResponse>(request, cancellationToken);

    public virtual Task<ListLanguageModelsResponse> ListLanguageModelsAsync(
        ListLanguageModelsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListLanguageModelsRequest, ListLanguageModelsResponse>(request, cancellationToken);

    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTagsForResourceRequest, ListTagsForResourceResponse>(request, cancellationToken);

    public virtual Task<ListTranscriptionJobsResponse> ListTranscriptionJobsAsync(
        ListTranscriptionJobsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTranscriptionJobsRequest, ListTranscriptionJobsResponse>(request, cancellationToken);

    public virtual Task<ListVocabulariesResponse> ListVocabulariesAsync(
        ListVocabulariesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListVocabulariesRequest, ListVocabulariesResponse>(request, cancellationToken);

    public virtual Task<ListVocabularyFiltersResponse> ListVocabularyFiltersAsync(
        ListVocabularyFiltersRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListVocabularyFiltersRequest, ListVocabularyFiltersResponse>(request, cancellationToken);

    public virtual Task<StartTranscriptionJobResponse> StartTranscriptionJobAsync(
        StartTranscriptionJobRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<StartTranscriptionJobRequest, StartTranscriptionJobResponse>(request, cancellationToken);

    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<TagResourceRequest, TagResourceResponse>(request, cancellationToken);

    public virtual Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UntagResourceRequest, UntagResourceResponse>(request, cancellationToken);

    public virtual Task<UpdateVocabularyResponse> UpdateVocabularyAsync(
        UpdateVocabularyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateVocabularyRequest, UpdateVocabularyResponse>(request, cancellationToken);

    public virtual Task<UpdateVocabularyFilterResponse> UpdateVocabularyFilterAsync(
        UpdateVocabularyFilterRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateVocabularyFilterRequest, UpdateVocabularyFilterResponse>(request, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    // The base constructor calls this. Auth is added last so that it runs first: the endpoint's signing values build on its choice.
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new TranscribeEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new TranscribeAuthResolver());
    }

    private Task<TResponse> SendAsync<TRequest, TResponse>(TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonTranscribeServiceRequest
        where TResponse : AmazonWebServiceResponse, new()
    {
        var options = new InvokeOptions
        {
            RequestMarshaller = RequestMarshaller<TRequest>.Instance,
            ResponseUnmarshaller = OperationResponseUnmarshaller<TResponse>.Instance,
        };
        return InvokeAsync<TResponse>(request, options, cancellationToken);
    }
}
