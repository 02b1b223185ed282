using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using TranscribeConsole.LocalAws.Recognition.Decoding;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

[Collection(RecognitionTests.Name)]
public sealed class BadMediaTests(RecognitionFixture recognition)
{
    private readonly MediaSamples _samples = recognition.Samples;

    [Fact]
    public async Task Empty_file_is_invalid_data() =>
        Assert.Equal(FailureReasons.InvalidData, await recognition.Transcribing.RefusalAsync(_samples.File("empty.wav", [])));

    [Fact]
    public async Task Text_named_mp3_is_invalid_data() =>
        Assert.Equal(FailureReasons.InvalidData, await recognition.Transcribing.RefusalAsync(
            _samples.File("text.mp3", Encoding.UTF8.GetBytes("Dear diary, today I renamed a file.\n")), "mp3"));

    [Fact]
    public async Task Random_bytes_are_invalid_data()
    {
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);

        Assert.Equal(FailureReasons.InvalidData, await recognition.Transcribing.RefusalAsync(_samples.File("random.flac", bytes)));
    }

    [Fact]
    public async Task Wav_header_without_samples_is_invalid_data()
    {
        var wav = await _samples.SpeechAsync("whole1.wav");
        var header = (await File.ReadAllBytesAsync(wav)).AsSpan(0, 78).ToArray();
        BitConverter.TryWriteBytes(header.AsSpan(74), 0);

        Assert.Equal(FailureReasons.InvalidData, await recognition.Transcribing.RefusalAsync(_samples.File("header.wav", header)));
    }

    [Fact]
    public async Task Truncated_wav_is_transcribed_as_far_as_it_goes_with_a_warning()
    {
        using var transcribing = new Transcribing();
        var whole = await File.ReadAllBytesAsync(await _samples.SpeechAsync("whole2.wav"));
        var path = _samples.File("truncated.wav", whole[..(whole.Length * 2 / 3 + 1)]);
        var text = (await transcribing.TranscribeAsync(path, "wav")).Transcript.Text;

        Assert.Contains("weather", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("park", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(transcribing.Loggers.Entries, entry => entry.Level == LogLevel.Warning);
        Assert.DoesNotContain(path, transcribing.Loggers.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list.wav", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{0}\n#EXT-X-ENDLIST\n")]
    [InlineData("concat.wav", "ffconcat version 1.0\nfile {0}\n")]
    public async Task Playlist_named_wav_is_refused_and_reads_no_other_file(string name, string playlist)
    {
        // Opening a pipe that nobody writes to would hang until the time limit, whose reason is another.
        var other = $"other-{name}";
        using var mkfifo = Process.Start("mkfifo", [_samples.PathOf(other)]);
        await mkfifo.WaitForExitAsync();
        Assert.Equal(0, mkfifo.ExitCode);
        var path = _samples.File(name, Encoding.UTF8.GetBytes(playlist.Replace("{0}", other, StringComparison.Ordinal)));

        Assert.Equal(FailureReasons.UnsupportedFormat, await recognition.Transcribing.RefusalAsync(path, "wav"));
    }

    [Fact]
    public async Task Video_without_sound_says_so()
    {
        var path = await _samples.FfmpegAsync("mute.mp4", "-f", "lavfi", "-i", "testsrc=size=64x64:rate=5:duration=2");

        Assert.Equal(FailureReasons.NoAudio, await recognition.Transcribing.RefusalAsync(path));
    }

    [Theory]
    [InlineData("raw.aac")]
    [InlineData("aac.mkv", "-c:a", "aac")]
    [InlineData("sun.au")]
    public async Task Format_that_the_service_does_not_take_is_unsupported(string name, params string[] options) =>
        Assert.Equal(FailureReasons.UnsupportedFormat, await recognition.Transcribing.RefusalAsync(await _samples.SpeechAsync(name, options: options)));

    [Theory]
    [InlineData("declared.wav", "mp3")]
    [InlineData("declared.mp3", "wav")]
    [InlineData("declared.ogg", "webm")]
    public async Task Declared_format_must_match(string name, string declared) =>
        Assert.Equal(FailureReasons.FormatMismatch, await recognition.Transcribing.RefusalAsync(await _samples.SpeechAsync(name), declared));

    [Fact]
    public async Task Declared_sample_rate_must_match() =>
        Assert.Equal(FailureReasons.SampleRateMismatch, await recognition.Transcribing.RefusalAsync(await _samples.SpeechAsync("rate.wav"), rate: 8_000));

    [Theory]
    [InlineData("fast.wav", "96000")]
    [InlineData("slow.wav", "6000")]
    public async Task Sample_rate_out_of_range_is_invalid(string name, string rate) =>
        Assert.Equal(FailureReasons.InvalidSampleRate, await recognition.Transcribing.RefusalAsync(await _samples.SpeechAsync(name, options: ["-ar", rate])));

    [Fact]
    public async Task More_than_two_channels_are_refused() =>
        Assert.Equal(FailureReasons.TooManyChannels, await recognition.Transcribing.RefusalAsync(await _samples.SpeechAsync("six.wav", options: ["-ac", "6"])));

    [Fact]
    public async Task Media_under_half_a_second_is_refused() =>
        Assert.Equal(FailureReasons.TooShort, await recognition.Transcribing.RefusalAsync(await _samples.SpeechAsync("short.wav", options: ["-t", "0.4"])));

    [Fact]
    public async Task Media_over_the_limit_is_refused()
    {
        var path = await _samples.FfmpegAsync("long.flac", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono:d=3601");
        using var transcribing = new Transcribing(options: new LocalAwsOptions { MaxAudioHours = 1 });

        Assert.Equal(FailureReasons.TooLong(1), await transcribing.RefusalAsync(path));
    }

    [Fact]
    public async Task Media_over_the_limit_that_does_not_state_its_length_is_refused()
    {
        // Written to a pipe the length of a FLAC file is not known.
        var path = await _samples.FfmpegAsync("unstated.flac", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono:d=3601", "-f", "flac");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[21] &= 0xF0;
        bytes.AsSpan(22, 4).Clear(); // the 36 bits of STREAMINFO that count the samples
        using var transcribing = new Transcribing(options: new LocalAwsOptions { MaxAudioHours = 1 });

        Assert.Equal(FailureReasons.TooLong(1), await transcribing.RefusalAsync(_samples.File("unstated2.flac", bytes)));
    }

    [Fact]
    public async Task File_over_two_gigabytes_is_refused()
    {
        var path = _samples.PathOf("huge.wav");
        await using (var file = File.Create(path)) file.SetLength(2_147_483_649);

        Assert.Equal(FailureReasons.FileTooLarge, await recognition.Transcribing.RefusalAsync(path));
    }
}
