using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Recognition.Decoding;

/// <summary>Looks at a media file before it is decoded and refuses what the service refuses.</summary>
internal sealed partial class MediaInspector(LocalAwsOptions options, TimeProvider time, ILogger<MediaInspector> logger)
{
    /// <summary>Largest media, inclusive: the service's 2 GB.</summary>
    public const long MaxFileBytes = 2_147_483_648;

    private const int MaxAnswerBytes = 1024 * 1024;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(60);

    /// <exception cref="MediaFailureException">The media is refused.</exception>
    public async Task<MediaDetails> InspectAsync(MediaPrograms programs, MediaToTranscribe media, CancellationToken cancellationToken)
    {
        var size = new FileInfo(media.Path).Length;
        if (size == 0) throw new MediaFailureException(FailureReasons.InvalidData);
        if (size > MaxFileBytes) throw new MediaFailureException(FailureReasons.FileTooLarge);

        using var timeout = new CancellationTokenSource(MaxTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return Check(media, await ProbeAsync(programs, media, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MediaFailureException(FailureReasons.TookTooLong);
        }
    }

    private MediaDetails Check(MediaToTranscribe media, DetectedMedia detected)
    {
        if (MediaFormats.NameOf(detected) is not { } format) throw new MediaFailureException(FailureReasons.UnsupportedFormat);
        if (media.MediaFormat is { } declared && !MediaFormats.Match(declared, format, detected))
            throw new MediaFailureException(FailureReasons.FormatMismatch);
        if (detected.Audio is not { } audio) throw new MediaFailureException(FailureReasons.NoAudio);
        CheckAudio(media, audio);
        // The length of an MP3 without a table is a guess from its first frames; what is decoded is counted anyway.
        var tolerance = format == "mp3" ? 2 : 1;
        if (detected.Duration > TimeSpan.FromHours(options.MaxAudioHours) * tolerance)
            throw new MediaFailureException(FailureReasons.TooLong(options.MaxAudioHours));
        return new MediaDetails(
            media.MediaFormat ?? format, media.MediaSampleRateHertz ?? audio.SampleRateHertz, audio.Index, audio.Channels, detected.Duration);
    }

    private static void CheckAudio(MediaToTranscribe media, DetectedAudio audio)
    {
        if (audio.Channels is 0 || audio.SampleRateHertz is 0) throw new MediaFailureException(FailureReasons.InvalidData);
        if (audio.SampleRateHertz is < 8_000 or > 48_000) throw new MediaFailureException(FailureReasons.InvalidSampleRate);
        if (media.MediaSampleRateHertz is { } rate && !MediaFormats.SampleRatesMatch(rate, audio))
            throw new MediaFailureException(FailureReasons.SampleRateMismatch);
        if (audio.Channels > 2) throw new MediaFailureException(FailureReasons.TooManyChannels);
    }

    private async Task<DetectedMedia> ProbeAsync(MediaPrograms programs, MediaToTranscribe media, CancellationToken cancellationToken)
    {
        await using var ffprobe = MediaProcess.Start(programs.Prlimit, programs.Ffprobe, MaxTime,
        [
            "-v", "error", "-print_format", "json", "-show_entries", FfprobeAnswer.Entries,
            "-protocol_whitelist", "file,pipe", "-format_whitelist", MediaFormats.DemuxerWhitelist, "-i", $"file:{media.Path}",
        ]);
        await using var killing = cancellationToken.Register(ffprobe.Kill);
        var answer = new byte[MaxAnswerBytes];
        var length = await ffprobe.Output.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (length == answer.Length) throw new MediaFailureException(FailureReasons.InvalidData);
        var (exitCode, messages) = await ffprobe.WaitForExitAsync(cancellationToken);
        if (exitCode == 0 && FfprobeAnswer.Parse(answer.AsMemory(0, length)) is { } detected) return detected;

        Log.NotMedia(logger, media.JobName, exitCode, messages.Replace(media.Path, "media", StringComparison.Ordinal).TrimEnd());
        // ffmpeg knows the format but the whitelist does not let it near the file.
        throw new MediaFailureException(messages.Contains("not on whitelist", StringComparison.Ordinal)
            ? FailureReasons.UnsupportedFormat
            : FailureReasons.InvalidData);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Media of job {JobName} is refused; ffprobe ended with {ExitCode}: {Messages}")]
        public static partial void NotMedia(ILogger logger, string jobName, int exitCode, string messages);
    }
}
