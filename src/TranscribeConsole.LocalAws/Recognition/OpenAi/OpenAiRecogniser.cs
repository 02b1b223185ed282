using TranscribeConsole.LocalAws.Recognition.Splitting;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>A server with the OpenAI audio-transcription API as the engine.</summary>
internal sealed class OpenAiRecogniser(PatientSpeechClient client, OpenAiRecogniserOptions options) : IRecogniser
{
    private const int FrameBytes = FrameLevels.FrameLength * sizeof(short);
    private const int Window = 3000; // such models look at 30 seconds at a time
    private const int MarginFrames = 60; // what the splitter adds before and behind

    private readonly FairSlots _slots = new(options.ParallelRequests);

    public SplitterRules Splitting { get; } = RulesFor(options.MaxUploadBytes);

    /// <summary>Null: whether the server answers is found out by asking it, which is tried more than once.</summary>
    public string? Problem() => null;

    public IRecogniserLane OpenLane(MediaToTranscribe media) => new OpenAiLane(
        media, client, _slots.OpenLine(), lookAhead: 2 * options.ParallelRequests + 2);

    private static SplitterRules RulesFor(int maxUploadBytes)
    {
        var fits = (maxUploadBytes - SpeechRequest.MaxOverheadBytes - WavContent.HeaderBytes) / FrameBytes - MarginFrames;
        var longest = Math.Min(Window - MarginFrames, fits);
        return new(LongEnough: longest * 2 / 3, TooLong: longest, Gap: 200);
    }
}
