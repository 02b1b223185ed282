namespace TranscribeConsole.LocalAws;

/// <summary>Where the backend listens; known once it does.</summary>
internal sealed class LocalAwsAddress
{
    public Uri BaseAddress { get; set; } = new("http://127.0.0.1:4566/");
}
