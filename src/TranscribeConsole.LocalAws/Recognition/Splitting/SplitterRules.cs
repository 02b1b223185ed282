namespace TranscribeConsole.LocalAws.Recognition.Splitting;

/// <summary>Where <see cref="SpeechSplitter"/> cuts, in frames of 10 ms.</summary>
/// <param name="LongEnough">From this length on, any silence is good enough for a cut.</param>
/// <param name="TooLong">At this length it is cut at its quietest point; at most 3000.</param>
/// <param name="Gap">A silence of this length is always cut.</param>
internal sealed record SplitterRules(int LongEnough, int TooLong, int Gap);
