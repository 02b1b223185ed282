namespace TranscribeConsole.Services.Vocabularies;

/// <summary>A custom vocabulary.</summary>
/// <param name="State">Wire value: <c>PENDING</c>, <c>READY</c>, <c>FAILED</c>, or one that is newer than this program.</param>
/// <param name="LastModified">UTC.</param>
public sealed record VocabularyInfo(string Name, string LanguageCode, string State, DateTimeOffset? LastModified) : INamedResource
{
    /// <summary>Null unless the check failed; lists don't say it.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Only a ready one can be used by a job.</summary>
    public bool IsReady => State == "READY";

    public bool IsPending => State == "PENDING";

    /// <summary>The console's word for the state; the wire value when it is not known.</summary>
    public string StateText => State switch
    {
        "PENDING" => "Pending",
        "READY" => "Ready",
        "FAILED" => "Failed",
        _ => State,
    };
}
