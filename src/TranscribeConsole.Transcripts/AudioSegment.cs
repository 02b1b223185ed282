namespace TranscribeConsole.Transcripts;

/// <summary>A stretch of speech with its text: one entry of <c>results.audio_segments</c>.</summary>
public readonly record struct AudioSegment
{
    /// <summary>Number of the segment, from 0.</summary>
    public required int Id { get; init; }

    public required string Transcript { get; init; }

    /// <summary>Offset from the start of the media.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>Offset from the start of the media.</summary>
    public required TimeSpan End { get; init; }

    public string? SpeakerLabel { get; init; }

    public string? ChannelLabel { get; init; }

    public string? LanguageCode { get; init; }

    /// <summary>Positions in <see cref="Transcripts.Transcript.Items"/>, in order.</summary>
    public required ReadOnlyMemory<int> Items { get; init; }
}
