namespace TranscribeConsole.Services.Jobs;

/// <summary>One per process: watches the jobs for every page that is open.</summary>
public sealed class JobMonitor
{
    /// <summary>Subscribes to changes. Dispose the subscription to end it.</summary>
    public JobSubscription Subscribe() => throw new NotImplementedException();
}

/// <summary>One page's view of the monitor.</summary>
public sealed class JobSubscription : IDisposable
{
    /// <summary>Sets the jobs whose changes are wanted, with the state in which the page shows them; replaces the earlier set.</summary>
    public void Watch(IEnumerable<JobRow> shown) => throw new NotImplementedException();

    /// <summary>Changes, coalesced to one hand-over about every 250 ms; ends when the subscription is disposed or the token is cancelled.</summary>
    public IAsyncEnumerable<JobChanges> ReadAllAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
