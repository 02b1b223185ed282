namespace TranscribeConsole.LocalAws.Transcribe.Wire;

/// <summary>Body of the operations that name one job: Get and Delete.</summary>
internal sealed record JobNameRequest
{
    public string? TranscriptionJobName { get; init; }
}

/// <summary>Answer of Start and Get.</summary>
internal sealed record TranscriptionJobResponse(TranscriptionJob TranscriptionJob);

internal sealed record ListTranscriptionJobsRequest
{
    public string? Status { get; init; }
    public string? JobNameContains { get; init; }
    public string? NextToken { get; init; }
    public int? MaxResults { get; init; }
}

internal sealed record ListTranscriptionJobsResponse
{
    public string? Status { get; init; }
    public string? NextToken { get; init; }
    public required IReadOnlyList<TranscriptionJobSummary> TranscriptionJobSummaries { get; init; }
}
