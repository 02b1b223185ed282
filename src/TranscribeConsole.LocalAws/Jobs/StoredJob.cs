using TranscribeConsole.LocalAws.Transcribe.Wire;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>A job as it is stored: what was asked for, and how far it came.</summary>
internal sealed record StoredJob
{
    /// <summary>Rises with creation; tells this job from a later one of the same name.</summary>
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Status { get; init; }
    public required DateTimeOffset CreationTime { get; init; }
    public DateTimeOffset? StartTime { get; init; }
    public DateTimeOffset? CompletionTime { get; init; }
    public string? FailureReason { get; init; }
    public required ObjectAddress Media { get; init; }
    public required JobOutput Output { get; init; }
    public string? DetectedFormat { get; init; }
    public int? DetectedRateHertz { get; init; }

    /// <summary>The dominant language, where it was to be identified and the job is complete.</summary>
    public string? IdentifiedLanguage { get; init; }

    /// <summary>0 to 1; with <see cref="IdentifiedLanguage"/>.</summary>
    public double? IdentifiedScore { get; init; }

    /// <summary>Every language spoken, where they were to be identified and the job is complete.</summary>
    public IReadOnlyList<LanguageCodeItem>? IdentifiedLanguages { get; init; }

    /// <summary>The request as it was validated, without its tags.</summary>
    public required StartTranscriptionJobRequest Request { get; init; }

    /// <summary>The subtitle files asked for, in the order of the request, each once.</summary>
    public IReadOnlyList<SubtitleFormat> SubtitleFormats =>
        [.. (Request.Subtitles?.Formats ?? []).Distinct().Select(format => format == "srt" ? SubtitleFormat.Srt : SubtitleFormat.Vtt)];
}

/// <summary>Bucket and key of an object.</summary>
internal readonly record struct ObjectAddress(string Bucket, string Key);
