using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.TranscribeClient.Tests.Wire;

/// <summary>Vocabularies, filters and language models: every member of each request and response, against JSON written from the reference.</summary>
public sealed class ManagementTests : IAsyncLifetime
{
    private const string Role = "arn:aws:iam::123456789012:role/reader";
    private static readonly DateTime Changed = new(2023, 11, 14, 22, 13, 20, 377, DateTimeKind.Utc);
    private static readonly List<Tag> Tags = [new Tag { Key = "team", Value = "legal" }];

    private static readonly InputDataConfig Data = new()
    {
        S3Uri = "s3://acme/train/",
        TuningDataS3Uri = "s3://acme/tune/",
        DataAccessRoleArn = Role,
    };

    private static readonly Dictionary<string, (AmazonWebServiceRequest Request, string Body)> Requests = new()
    {
        ["CreateVocabulary"] = (
            new CreateVocabularyRequest
            {
                VocabularyName = "terms",
                LanguageCode = LanguageCode.EnUS,
                Phrases = ["Lake-Tahoe"],
                VocabularyFileUri = "s3://acme/terms.txt",
                DataAccessRoleArn = Role,
                Tags = Tags,
            },
            $$"""{"VocabularyName":"terms","LanguageCode":"en-US","Phrases":["Lake-Tahoe"],"VocabularyFileUri":"s3://acme/terms.txt","DataAccessRoleArn":"{{Role}}","Tags":[{"Key":"team","Value":"legal"}]}"""),
        ["GetVocabulary"] = (new GetVocabularyRequest { VocabularyName = "terms" }, """{"VocabularyName":"terms"}"""),
        ["UpdateVocabulary"] = (
            new UpdateVocabularyRequest
            {
                VocabularyName = "terms",
                LanguageCode = LanguageCode.EnUS,
                Phrases = ["Lake-Tahoe"],
                VocabularyFileUri = "s3://acme/terms.txt",
                DataAccessRoleArn = Role,
            },
            $$"""{"VocabularyName":"terms","LanguageCode":"en-US","Phrases":["Lake-Tahoe"],"VocabularyFileUri":"s3://acme/terms.txt","DataAccessRoleArn":"{{Role}}"}"""),
        ["DeleteVocabulary"] = (new DeleteVocabularyRequest { VocabularyName = "terms" }, """{"VocabularyName":"terms"}"""),
        ["CreateVocabularyFilter"] = (
            new CreateVocabularyFilterRequest
            {
                VocabularyFilterName = "swear",
                LanguageCode = LanguageCode.DeDE,
                Words = ["Mist"],
                VocabularyFilterFileUri = "s3://acme/swear.txt",
                DataAccessRoleArn = Role,
                Tags = Tags,
            },
            $$"""{"VocabularyFilterName":"swear","LanguageCode":"de-DE","Words":["Mist"],"VocabularyFilterFileUri":"s3://acme/swear.txt","DataAccessRoleArn":"{{Role}}","Tags":[{"Key":"team","Value":"legal"}]}"""),
        ["GetVocabularyFilter"] = (new GetVocabularyFilterRequest { VocabularyFilterName = "swear" }, """{"VocabularyFilterName":"swear"}"""),
        ["UpdateVocabularyFilter"] = (
            new UpdateVocabularyFilterRequest
            {
                VocabularyFilterName = "swear",
                Words = ["Mist"],
                VocabularyFilterFileUri = "s3://acme/swear.txt",
                DataAccessRoleArn = Role,
            },
            $$"""{"VocabularyFilterName":"swear","Words":["Mist"],"VocabularyFilterFileUri":"s3://acme/swear.txt","DataAccessRoleArn":"{{Role}}"}"""),
        ["DeleteVocabularyFilter"] = (new DeleteVocabularyFilterRequest { VocabularyFilterName = "swear" }, """{"VocabularyFilterName":"swear"}"""),
        ["CreateLanguageModel"] = (
            new CreateLanguageModelRequest
            {
                LanguageCode = CLMLanguageCode.EnUS,
                BaseModelName = BaseModelName.WideBand,
                ModelName = "law",
                InputDataConfig = Data,
                Tags = Tags,
            },
            $$"""{"LanguageCode":"en-US","BaseModelName":"WideBand","ModelName":"law","InputDataConfig":{"S3Uri":"s3://acme/train/","TuningDataS3Uri":"s3://acme/tune/","DataAccessRoleArn":"{{Role}}"},"Tags":[{"Key":"team","Value":"legal"}]}"""),
        ["DescribeLanguageModel"] = (new DescribeLanguageModelRequest { ModelName = "law" }, """{"ModelName":"law"}"""),
        ["DeleteLanguageModel"] = (new DeleteLanguageModelRequest { ModelName = "law" }, """{"ModelName":"law"}"""),
    };

