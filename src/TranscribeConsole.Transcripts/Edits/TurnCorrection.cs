namespace TranscribeConsole.Transcripts.Edits;

/// <summary>What a person made of a turn's text.</summary>
/// <param name="Text">The corrected text; empty: nothing was said. Line ends count as spaces.</param>
/// <param name="By">Who corrected it.</param>
public sealed record TurnCorrection(string Text, string By, DateTimeOffset At);
