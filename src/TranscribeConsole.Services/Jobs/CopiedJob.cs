namespace TranscribeConsole.Services.Jobs;

/// <summary>A form filled from a job, for a new one.</summary>
/// <param name="Form">Without a name: it must be another one.</param>
/// <param name="NotCopied">Sentences about what the service does not give back or what would harm the old job's output; empty: everything was copied.</param>
public sealed record CopiedJob(JobForm Form, IReadOnlyList<string> NotCopied);
