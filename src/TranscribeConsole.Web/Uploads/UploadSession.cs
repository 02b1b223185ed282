namespace TranscribeConsole.Web.Uploads;

/// <summary>
/// The upload of one circuit, across the steps of the wizard. The bytes and the truth are with the page's script;
/// this is what the server knows of it. Used on the circuit's dispatcher only.
/// </summary>
public sealed class UploadSession
{
    public UploadState State { get; private set; } = UploadState.Empty;

    /// <summary>Raised on the circuit's dispatcher, about four times a second while bytes flow.</summary>
    public event Action? Changed;

    /// <summary>Raised by <see cref="Reset"/>, so that the script forgets its upload too.</summary>
    internal event Action? Forgotten;

    /// <summary>The state in which the upload has ended: Completed, Failed or Cancelled; at once when it has.</summary>
    public async Task<UploadState> WhenEndedAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource<UploadState>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (State.Phase.IsEnded()) ended.TrySetResult(State);
        }

        Changed += Look;
        try
        {
            Look();
            return await ended.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Changed -= Look;
        }
    }

    /// <summary>Forgets the upload; one under way is aborted.</summary>
    public void Reset()
    {
        Forgotten?.Invoke();
        Report(UploadState.Empty);
    }

    internal void Report(UploadState state)
    {
        State = state;
        Changed?.Invoke();
    }
}
