namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>What is shown at once, from one millisecond up to, not including, another.</summary>
/// <param name="Voices">One; two where two speak at once, each on a line of their own.</param>
internal sealed record Cue(int Start, int End, IReadOnlyList<Voice> Voices)
{
    public int Width => Voices.Sum(voice => voice.Words.Sum(word => word.Width + 1)) - 1;
}

/// <summary>What one speaker says in a cue.</summary>
internal sealed record Voice(string? Speaker, IReadOnlyList<SpokenWord> Words);
