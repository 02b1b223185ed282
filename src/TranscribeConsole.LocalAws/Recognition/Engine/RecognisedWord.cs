namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>One word as the recogniser knows it: lower case, no punctuation.</summary>
/// <param name="Start">Offset from the start of what was recognised; a multiple of 10 ms, as is <paramref name="End"/>.</param>
/// <param name="Confidence">Posterior probability, 0 to 1.</param>
internal sealed record RecognisedWord(string Text, TimeSpan Start, TimeSpan End, double Confidence);
