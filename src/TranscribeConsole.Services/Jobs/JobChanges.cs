namespace TranscribeConsole.Services.Jobs;

/// <summary>What happened since the last hand-over to one subscriber.</summary>
/// <param name="Updated">New state of subscribed jobs, by name.</param>
/// <param name="Deleted">Subscribed jobs that are gone.</param>
/// <param name="Others">Jobs that are not subscribed and were just created or have just ended, whoever started them; by name.</param>
/// <param name="Failure">Why the monitor cannot see the jobs at present, as a sentence; null: it can.</param>
public sealed record JobChanges(
    IReadOnlyDictionary<string, JobRow> Updated,
    IReadOnlySet<string> Deleted,
    IReadOnlyDictionary<string, JobRow> Others,
    string? Failure);
