namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>What is shown at once, from one millisecond up to, not including, another.</summary>
/// <param name="Label">Who says it; null when nobody is named or two speak.</param>
internal sealed record Cue(int Start, int End, string? Label, string[] Lines);
