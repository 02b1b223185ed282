using System.Net;
using System.Net.Http.Headers;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>Speaks the OpenAI audio-transcription API, one try at a time. Follows no redirect, for the key goes to nobody else.</summary>
internal sealed class SpeechClient : IDisposable
{
    private const int MaxAnswerBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);

    private readonly OpenAiRecogniserOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly Uri _address;

    public SpeechClient(OpenAiRecogniserOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _address = new Uri(options.BaseUrl.TrimEnd('/') + "/");
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2), // a cluster's name moves
            ActivityHeadersPropagator = null,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        if (options.ApiKey.Length > 0) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
    }

    /// <summary>Where the server is, without its path.</summary>
    public string Server => _address.GetLeftPart(UriPartial.Authority);

    /// <exception cref="SpeechFailureException">No transcription came of it.</exception>
    public async Task<SpeechAnswer> TranscribeAsync(SpeechRequest speech, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_address, "audio/transcriptions")) { Content = speech.ToContent(_options.Model) };
        var answer = await SendAsync(request, TimeSpan.FromSeconds(_options.TimeoutSeconds), cancellationToken);
        return SpeechAnswer.Parse(answer) ?? throw new SpeechFailureException("it answered with something that is not a transcription", mayPass: true);
    }

    /// <summary>Whether the server answers, whatever it says about its models: not every server can list them.</summary>
    /// <exception cref="SpeechFailureException">It does not, or refuses the key.</exception>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_address, "models"));
        try
        {
            await SendAsync(request, ProbeTimeout, cancellationToken);
        }
        catch (SpeechFailureException e) when (e.InnerException is HttpRequestException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) })
        {
            // It answers.
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]> SendAsync(HttpRequestMessage request, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.IsSuccessStatusCode) return await ReadAsync(response.Content, either.Token);
            throw SpeechRefusals.Of(response, _time.GetUtcNow());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SpeechFailureException($"it did not answer within {limit.TotalSeconds:0} seconds", mayPass: true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new SpeechFailureException(SpeechRefusals.Describe(e), mayPass: true);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await body.ReadAsync(piece, cancellationToken) is var count and > 0)
        {
            if (read.Length + count > MaxAnswerBytes) throw new SpeechFailureException("it answered with something that is not a transcription", mayPass: true);
            read.Write(piece, 0, count);
        }

        return read.ToArray();
    }
}
