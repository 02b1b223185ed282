namespace TranscribeConsole.Services.Jobs;

/// <summary>A job as developers see it, for the pane <c>Application integration</c>.</summary>
/// <param name="RequestJson">StartTranscriptionJob, rebuilt from the job; the KMS key and the output of an unfinished job are missing.</param>
/// <param name="ResponseJson">What GetTranscriptionJob answers; signed addresses without their query strings.</param>
/// <param name="RequestCli">The request as a command for bash.</param>
public sealed record JobTexts(string RequestJson, string ResponseJson, string RequestCli);
