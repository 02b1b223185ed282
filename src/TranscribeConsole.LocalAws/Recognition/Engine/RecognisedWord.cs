namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>One word as the recogniser knows it.</summary>
/// <param name="Start">Offset from the start of what was recognised.</param>
/// <param name="Confidence">0 to 1; null where the engine gives none.</param>
internal sealed record RecognisedWord(string Text, TimeSpan Start, TimeSpan End, double? Confidence)
{
    /// <summary>The mark that follows; null: none, or the engine knows no punctuation.</summary>
    public string? Punctuation { get; init; }

    /// <summary>Whether the engine writes as people do: case, numbers and punctuation are then kept as they come.</summary>
    public bool IsWritten { get; init; }

    /// <summary>What may have been said instead, most probable first; empty where that was not asked for.</summary>
    public IReadOnlyList<WordReading> Others { get; init; } = [];
}

/// <summary>Another word at the time of a recognised one.</summary>
/// <param name="Confidence">0 to 1.</param>
internal sealed record WordReading(string Text, double Confidence);
