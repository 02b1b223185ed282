namespace TranscribeConsole.Web.Uploads;

/// <summary>
/// The uploads of one circuit, across the steps of the wizard. The bytes and the truth are with the page's script;
/// this is what the server knows of them. Used on the circuit's dispatcher only.
/// </summary>
public sealed class UploadSession
{
    /// <summary>As many as the browser can keep the names of, and more than a morning's recordings.</summary>
    public const int MaxFiles = 100;

    /// <summary>In the order in which the files were chosen.</summary>
    public IReadOnlyList<UploadState> Files { get; private set; } = [];

    /// <summary>The upload, when there is exactly one.</summary>
    public UploadState State => Files is [var only] ? only : UploadState.Empty;

    public bool IsUnderWay => Files.Any(file => file.Phase.IsUnderWay());

    /// <summary>Raised on the circuit's dispatcher, about four times a second while bytes flow.</summary>
    public event Action? Changed;

    /// <summary>Raised by <see cref="Reset"/>, so that the script forgets its uploads too.</summary>
    internal event Action? Forgotten;

    public UploadState? Find(int id) => Files.FirstOrDefault(file => file.Id == id);

    /// <summary>The state in which the one upload has ended: Completed, Failed or Cancelled; at once when it has.</summary>
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

    /// <summary>Forgets the uploads; those under way are aborted.</summary>
    public void Reset()
    {
        Forgotten?.Invoke();
        Replace([]);
    }

    /// <summary>One that is known takes its new state, another is added.</summary>
    internal void Report(UploadState state) => Report([state], [.. Files.Select(file => file.Id).Append(state.Id).Distinct()]);

    /// <summary>Those that have changed, and the numbers of all that there are.</summary>
    internal void Report(IReadOnlyList<UploadState> changed, IReadOnlyList<int> ids)
    {
        var known = Files.ToDictionary(file => file.Id);
        foreach (var file in changed) known[file.Id] = file;
        Replace([.. ids.Where(known.ContainsKey).Select(id => known[id])]);
    }

    internal void Replace(IReadOnlyList<UploadState> files)
    {
        if (files.Count == 0 && Files.Count == 0) return;
        Files = files;
        Changed?.Invoke();
    }
}
