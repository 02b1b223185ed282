using System.Runtime.InteropServices;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Engine;

/// <summary>A preset is honoured by the engine: on speech that is hard to make out, each search ends elsewhere.</summary>
public sealed class PresetTests
{
    [Fact]
    public void Each_preset_searches_in_its_own_way_and_always_in_the_same()
    {
        var samples = NoisySpeech();
        var (fast, balanced, best) = (Words(RecognitionPreset.Fast, samples), Words(RecognitionPreset.Balanced, samples), Words(RecognitionPreset.Best, samples));

        Assert.NotEmpty(best);
        Assert.NotEqual(fast, balanced);
        Assert.NotEqual(balanced, best);
        Assert.NotEqual(fast, best);
        Assert.Equal(fast, Words(RecognitionPreset.Fast, samples)); // so the difference is the preset's
    }

    private static (string Text, TimeSpan Start, double? Confidence)[] Words(RecognitionPreset preset, short[] samples)
    {
        using var recogniser = PocketSphinxRecogniser.Create(RecogniserInstallation.Default, preset);
        return [.. recogniser.Recognise(samples, withOthers: false).Select(word => (word.Text, word.Start, word.Confidence))];
    }

    // Noise makes many readings about equally likely, and so fills the search that the presets bound.
    private static short[] NoisySpeech()
    {
        const int wavHeader = 44, noise = 1200;
        var random = new Random(7);
        var clip = File.ReadAllBytes(MediaSamples.LibrivoxClips().First().Path).AsSpan(wavHeader);
        return Array.ConvertAll(MemoryMarshal.Cast<byte, short>(clip).ToArray(), sample => (short)Math.Clamp(sample + random.Next(-noise, noise), short.MinValue, short.MaxValue));
    }
}
