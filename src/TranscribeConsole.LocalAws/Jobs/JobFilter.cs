namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Which jobs a list shows.</summary>
/// <param name="Status">Null: any.</param>
/// <param name="NameContains">Substring of the name, compared without case; null: any.</param>
internal sealed record JobFilter(string? Status, string? NameContains);
