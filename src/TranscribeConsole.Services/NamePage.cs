namespace TranscribeConsole.Services;

/// <summary>A page of named resources.</summary>
/// <param name="NextToken">Opaque token of the next page; null on the last one.</param>
public sealed record NamePage<T>(IReadOnlyList<T> Items, string? NextToken);
