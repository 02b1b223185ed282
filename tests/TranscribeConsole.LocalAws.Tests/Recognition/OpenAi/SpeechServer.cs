using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition.OpenAi;

/// <summary>A server with the OpenAI audio-transcription API over real HTTP, that recognises with PocketSphinx.</summary>
internal sealed class SpeechServer : IAsyncDisposable
{
    public const string Key = "sk-test-0123456789abcdef";

    private readonly PocketSphinxRecogniser _engine = PocketSphinxRecogniser.Create(RecogniserInstallation.Default, RecognitionPreset.Fast);
    private readonly Lock _engineLock = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _faults = new();
    private WebApplication _app = null!;
    private int _port;

    private SpeechServer()
    {
    }

    /// <summary>What was asked, in order of arrival.</summary>
    public ConcurrentQueue<SpeechServerRequest> Requests { get; } = new();

    /// <summary>Makes the answer of the words heard; by default all that the API has.</summary>
    public Func<SpeechServerRequest, IReadOnlyList<RecognisedWord>, object> Answer { get; set; } = (request, words) => Verbose(request, words);

    public string BaseUrl => $"http://127.0.0.1:{_port}/v1";

    public static async Task<SpeechServer> StartAsync()
    {
        var server = new SpeechServer();
        await server.OpenAsync();
        return server;
    }

    public OpenAiRecogniserOptions Options(int retries = 3, int maxUploadBytes = 25 * 1024 * 1024, int parallel = 2) => new()
    {
        BaseUrl = BaseUrl,
        ApiKey = Key,
        Model = "whisper-test",
        Retries = retries,
        MaxUploadBytes = maxUploadBytes,
        ParallelRequests = parallel,
    };

    /// <summary>The next requests are answered by these instead, one each.</summary>
    public void FailNext(params Func<HttpContext, Task>[] faults)
    {
        foreach (var fault in faults) _faults.Enqueue(fault);
    }

    public void FailAlways(Func<HttpContext, Task> fault) => Always = fault;

    public Func<HttpContext, Task>? Always { get; set; }

    /// <summary>Nobody listens at the address until <see cref="OpenAsync"/>.</summary>
    public async Task CloseAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{_port}");
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.MapGet("/v1/models", Models);
        _app.MapPost("/v1/audio/transcriptions", TranscribeAsync);
        await _app.StartAsync();
        _port = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
    }

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync("""{"error":{"message":"Incorrect API key provided: sk-test-0123456789abcdef"}}""");
    };

    public static Task Rubbish(HttpContext context) => context.Response.WriteAsync("<html>It works!</html>");

    /// <summary>Half of an answer, then the end of the connection.</summary>
    public static async Task CloseHalfWay(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("""{"text":"half of""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>Says nothing for as long as the client waits.</summary>
    public static Task Silence(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    public static object Verbose(SpeechServerRequest request, IReadOnlyList<RecognisedWord> words, string language = "english") => new
    {
        task = "transcribe",
        language,
        duration = request.Duration,
        text = Sentence(words),
        words = words.Select(word => new { word = word.Text, start = word.Start.TotalSeconds, end = word.End.TotalSeconds }),
        segments = Segments(words),
    };

    public static object[] Segments(IReadOnlyList<RecognisedWord> words) => words.Count == 0 ? [] :
    [
        new { id = 0, start = words[0].Start.TotalSeconds, end = words[^1].End.TotalSeconds, text = " " + Sentence(words), avg_logprob = -0.25 },
    ];

    /// <summary>With a capital and a full stop, as such models write.</summary>
    public static string Sentence(IReadOnlyList<RecognisedWord> words)
    {
        var text = string.Join(' ', words.Select(word => word.Text));
        return text.Length == 0 ? "" : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..] + ".";
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _engine.Dispose();
    }

    private async Task Models(HttpContext context)
    {
        if (Always is { } fault) await fault(context);
        else if (!IsAuthorised(context)) context.Response.StatusCode = 401;
        else await context.Response.WriteAsJsonAsync(new { data = new[] { new { id = "whisper-test" } } });
    }

    private async Task TranscribeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        using var file = new MemoryStream();
        await form.Files["file"]!.CopyToAsync(file);
        var request = new SpeechServerRequest(
            form["model"].ToString(), form["language"].FirstOrDefault(), form["prompt"].FirstOrDefault(), form["response_format"].ToString(),
            [.. form["timestamp_granularities[]"]!], context.Request.ContentLength!.Value, file.ToArray());
        Requests.Enqueue(request);
        if (Always is { } always) await always(context);
        else if (_faults.TryDequeue(out var fault)) await fault(context);
        else if (!IsAuthorised(context)) context.Response.StatusCode = 401;
        else await context.Response.WriteAsJsonAsync(Answer(request, Recognise(request)));
    }

    private static bool IsAuthorised(HttpContext context) => context.Request.Headers.Authorization == $"Bearer {Key}";

    private IReadOnlyList<RecognisedWord> Recognise(SpeechServerRequest request)
    {
        lock (_engineLock) return _engine.Recognise(MemoryMarshal.Cast<byte, short>(request.File.AsSpan(44)), withOthers: false);
    }
}

/// <summary>One request as it arrived.</summary>
/// <param name="File">The WAV file.</param>
internal sealed record SpeechServerRequest(
    string Model, string? Language, string? Prompt, string ResponseFormat, IReadOnlyList<string?> Granularities, long BodyBytes, byte[] File)
{
    public double Duration => (File.Length - 44) / 32_000.0;
}
