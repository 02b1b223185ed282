namespace TranscribeConsole.Services.Jobs;

/// <summary>What happened since the last hand-over to one subscriber.</summary>
/// <param name="Updated">New state of subscribed jobs, by name.</param>
/// <param name="Deleted">Subscribed jobs that are gone.</param>
/// <param name="Created">Names of jobs that were not known before, whoever started them.</param>
/// <param name="Failure">Why the monitor cannot see the jobs at present, as a sentence; null: it can.</param>
public sealed record JobChanges(
    IReadOnlyDictionary<string, JobRow> Updated,
    IReadOnlySet<string> Deleted,
    IReadOnlySet<string> Created,
    string? Failure);
