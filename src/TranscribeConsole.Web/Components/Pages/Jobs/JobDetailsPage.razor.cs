using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Navigation;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Web.Components.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Jobs;

/// <summary>One job: what was asked for, how it stands, and the beginning of its transcript.</summary>
public sealed partial class JobDetailsPage : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _asked;
    private bool _asking;
    private string? _error;
    private string? _monitorFailure;

    [Inject] private TranscriptionJobs Jobs { get; set; } = default!;

    [Inject] private FinishedJobs Finished { get; set; } = default!;

    [Inject] private ServiceLimits Limits { get; set; } = default!;

    [CascadingParameter] private HttpContext? Context { get; set; }

    [Parameter] public string Name { get; set; } = "";

    /// <summary>What was read last; survives from prerendering into the circuit, so that it is not read twice.</summary>
    [PersistentState] public Lookup? Loaded { get; set; }

    private IReadOnlyList<Crumb> Crumbs => [new("TranscribeConsole", ""), new("Transcription jobs", "jobs"), new(Name)];

    protected override async Task OnParametersSetAsync()
    {
        if (Loaded?.Name != Name)
        {
            Loaded = null;
            await LoadAsync();
        }

        if (Loaded is { Job: null } && Context is { Response.HasStarted: false }) Context.Response.StatusCode = StatusCodes.Status404NotFound;
        if (Loaded?.Job is { } job) Finished.Saw([job.Row]);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task LoadAsync()
    {
        var asked = ++_asked;
        var name = Name;
        try
        {
            var job = JobForm.IsJobName(name) ? await Jobs.FindAsync(name, _stop.Token) : null;
            if (asked == _asked) (Loaded, _error) = (new Lookup(name, job), null);
        }
        catch (AwsFailureException e)
        {
            if (asked == _asked) _error = e.Message; // what was read before stays on screen
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private async Task ApplyAsync(JobChanges changes)
    {
        _monitorFailure = changes.Failure;
        if (changes.Deleted.Contains(Name)) Loaded = new Lookup(Name, null);
        else if (changes.Updated.ContainsKey(Name)) await LoadAsync();
    }

    /// <param name="Name">What was asked for.</param>
    /// <param name="Job">Null: there is none of that name.</param>
    public sealed record Lookup(string Name, JobDetails? Job);
}
