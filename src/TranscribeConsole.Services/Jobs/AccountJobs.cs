namespace TranscribeConsole.Services.Jobs;

/// <summary>The jobs of the account without regard to who asks: for the server's own work, never for an answer to somebody.</summary>
public sealed record AccountJobs(TranscriptionJobs Jobs);
