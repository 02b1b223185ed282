namespace TranscribeConsole.Services.Jobs;

/// <summary>One job as the list shows it: <c>TranscriptionJobSummary</c> in the console's words.</summary>
/// <param name="Language">For people, for example <c>English, US (en-US)</c>; <c>-</c> while it is not known.</param>
/// <param name="CreationTime">UTC.</param>
public sealed record JobRow(
    string Name,
    JobStatus Status,
    string Language,
    DateTimeOffset CreationTime,
    DateTimeOffset? StartTime,
    DateTimeOffset? CompletionTime,
    string? FailureReason,
    OutputLocation Output)
{
    /// <summary>The console's word for the status; the wire value when it is newer than this program.</summary>
    public string StatusText { get; init; } = Status.Text();

    /// <summary><c>Specific language</c>, <c>Automatic language identification</c>, <c>Automatic multiple languages identification</c>.</summary>
    public string LanguageSettings { get; init; } = "Specific language";

    /// <summary><c>General</c> or <c>Custom language model</c>.</summary>
    public string ModelType { get; init; } = "General";

    /// <summary>Name of the custom language model; <c>-</c> when there is none.</summary>
    public string ModelName { get; init; } = "-";
}

/// <summary>Where a job's result goes: <c>OutputLocationType</c> of the service.</summary>
public enum OutputLocation
{
    ServiceManaged,
    CustomerBucket,
}

/// <param name="NextToken">Opaque token of the next page; null on the last one.</param>
public sealed record JobPage(IReadOnlyList<JobRow> Jobs, string? NextToken);

/// <summary>Which jobs to list.</summary>
/// <param name="NameContains">Part of the name, case does not matter; null or empty: any.</param>
public sealed record JobQuery(string? NameContains = null, JobStatus? Status = null, string? NextToken = null, int PageSize = 10);
