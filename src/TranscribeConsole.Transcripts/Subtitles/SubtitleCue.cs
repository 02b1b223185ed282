namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>A cue as a subtitle file has it.</summary>
/// <param name="Number">Null: the file does not number it.</param>
/// <param name="Start">As written, such as <c>00:00:01,240</c>.</param>
/// <param name="End">As written, without what WebVTT may say behind it.</param>
/// <param name="Text">Lines joined by a line feed.</param>
public sealed record SubtitleCue(string? Number, string Start, string End, string Text);
