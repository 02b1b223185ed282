namespace TranscribeConsole.Transcripts;

/// <summary>Why an item reads <c>[PII]</c>: one entry of an alternative's <c>redactions</c>.</summary>
/// <param name="Type">Kind of entity, such as NAME.</param>
/// <param name="Category">PII.</param>
/// <param name="Confidence">0 to 1.</param>
public readonly record struct Redaction(string? Type, string? Category, double? Confidence);
