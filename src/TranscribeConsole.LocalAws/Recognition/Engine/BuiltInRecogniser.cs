using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.LocalAws.Recognition.Splitting;

namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>The built-in engine: <see cref="RecogniserPool"/> over PocketSphinx.</summary>
internal sealed class BuiltInRecogniser(RecogniserInstallation installation, RecogniserPool pool) : IRecogniser
{
    // Long stretches cost memory for the lattice and win nothing.
    public SplitterRules Splitting { get; } = new(LongEnough: 800, TooLong: 2000, Gap: 80);

    public string? Problem() => installation.Problem();

    public IRecogniserLane OpenLane(MediaToTranscribe media) => new Lane(pool.OpenLane(withOthers: media.MaxAlternatives is not null));

    private sealed class Lane(RecogniserLane lane) : IRecogniserLane
    {
        public async Task<Task<RecognisedStretch>> BeginAsync(short[] samples, CancellationToken cancellationToken) =>
            FinishAsync(await lane.BeginAsync(samples, cancellationToken));

        public Task<IdentifiedLanguages?> CompleteAsync(CancellationToken cancellationToken) => Task.FromResult<IdentifiedLanguages?>(null);

        public void Dispose() => lane.Dispose();

        private static async Task<RecognisedStretch> FinishAsync(Task<IReadOnlyList<RecognisedWord>> recognition)
        {
            try
            {
                var words = await recognition;
                return new(RecognitionGuard.IsPlausible(words) ? words : []);
            }
            catch (RecogniserUnavailableException e)
            {
                throw new MediaFailureException(e.Message);
            }
        }
    }
}
