using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Health;

/// <summary>The console with a speech server as its recogniser.</summary>
public sealed class SpeechServerHealthTests : IAsyncLifetime
{
    private const string Key = "sk-test-0123456789abcdef";

    private WebApplication _speech = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _speech = builder.Build();
        _speech.Run(context => context.Response.WriteAsync("""{"data":[]}"""));
        await _speech.StartAsync();
        _address = _speech.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    [Fact]
    public async Task Ready_and_capabilities_name_the_engine_that_answers()
    {
        var console = NewConsole();
        await console.InitializeAsync();
        try
        {
            var (status, recogniser) = await ReadyAsync(console);
            var backend = console.Services.GetRequiredService<BackendCapabilities>();

            Assert.Equal((HttpStatusCode.OK, $"whisper-1 at {new Uri(_address).Authority} answers."), (status, recogniser));
            Assert.Equal($"whisper-1 at {new Uri(_address).Authority}", backend.Engine.Name);
            Assert.True(backend.Transcribes("de-DE"));
            Assert.False(backend.Transcribes("ab-GE"));
            Assert.DoesNotContain(JobOption.AutomaticLanguageIdentification, backend.Refused.Keys);
            foreach (var refused in (JobOption[])[JobOption.SpeakerPartitioning, JobOption.PiiRedaction, JobOption.ToxicityDetection, JobOption.CustomLanguageModel, JobOption.AlternativeResults])
                Assert.EndsWith(".", backend.Refused[refused], StringComparison.Ordinal);
        }
        finally
        {
            await console.DisposeAsync();
        }
    }

    [Fact]
    public async Task Ready_says_that_the_engine_is_not_reachable_and_is_no_503()
    {
        await _speech.StopAsync();
        var console = NewConsole();
        await console.InitializeAsync();
        try
        {
            var (status, recogniser) = await ReadyAsync(console);

            Assert.Equal((HttpStatusCode.OK, $"The recogniser at {_address} can't be used: it refuses connections."), (status, recogniser));
            Assert.DoesNotContain(Key, recogniser, StringComparison.Ordinal);
        }
        finally
        {
            await console.DisposeAsync();
        }
    }

    public Task DisposeAsync() => _speech.DisposeAsync().AsTask();

    private RunningConsole NewConsole() => new(
        "--LocalAws:Recogniser=OpenAi", $"--LocalAws:OpenAi:BaseUrl={_address}/v1", "--LocalAws:OpenAi:Model=whisper-1", $"--LocalAws:OpenAi:ApiKey={Key}");

    private static async Task<(HttpStatusCode Status, string Recogniser)> ReadyAsync(RunningConsole console)
    {
        using var client = await console.OpenAsync();
        using var response = await client.GetAsync("health/ready");
        var check = (await response.JsonAsync()).GetProperty("checks").GetProperty("recogniser");
        return (response.StatusCode, check.GetProperty("description").GetString()!);
    }
}
