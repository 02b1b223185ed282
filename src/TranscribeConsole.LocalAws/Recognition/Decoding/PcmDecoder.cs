using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Recognition.Decoding;

/// <summary>Decodes media with ffmpeg to 16-bit samples at <see cref="SampleRate"/>, a second at a time.</summary>
internal sealed partial class PcmDecoder(LocalAwsOptions options, TimeProvider time, ILogger<PcmDecoder> logger)
{
    /// <summary>Samples per second and channel, as the recogniser's acoustic model wants them.</summary>
    public const int SampleRate = 16_000;

    // ffmpeg may wait for us as long as it likes, because recognition is slower; we do not wait for ffmpeg.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);
    private const int KilledForCpuTime = 128 + 9; // SIGKILL: ffmpeg would catch the soft limit's SIGXCPU, so both limits are one
    private static readonly TimeSpan ShortestAudio = TimeSpan.FromMilliseconds(500);

    /// <summary>Hands over the samples, interleaved when there are two channels, at most a second per call; ends with the media.</summary>
    /// <param name="channels">1: what the media has, mixed to one; 2: the media's two channels apart.</param>
    /// <exception cref="MediaFailureException">Not decodable, too long or too short.</exception>
    public async Task DecodeAsync(
        MediaPrograms programs, MediaToTranscribe media, MediaDetails details, int channels,
        Func<ReadOnlyMemory<short>, Task> receive, CancellationToken cancellationToken)
    {
        await using var ffmpeg = MediaProcess.Start(programs.Prlimit, programs.Ffmpeg, MaxCpuTime(details), Arguments(media, details, channels));
        await using var killing = cancellationToken.Register(ffmpeg.Kill);
        Log.Decoding(logger, media.JobName, ffmpeg.Id);
        var samples = await ReadAsync(ffmpeg, channels, receive, cancellationToken);
        var (exitCode, messages) = await NotTooLongAsync(ffmpeg.WaitForExitAsync(cancellationToken), cancellationToken);
        Report(media, exitCode, messages);
        if (exitCode == KilledForCpuTime) throw new MediaFailureException(FailureReasons.TookTooLong);
        // ffmpeg decodes what is whole of a damaged file and ends with 0, sometimes without a single sample.
        if (exitCode != 0 || samples == 0) throw new MediaFailureException(FailureReasons.InvalidData);
        var decoded = TimeSpan.FromSeconds((double)samples / channels / SampleRate);
        if (decoded < ShortestAudio) throw new MediaFailureException(FailureReasons.TooShort);
        if (details.Duration - decoded > TimeSpan.FromSeconds(1) + decoded * 0.02) Log.Shorter(logger, media.JobName, details.Duration, decoded);
    }

    private static IEnumerable<string> Arguments(MediaToTranscribe media, MediaDetails details, int channels) =>
    [
        "-nostdin", "-v", "warning", "-hide_banner", "-threads", "1",
        "-protocol_whitelist", "file,pipe", "-format_whitelist", MediaFormats.DemuxerWhitelist, "-i", $"file:{media.Path}",
        "-map", $"0:{details.AudioStream}", "-vn", "-sn", "-dn", "-map_metadata", "-1",
        // By number and not by name: a recorder may call its two channels anything, and nothing must be mixed.
        .. channels == 2 ? (string[])["-af", "pan=stereo|c0=c0|c1=c1"] : ["-ac", "1"],
        "-ar", $"{SampleRate}", "-f", "s16le", "pipe:1",
    ];

    private async Task<long> ReadAsync(
        MediaProcess ffmpeg, int channels, Func<ReadOnlyMemory<short>, Task> receive, CancellationToken cancellationToken)
    {
        var maxSamples = (long)options.MaxAudioHours * 3600 * SampleRate * channels;
        var bytes = new byte[SampleRate * channels * sizeof(short)];
        var samples = new short[SampleRate * channels];
        var total = 0L;
        while (true)
        {
            var length = await ReadBlockAsync(ffmpeg, bytes, cancellationToken);
            var count = length / sizeof(short) / channels * channels;
            MemoryMarshal.Cast<byte, short>(bytes.AsSpan(0, count * sizeof(short))).CopyTo(samples);
            total += count;
            if (total > maxSamples) throw new MediaFailureException(FailureReasons.TooLong(options.MaxAudioHours));
            if (count > 0) await receive(samples.AsMemory(0, count));
            if (length < bytes.Length) return total;
        }
    }

    private async Task<int> ReadBlockAsync(MediaProcess ffmpeg, byte[] block, CancellationToken cancellationToken)
    {
        var reading = ffmpeg.Output.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken).AsTask();
        var length = await NotTooLongAsync(reading, cancellationToken);
        // A killed ffmpeg looks like the end of the media.
        cancellationToken.ThrowIfCancellationRequested();
        return length;
    }

    private async Task<T> NotTooLongAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work.WaitAsync(MaxWait, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new MediaFailureException(FailureReasons.TookTooLong);
        }
    }

    // Decoding sound takes well under a hundredth of its length; a file that needs a tenth is made to burn time.
    private TimeSpan MaxCpuTime(MediaDetails details) =>
        TimeSpan.FromSeconds(60) + (details.Duration ?? TimeSpan.FromHours(options.MaxAudioHours)) / 10;

    private void Report(MediaToTranscribe media, int exitCode, string messages)
    {
        var lines = messages.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Contains("Guessed Channel Layout", StringComparison.Ordinal)
                && !line.Contains("Estimating duration", StringComparison.Ordinal))
            .Select(line => line.Replace(media.Path, "media", StringComparison.Ordinal))
            .ToList();
        if (exitCode != 0 || lines.Count > 0) Log.Complaint(logger, media.JobName, exitCode, string.Join(" / ", lines.Take(20)));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "ffmpeg {ProcessId} decodes the media of job {JobName}")]
        public static partial void Decoding(ILogger logger, string jobName, int processId);

        [LoggerMessage(LogLevel.Warning, "ffmpeg on the media of job {JobName} ended with {ExitCode}: {Messages}")]
        public static partial void Complaint(ILogger logger, string jobName, int exitCode, string messages);

        [LoggerMessage(LogLevel.Warning, "Media of job {JobName} states {Stated} of audio but holds {Decoded}; that part is transcribed")]
        public static partial void Shorter(ILogger logger, string jobName, TimeSpan? stated, TimeSpan decoded);
    }
}
