namespace TranscribeConsole.Components.Actions;

/// <summary>A choice of a <see cref="SegmentedControl"/>.</summary>
public sealed record Segment(string Value, string Text);
