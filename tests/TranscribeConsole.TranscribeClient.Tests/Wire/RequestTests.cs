using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.TranscribeClient.Tests.Wire;

public sealed class RequestTests : IAsyncLifetime
{
    private TranscribeServer _server = null!;

    public static TheoryData<string> OperationNames => Operations.Names;

    public async Task InitializeAsync() => _server = await TranscribeServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Request_without_members_is_an_empty_object_for_its_operation(string operation)
    {
        using var client = _server.Answer(200, "{}").CreateClient();

        await Operations.Empty[operation](client);

        var request = Assert.Single(_server.Received);
        Assert.Equal("{}", request.Body);
        Assert.Equal(("POST", "/"), (request.Method, request.Target));
        Assert.Equal($"Transcribe.{operation}", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.Contains("aws-sdk-dotnet", request.Headers["User-Agent"]);
    }

    [Fact]
    public Task StartTranscriptionJob_sends_every_member() => AssertBody(
        Samples.StartEverything, (client, request) => client.StartTranscriptionJobAsync(request), Samples.StartEverythingJson);

    [Fact]
    public Task GetTranscriptionJob_sends_every_member() => AssertBody(
        new GetTranscriptionJobRequest { TranscriptionJobName = "weekly-call-07" },
        (client, request) => client.GetTranscriptionJobAsync(request),
        """{"TranscriptionJobName":"weekly-call-07"}""");

    [Fact]
    public Task DeleteTranscriptionJob_sends_every_member() => AssertBody(
        new DeleteTranscriptionJobRequest { TranscriptionJobName = "weekly-call-07" },
        (client, request) => client.DeleteTranscriptionJobAsync(request),
        """{"TranscriptionJobName":"weekly-call-07"}""");

    [Fact]
    public Task ListTranscriptionJobs_sends_every_member() => AssertBody(
        new ListTranscriptionJobsRequest
        {
            Status = TranscriptionJobStatus.IN_PROGRESS,
            JobNameContains = "call",
            MaxResults = 100,
            NextToken = "page/2+=",
        },
        (client, request) => client.ListTranscriptionJobsAsync(request),
        """{"Status":"IN_PROGRESS","JobNameContains":"call","MaxResults":100,"NextToken":"page/2+="}""");

    [Fact]
    public Task ListVocabularies_sends_every_member() => AssertBody(
        new ListVocabulariesRequest { NameContains = "medi", StateEquals = VocabularyState.READY, MaxResults = 100, NextToken = "page/2+=" },
        (client, request) => client.ListVocabulariesAsync(request),
        """{"NameContains":"medi","StateEquals":"READY","MaxResults":100,"NextToken":"page/2+="}""");

    [Fact]
    public Task ListVocabularyFilters_sends_every_member() => AssertBody(
        new ListVocabularyFiltersRequest { NameContains = "swear", MaxResults = 100, NextToken = "page/2+=" },
        (client, request) => client.ListVocabularyFiltersAsync(request),
        """{"NameContains":"swear","MaxResults":100,"NextToken":"page/2+="}""");

    [Fact]
    public Task ListLanguageModels_sends_every_member() => AssertBody(
        new ListLanguageModelsRequest { NameContains = "board", StatusEquals = ModelStatus.COMPLETED, MaxResults = 100, NextToken = "page/2+=" },
        (client, request) => client.ListLanguageModelsAsync(request),
        """{"NameContains":"board","StatusEquals":"COMPLETED","MaxResults":100,"NextToken":"page/2+="}""");

    [Fact]
    public Task TagResource_sends_every_member() => AssertBody(
        new TagResourceRequest
        {
            ResourceArn = "arn:aws:transcribe:eu-west-1:123456789012:transcription-job/weekly-call-07",
            Tags = [new Tag { Key = "team", Value = "legal" }, new Tag { Key = "größe", Value = "<groß> & \"klein\" 🎙" }],
        },
        (client, request) => client.TagResourceAsync(request),
        """
        {"ResourceArn":"arn:aws:transcribe:eu-west-1:123456789012:transcription-job/weekly-call-07",
         "Tags":[{"Key":"team","Value":"legal"},{"Key":"größe","Value":"<groß> & \"klein\" 🎙"}]}
        """);

    [Fact]
    public Task UntagResource_sends_every_member() => AssertBody(
        new UntagResourceRequest
        {
            ResourceArn = "arn:aws:transcribe:eu-west-1:123456789012:transcription-job/weekly-call-07",
            TagKeys = ["team", "größe"],
        },
        (client, request) => client.UntagResourceAsync(request),
        """
        {"ResourceArn":"arn:aws:transcribe:eu-west-1:123456789012:transcription-job/weekly-call-07","TagKeys":["team","größe"]}
        """);

    [Fact]
    public Task ListTagsForResource_sends_every_member() => AssertBody(
        new ListTagsForResourceRequest { ResourceArn = "arn:aws:transcribe:eu-west-1:123456789012:transcription-job/weekly-call-07" },
        (client, request) => client.ListTagsForResourceAsync(request),
        """{"ResourceArn":"arn:aws:transcribe:eu-west-1:123456789012:transcription-job/weekly-call-07"}""");

    [Fact]
    public async Task False_zero_and_empty_values_are_sent()
    {
        using var client = _server.Answer(200, "{}").CreateClient();

        await client.StartTranscriptionJobAsync(new StartTranscriptionJobRequest
        {
            IdentifyLanguage = false,
            LanguageOptions = [],
            Settings = new Settings(),
            Subtitles = new Subtitles { OutputStartIndex = 0 },
            Tags = [new Tag { Key = "empty", Value = "" }],
        });

        AssertJson(
            """
            {"IdentifyLanguage":false,"LanguageOptions":[],"Settings":{},"Subtitles":{"OutputStartIndex":0},
             "Tags":[{"Key":"empty","Value":""}]}
            """,
            Assert.Single(_server.Received).Body);
    }

    [Fact]
    public async Task Value_newer_than_the_constants_is_sent_as_it_is()
    {
        using var client = _server.Answer(200, "{}").CreateClient();

        await client.StartTranscriptionJobAsync(new StartTranscriptionJobRequest { LanguageCode = "tlh-QO", MediaFormat = "opus" });

        AssertJson("""{"LanguageCode":"tlh-QO","MediaFormat":"opus"}""", Assert.Single(_server.Received).Body);
    }

    private async Task AssertBody<TRequest>(
        TRequest request, Func<IAmazonTranscribeService, TRequest, Task> send, string expected)
        where TRequest : AmazonWebServiceRequest
    {
        Assert.Empty(Members.Unset(request));
        using var client = _server.Answer(200, "{}").CreateClient();

        await send(client, request);

        AssertJson(expected, Assert.Single(_server.Received).Body);
    }

    private static void AssertJson(string expected, string actual) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nbut got  {actual}");
}
