namespace TranscribeConsole.Transcripts.Edits;

/// <summary>Turns that follow each other and are said by one person, as they are shown.</summary>
/// <param name="Speaker">The name given, or "Speaker 0"; null for a paragraph of a plain transcript.</param>
/// <param name="Parts">At least one, in the transcript's order. Labels differ where two were given one name.</param>
public sealed record EditedTurn(string? Speaker, IReadOnlyList<EditedPart> Parts)
{
    /// <summary>Offset from the start of the media.</summary>
    public TimeSpan Start => Parts[0].Turn.Start;

    /// <summary>Offset from the start of the media.</summary>
    public TimeSpan End => Parts.Max(part => part.Turn.End);
}
