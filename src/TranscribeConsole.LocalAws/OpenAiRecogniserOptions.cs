using System.ComponentModel.DataAnnotations;

namespace TranscribeConsole.LocalAws;

/// <summary>Settings of a server with the OpenAI audio-transcription API, section <c>LocalAws:OpenAi</c>; read with <c>LocalAws:Recogniser=OpenAi</c> only.</summary>
public sealed class OpenAiRecogniserOptions
{
    private const string Section = $"{LocalAwsOptions.Section}:OpenAi";

    /// <summary>Address that <c>/audio/transcriptions</c> is added to, for example <c>http://127.0.0.1:8000/v1</c>.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Sent as a bearer token; empty: none is sent. Never logged.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Name of the model, as the server knows it.</summary>
    public string Model { get; init; } = "";

    /// <summary>Requests under way at a time, of all jobs together.</summary>
    public int ParallelRequests { get; init; } = 2;

    /// <summary>Longest wait for one answer.</summary>
    public int TimeoutSeconds { get; init; } = 300;

    /// <summary>Largest body the server takes; stretches of speech are cut to fit. OpenAI's own limit is the default.</summary>
    public int MaxUploadBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>Further tries after a failure that may pass, with growing waits between them.</summary>
    public int Retries { get; init; } = 8;

    /// <summary>What is wrong, each with the key to set; the API key itself is never repeated.</summary>
    internal IEnumerable<ValidationResult> Problems()
    {
        if (!IsAddress(BaseUrl))
            yield return new($"{Section}:BaseUrl must be an http or https address without user name, query and fragment, for example http://127.0.0.1:8000/v1.");
        if (string.IsNullOrWhiteSpace(Model)) yield return new($"{Section}:Model must name a model of the server, for example whisper-1.");
        if (!ApiKey.All(character => character is > ' ' and < '\u007f'))
            yield return new($"{Section}:ApiKey must hold visible ASCII characters only.");
        if (ParallelRequests is < 1 or > 64) yield return new($"{Section}:ParallelRequests must be 1 to 64.");
        if (TimeoutSeconds is < 1 or > 3600) yield return new($"{Section}:TimeoutSeconds must be 1 to 3600.");
        if (MaxUploadBytes < MinUploadBytes) yield return new($"{Section}:MaxUploadBytes must be {MinUploadBytes} or more.");
        if (Retries is < 0 or > 20) yield return new($"{Section}:Retries must be 0 to 20.");
    }

    /// <summary>About ten seconds of speech: recognisers need that much to understand anything.</summary>
    internal const int MinUploadBytes = 350_000;

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" };
}