    private static readonly Dictionary<string, (AmazonWebServiceResponse Response, string Body)> Responses = new()
    {
        ["CreateVocabulary"] = (
            new CreateVocabularyResponse
            {
                VocabularyName = "terms",
                LanguageCode = LanguageCode.EnUS,
                VocabularyState = VocabularyState.PENDING,
                LastModifiedTime = Changed,
                FailureReason = "none",
            },
            """{"VocabularyName":"terms","LanguageCode":"en-US","VocabularyState":"PENDING","LastModifiedTime":1700000000.377,"FailureReason":"none"}"""),
        ["GetVocabulary"] = (
            new GetVocabularyResponse
            {
                VocabularyName = "terms",
                LanguageCode = LanguageCode.EnUS,
                VocabularyState = VocabularyState.FAILED,
                LastModifiedTime = Changed,
                FailureReason = "Line 3",
                DownloadUri = "https://s3/terms",
            },
            """{"VocabularyName":"terms","LanguageCode":"en-US","VocabularyState":"FAILED","LastModifiedTime":1700000000.377,"FailureReason":"Line 3","DownloadUri":"https://s3/terms"}"""),
        ["UpdateVocabulary"] = (
            new UpdateVocabularyResponse { VocabularyName = "terms", LanguageCode = LanguageCode.EnUS, LastModifiedTime = Changed, VocabularyState = VocabularyState.PENDING },
            """{"VocabularyName":"terms","LanguageCode":"en-US","LastModifiedTime":1700000000.377,"VocabularyState":"PENDING"}"""),
        ["CreateVocabularyFilter"] = (
            new CreateVocabularyFilterResponse { VocabularyFilterName = "swear", LanguageCode = LanguageCode.DeDE, LastModifiedTime = Changed },
            """{"VocabularyFilterName":"swear","LanguageCode":"de-DE","LastModifiedTime":1700000000.377}"""),
        ["GetVocabularyFilter"] = (
            new GetVocabularyFilterResponse { VocabularyFilterName = "swear", LanguageCode = LanguageCode.DeDE, LastModifiedTime = Changed, DownloadUri = "https://s3/swear" },
            """{"VocabularyFilterName":"swear","LanguageCode":"de-DE","LastModifiedTime":1700000000.377,"DownloadUri":"https://s3/swear"}"""),
        ["UpdateVocabularyFilter"] = (
            new UpdateVocabularyFilterResponse { VocabularyFilterName = "swear", LanguageCode = LanguageCode.DeDE, LastModifiedTime = Changed },
            """{"VocabularyFilterName":"swear","LanguageCode":"de-DE","LastModifiedTime":1700000000.377}"""),
        ["CreateLanguageModel"] = (
            new CreateLanguageModelResponse
            {
                LanguageCode = CLMLanguageCode.EnUS,
                BaseModelName = BaseModelName.NarrowBand,
                ModelName = "law",
                InputDataConfig = Data,
                ModelStatus = ModelStatus.IN_PROGRESS,
            },
            $$"""{"LanguageCode":"en-US","BaseModelName":"NarrowBand","ModelName":"law","InputDataConfig":{"S3Uri":"s3://acme/train/","TuningDataS3Uri":"s3://acme/tune/","DataAccessRoleArn":"{{Role}}"},"ModelStatus":"IN_PROGRESS"}"""),
        ["DescribeLanguageModel"] = (
            new DescribeLanguageModelResponse
            {
                LanguageModel = new LanguageModel
                {
                    ModelName = "law",
                    CreateTime = Changed,
                    LastModifiedTime = Changed,
                    LanguageCode = CLMLanguageCode.EnUS,
                    BaseModelName = BaseModelName.NarrowBand,
                    ModelStatus = ModelStatus.FAILED,
                    UpgradeAvailability = true,
                    FailureReason = "too little text",
                    InputDataConfig = Data,
                },
            },
            $$"""{"LanguageModel":{"ModelName":"law","CreateTime":1700000000.377,"LastModifiedTime":1700000000.377,"LanguageCode":"en-US","BaseModelName":"NarrowBand","ModelStatus":"FAILED","UpgradeAvailability":true,"FailureReason":"too little text","InputDataConfig":{"S3Uri":"s3://acme/train/","TuningDataS3Uri":"s3://acme/tune/","DataAccessRoleArn":"{{Role}}"} } }"""),
    };

    private TranscribeServer _server = null!;

    public static TheoryData<string> RequestNames => [.. Requests.Keys];

    public static TheoryData<string> ResponseNames => [.. Responses.Keys];

    public async Task InitializeAsync() => _server = await TranscribeServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(RequestNames))]
    public async Task Request_sends_every_member(string operation)
    {
        var (request, body) = Requests[operation];
        Assert.Empty(Members.Unset(request));
        using var client = _server.Answer(200, "{}").CreateClient();

        await CallAsync(client, operation, request);

        var received = Assert.Single(_server.Received);
        Assert.Equal($"Transcribe.{operation}", received.Headers["X-Amz-Target"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(received.Body)), received.Body);
    }

    [Theory]
    [MemberData(nameof(ResponseNames))]
    public async Task Response_reads_every_member(string operation)
    {
        var (expected, body) = Responses[operation];
        Assert.Empty(Members.Unset(expected));
        using var client = _server.Answer(200, body).CreateClient();

        var response = await CallAsync(client, operation, Requests[operation].Request);

        foreach (var member in expected.GetType().GetProperties().Where(property => property.DeclaringType == expected.GetType()))
            Assert.Equivalent(member.GetValue(expected), member.GetValue(response), strict: true);
    }

    private static async Task<object> CallAsync(IAmazonTranscribeService client, string operation, AmazonWebServiceRequest request)
    {
        var call = (Task)typeof(IAmazonTranscribeService).GetMethod($"{operation}Async")!.Invoke(client, [request, CancellationToken.None])!;
        await call;
        return call.GetType().GetProperty("Result")!.GetValue(call)!;
    }
}
