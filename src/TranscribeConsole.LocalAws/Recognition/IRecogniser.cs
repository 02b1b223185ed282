using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.LocalAws.Recognition.Splitting;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>An engine that turns stretches of speech into words; one for the whole backend, shared fairly by all jobs.</summary>
internal interface IRecogniser
{
    /// <summary>How it likes its stretches cut.</summary>
    SplitterRules Splitting { get; }

    /// <summary>The sentence that says why it can't run here; null when nothing is known to be missing. Looks anew at each call.</summary>
    string? Problem();

    /// <summary>Opens the way for one media file.</summary>
    IRecogniserLane OpenLane(MediaToTranscribe media);
}

/// <summary>One media file's stretches on their way through an engine. Disposing withdraws what has not begun.</summary>
internal interface IRecogniserLane : IDisposable
{
    /// <summary>Waits for a place in the lane, then answers with the recognition under way.</summary>
    /// <param name="samples">16-bit samples at 16 kHz.</param>
    /// <exception cref="MediaFailureException">The engine can't; the message is a sentence for the user. The recognition fails with it, too.</exception>
    Task<Task<RecognisedStretch>> BeginAsync(short[] samples, CancellationToken cancellationToken);

    /// <summary>Says that no stretch follows. What identification found, where the job asks for it.</summary>
    /// <exception cref="MediaFailureException">There was too little speech for that.</exception>
    Task<IdentifiedLanguages?> CompleteAsync(CancellationToken cancellationToken);
}
