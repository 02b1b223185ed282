namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>One recogniser, used by one thread at a time. What it makes of a segment does not depend on earlier segments.</summary>
internal interface ISegmentRecogniser : IDisposable
{
    /// <summary>Blocks while it computes.</summary>
    /// <param name="samples">16-bit samples at 16 kHz.</param>
    /// <param name="withOthers">Whether each word also gets <see cref="RecognisedWord.Others"/>.</param>
    IReadOnlyList<RecognisedWord> Recognise(ReadOnlySpan<short> samples, bool withOthers);
}
