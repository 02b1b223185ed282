namespace TranscribeConsole.LocalAws.Recognition.Splitting;

/// <summary>A stretch of one channel with speech in it, as long as the engine likes it.</summary>
/// <param name="Start">Offset of the first sample from the start of the media.</param>
/// <param name="Samples">16-bit samples at 16 kHz.</param>
/// <param name="EndsAtPause">Whether a long silence follows, which ends a sentence.</param>
internal sealed record SpeechSegment(TimeSpan Start, short[] Samples, bool EndsAtPause)
{
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / Decoding.PcmDecoder.SampleRate);
}
