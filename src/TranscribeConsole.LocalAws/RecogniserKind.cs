namespace TranscribeConsole.LocalAws;

/// <summary>Who turns speech into text.</summary>
public enum RecogniserKind
{
    /// <summary>The engine built in: US English, draft quality, on this machine.</summary>
    PocketSphinx,

    /// <summary>A server with the OpenAI audio-transcription API, see <see cref="OpenAiRecogniserOptions"/>.</summary>
    OpenAi,
}
