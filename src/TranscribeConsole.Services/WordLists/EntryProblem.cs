namespace TranscribeConsole.Services.WordLists;

/// <summary>A rule that an entry breaks.</summary>
/// <param name="Message">A sentence that names the rule.</param>
/// <param name="Suggestion">The entry as it would pass; null: nothing can be suggested.</param>
public sealed record EntryProblem(string Message, string? Suggestion = null);
