namespace TranscribeConsole.Services;

/// <summary>Which vocabularies, filters or models are asked for.</summary>
/// <param name="NameContains">Part of the name, case does not matter; null or empty: any.</param>
/// <param name="State">Wire value of a state; null: any. Filters have none.</param>
/// <param name="NextToken">Of the page before; null: the first page.</param>
public sealed record ResourceQuery(string? NameContains = null, string? State = null, string? NextToken = null, int PageSize = 20);
