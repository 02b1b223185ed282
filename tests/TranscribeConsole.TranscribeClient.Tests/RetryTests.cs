using System.Net;
using Amazon.Runtime;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.AspNetCore.Http;

namespace TranscribeConsole.TranscribeClient.Tests;

public sealed class RetryTests : IAsyncLifetime
{
    private TranscribeServer _server = null!;

    public async Task InitializeAsync() => _server = await TranscribeServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(500, """{"__type":"InternalFailureException","Message":"Try again."}""")]
    [InlineData(503, "")]
    [InlineData(400, """{"__type":"ThrottlingException","Message":"Rate exceeded"}""")]
    public async Task Passing_failure_is_tried_again(int status, string body)
    {
        _server.Answer(status, body).Answer(200, """{"TranscriptionJob":{"TranscriptionJobName":"j"}}""");

        await AssertSecondTrySucceeds();
    }

    [Fact]
    public async Task Dropped_connection_is_tried_again()
    {
        _server.Answer(Drop).Answer(200, """{"TranscriptionJob":{"TranscriptionJobName":"j"}}""");

        await AssertSecondTrySucceeds();
    }

    [Fact]
    public async Task Failure_that_stays_is_thrown_after_the_last_try()
    {
        _server.Answer(500, """{"__type":"InternalFailureException","Message":"1"}""")
            .Answer(500, """{"__type":"InternalFailureException","Message":"2"}""");
        using var client = _server.CreateClient(config => config.MaxErrorRetry = 1);

        var error = await Assert.ThrowsAsync<InternalFailureException>(
            () => client.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = "j" }));

        Assert.Equal("2", error.Message);
        Assert.Equal(2, _server.Received.Count);
    }

    [Fact]
    public async Task Refusal_is_not_tried_again()
    {
        _server.Answer(400, """{"__type":"BadRequestException","Message":"No."}""");
        using var client = _server.CreateClient(config => config.MaxErrorRetry = 3);

        var error = await Assert.ThrowsAsync<BadRequestException>(
            () => client.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = "j" }));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Single(_server.Received);
    }

    [Fact]
    public void Retry_mode_is_standard_by_default() =>
        Assert.Equal(RequestRetryMode.Standard, new AmazonTranscribeServiceConfig().RetryMode);

    private static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task AssertSecondTrySucceeds()
    {
        using var client = _server.CreateClient(config => config.MaxErrorRetry = 1);

        var response = await client.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = "j" });

        Assert.Equal("j", response.TranscriptionJob!.TranscriptionJobName);
        Assert.Equal(2, _server.Received.Count);
        Assert.All(_server.Received, request => Assert.Equal("""{"TranscriptionJobName":"j"}""", request.Body));
    }
}
