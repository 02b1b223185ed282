using Amazon;
using Amazon.Runtime;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.AspNetCore.Http;

namespace TranscribeConsole.TranscribeClient.Tests;

public sealed class ClientTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("")]
    [InlineData("""{"TranscriptionJob":{""")]
    public async Task Cancelled_call_stops_and_hangs_up(string partOfTheAnswer)
    {
        await using var server = await TranscribeServer.StartAsync();
        var waiting = new TaskCompletionSource();
        var hungUp = new TaskCompletionSource();
        server.Answer(async context =>
        {
            context.RequestAborted.Register(hungUp.SetResult);
            if (partOfTheAnswer.Length > 0) await context.Response.WriteAsync(partOfTheAnswer);
            waiting.SetResult();
            await hungUp.Task;
        });
        using var client = server.CreateClient(config => config.MaxErrorRetry = 3);
        using var stop = new CancellationTokenSource();

        // The SDK may read a body synchronously.
        var call = Task.Run(() => client.GetTranscriptionJobAsync(new GetTranscriptionJobRequest(), stop.Token));
        await waiting.Task.WaitAsync(Patience);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience));
        await hungUp.Task.WaitAsync(Patience);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Cancelled_token_sends_nothing()
    {
        await using var server = await TranscribeServer.StartAsync();
        using var client = server.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.ListTranscriptionJobsAsync(new ListTranscriptionJobsRequest(), new CancellationToken(canceled: true)));

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task Server_that_is_not_there_is_an_HttpRequestException()
    {
        var server = await TranscribeServer.StartAsync();
        using var client = server.CreateClient();
        await server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.ListTranscriptionJobsAsync(new ListTranscriptionJobsRequest()));
    }

    [Fact]
    public async Task One_client_serves_many_calls_at_once()
    {
        await using var server = await TranscribeServer.StartAsync();
        using var client = server.CreateClient();
        for (var i = 0; i < 50; i++) server.Answer(200, $$$"""{"TranscriptionJob":{"TranscriptionJobName":"{{{i}}}"}}""");

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            _ => client.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = "j" })));

        Assert.Equal(50, responses.Select(response => response.TranscriptionJob!.TranscriptionJobName).Distinct().Count());
    }

    [Fact]
    public void Constructors_set_the_region()
    {
        var credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret");
        var config = new AmazonTranscribeServiceConfig { RegionEndpoint = RegionEndpoint.EUWest1 };
        AmazonTranscribeServiceClient[] clients =
        [
            new(RegionEndpoint.EUWest1),
            new(config),
            new(credentials, RegionEndpoint.EUWest1),
            new(credentials, config),
            new("AKIDEXAMPLE", "secret", RegionEndpoint.EUWest1),
            new("AKIDEXAMPLE", "secret", config),
            new("AKIDEXAMPLE", "secret", "token", RegionEndpoint.EUWest1),
            new("AKIDEXAMPLE", "secret", "token", config),
        ];

        Assert.All(clients, client => Assert.Equal("eu-west-1", client.Config.RegionEndpoint.SystemName));
        Array.ForEach(clients, client => client.Dispose());
    }

    [Fact]
    public void Interface_makes_the_config_and_client_that_the_SDKs_registration_asks_for()
    {
        var (config, client) = Make<IAmazonTranscribeService>();

        using var made = Assert.IsType<AmazonTranscribeServiceClient>(client);
        Assert.IsType<AmazonTranscribeServiceConfig>(config);

        static (ClientConfig Config, object Client) Make<T>()
            where T : IAmazonService
        {
            var config = T.CreateDefaultClientConfig();
            config.RegionEndpoint = RegionEndpoint.EUWest1;
            object client = T.CreateDefaultServiceClient(new AnonymousAWSCredentials(), config);
            return (config, client);
        }
    }
}
