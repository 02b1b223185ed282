using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>Words of one channel said in one go: a segment of the transcript.</summary>
/// <param name="Words">In order, never empty.</param>
/// <param name="BeginsSentence">Whether the first word gets a capital.</param>
/// <param name="EndsSentence">Whether a full stop follows.</param>
internal sealed record Utterance(int Channel, IReadOnlyList<RecognisedWord> Words, bool BeginsSentence, bool EndsSentence)
{
    public TimeSpan Start => Words[0].Start;

    public TimeSpan End => Words[^1].End;
}
