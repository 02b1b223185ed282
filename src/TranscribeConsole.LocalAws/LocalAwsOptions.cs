using System.ComponentModel.DataAnnotations;

namespace TranscribeConsole.LocalAws;

/// <summary>Settings of the embedded backend, section <c>LocalAws</c>.</summary>
public sealed class LocalAwsOptions : IValidatableObject
{
    public const string Section = "LocalAws";

    /// <summary>IP address to listen on. An IP, not a name: SDKs then use path-style addresses by themselves.</summary>
    [Required(ErrorMessage = "LocalAws:Address must be an IP address, for example 127.0.0.1.")]
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>TCP port; 0 takes a free one.</summary>
    [Range(0, 65535, ErrorMessage = "LocalAws:Port must be 0 to 65535.")]
    public int Port { get; init; } = 4566;

    /// <summary>Directory for credentials, objects, uploads and jobs; created when missing, mode 0700.</summary>
    [Required(ErrorMessage = "LocalAws:DataDirectory must name a directory.")]
    public string DataDirectory { get; init; } = "";

    /// <summary>Jobs in progress at once before Start answers LimitExceededException (or QUEUED when deferred).</summary>
    [Range(1, 10_000, ErrorMessage = "LocalAws:MaxConcurrentJobs must be 1 to 10000.")]
    public int MaxConcurrentJobs { get; init; } = 250;

    /// <summary>Longest media a job may have, in hours; the service says 4.</summary>
    [Range(1, 24, ErrorMessage = "LocalAws:MaxAudioHours must be 1 to 24.")]
    public int MaxAudioHours { get; init; } = 4;

    /// <summary>Days after which a multipart upload that was neither completed nor aborted is removed with its parts.</summary>
    [Range(1, 365, ErrorMessage = "LocalAws:UploadExpiryDays must be 1 to 365.")]
    public int UploadExpiryDays { get; init; } = 7;

    /// <summary>Speed against accuracy of the built-in recogniser: fast, balanced or best.</summary>
    public RecognitionPreset Preset { get; init; } = RecognitionPreset.Balanced;

    /// <summary>Who turns speech into text: the built-in engine, or a server with the OpenAI audio-transcription API.</summary>
    public RecogniserKind Recogniser { get; init; } = RecogniserKind.PocketSphinx;

    /// <summary>Of <see cref="RecogniserKind.OpenAi"/>.</summary>
    public OpenAiRecogniserOptions OpenAi { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Recogniser == RecogniserKind.OpenAi ? OpenAi.Problems() : [];
}
