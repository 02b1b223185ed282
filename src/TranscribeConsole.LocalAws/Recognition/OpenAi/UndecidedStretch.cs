using TranscribeConsole.LocalAws.Recognition.Decoding;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>A stretch that was heard before the language of the media is known.</summary>
internal sealed record UndecidedStretch(short[] Samples, RecognisedStretch Answer)
{
    public TaskCompletionSource<RecognisedStretch> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TimeSpan Duration => DurationOf(Samples);

    public static TimeSpan DurationOf(short[] samples) => TimeSpan.FromSeconds((double)samples.Length / PcmDecoder.SampleRate);
}
