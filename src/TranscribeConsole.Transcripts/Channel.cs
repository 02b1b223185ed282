namespace TranscribeConsole.Transcripts;

/// <summary>One channel and its items in time order, repeated from the transcript's.</summary>
/// <param name="Label">Such as ch_0.</param>
public sealed record Channel(string Label, ItemList Items);
