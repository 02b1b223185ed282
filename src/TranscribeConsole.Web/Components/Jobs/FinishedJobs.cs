using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Jobs;

/// <summary>The jobs that this circuit saw running and that have ended since its page was last looked at.</summary>
internal sealed class FinishedJobs
{
    // The newest are what somebody waits for; a cap keeps a long browse through a list cheap.
    private const int MaxRunning = 100;

    private readonly List<JobRow> _finished = [];
    private readonly Queue<JobRow> _untold = [];

    public event Action? Changed;

    /// <summary>Jobs that were seen running and have not ended yet.</summary>
    public IReadOnlyList<JobRow> Running { get; private set; } = [];

    /// <summary>For the tab's title: <c>(2) Complete: call-1 — </c>; null when there is nothing to tell.</summary>
    public string? Announcement => _finished is [.., var last] ? $"({_finished.Count}) {last.Status.Text()}: {last.Name} — " : null;

    /// <summary>A page shows these jobs.</summary>
    public void Saw(IEnumerable<JobRow> rows)
    {
        var known = Running.Select(row => row.Name).ToHashSet();
        JobRow[] added = [.. rows.Where(row => !row.Status.IsTerminal() && known.Add(row.Name))];
        if (added.Length == 0) return;
        Running = [.. added.Concat(Running).Take(MaxRunning)];
        Changed?.Invoke();
    }

    public void Apply(JobChanges changes)
    {
        foreach (var ended in Running.Select(row => changes.Updated.GetValueOrDefault(row.Name)).OfType<JobRow>().Where(row => row.Status.IsTerminal()))
        {
            _finished.Add(ended);
            _untold.Enqueue(ended);
        }

        Running =
        [
            .. Running.Where(row => !changes.Deleted.Contains(row.Name))
                .Select(row => changes.Updated.GetValueOrDefault(row.Name, row))
                .Where(row => !row.Status.IsTerminal()),
        ];
        Changed?.Invoke();
    }

    /// <summary>Jobs that have ended since this was last asked, each told once.</summary>
    public IEnumerable<JobRow> TakeUntold()
    {
        while (_untold.TryDequeue(out var ended)) yield return ended;
    }

    /// <summary>The page was looked at.</summary>
    public void Read()
    {
        if (_finished.Count == 0) return;
        _finished.Clear();
        Changed?.Invoke();
    }
}
