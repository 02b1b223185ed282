namespace TranscribeConsole.Web.Options;

/// <summary>Who answers S3 and Transcribe requests, setting <c>Backend</c>.</summary>
public enum BackendKind
{
    /// <summary>The embedded backend, started with the console.</summary>
    Local,

    /// <summary>Amazon, or what the service addresses of section <c>Aws</c> name.</summary>
    Aws,
}
