using Microsoft.AspNetCore.Components;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Jobs;

/// <summary>Subscribes to the monitor for the jobs that a page shows and hands over their changes on the page's own thread of work.</summary>
public sealed class JobWatch : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private JobSubscription? _subscription;
    private IReadOnlyList<JobRow> _told = [];

    [Inject] private JobMonitor Monitor { get; set; } = default!;

    [Inject] private TranscriptionJobs Seen { get; set; } = default!;

    /// <summary>What the page shows; a new state replaces the old one.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<JobRow> Jobs { get; set; } = [];

    [Parameter, EditorRequired] public EventCallback<JobChanges> OnChanges { get; set; }

    // Telling the monitor what it has just told the page would only make it look again.
    protected override void OnParametersSet()
    {
        if (_subscription is not null && !Jobs.SequenceEqual(_told)) Tell();
    }

    // Not while prerendering: nobody would dispose the subscription in time.
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender) return;
        _subscription = Monitor.Subscribe();
        Tell();
        _ = FollowAsync(_subscription);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _subscription?.Dispose();
    }

    private void Tell()
    {
        _told = Jobs;
        _subscription!.Watch(Jobs);
    }

    // What the monitor tells of other jobs is everybody's.
    private async Task<JobChanges> VisibleAsync(JobChanges changes, CancellationToken cancellationToken)
    {
        if (changes.Others.Count == 0) return changes;
        try
        {
            return changes with { Others = (await Seen.VisibleAsync([.. changes.Others.Values], cancellationToken)).ToDictionary(row => row.Name) };
        }
        catch (AwsFailureException)
        {
            return changes with { Others = new Dictionary<string, JobRow>() }; // a reload shows them
        }
    }

    private async Task FollowAsync(JobSubscription subscription)
    {
        var token = _stop.Token;
        try
        {
            await foreach (var changes in subscription.ReadAllAsync(token))
            {
                _told = [.. _told.Where(row => !changes.Deleted.Contains(row.Name)).Select(row => changes.Updated.GetValueOrDefault(row.Name, row))];
                await OnChanges.InvokeAsync(await VisibleAsync(changes, token));
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e); // to the error boundary, as if a handler of the page had failed
        }
    }
}
