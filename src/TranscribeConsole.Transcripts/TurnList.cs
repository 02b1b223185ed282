namespace TranscribeConsole.Transcripts;

internal static class TurnList
{
    public static IReadOnlyList<Turn> Of(Transcript transcript) => throw new NotImplementedException(transcript.Text);
}
