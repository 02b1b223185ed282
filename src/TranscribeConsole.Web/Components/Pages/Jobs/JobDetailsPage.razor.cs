using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Navigation;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Tags;
using TranscribeConsole.Web.Components.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Jobs;

/// <summary>One job: what was asked for, how it stands, and the beginning of its transcript.</summary>
public sealed partial class JobDetailsPage : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _asked;
    private bool _asking;
    private bool _deleted;
    private bool _sharing;
    private string? _notShared;
    private AwsFailureException? _failure;
    private string? _monitorFailure;

    [Inject] private TranscriptionJobs Jobs { get; set; } = default!;

    [Inject] private ResourceTags Tags { get; set; } = default!;

    [Inject] private FinishedJobs Finished { get; set; } = default!;

    [Inject] private ServiceLimits Limits { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter] private HttpContext? Context { get; set; }

    [Parameter] public string Name { get; set; } = "";

    /// <summary>What was read last; survives from prerendering into the circuit, so that it is not read twice.</summary>
    [PersistentState] public Lookup? Loaded { get; set; }

    private IReadOnlyList<Crumb> Crumbs => [new("TranscribeConsole", ""), new("Transcription jobs", "jobs"), new(Name)];

    private bool IsOver => Loaded?.Job is { } job && Expiration.IsOver(job.Row, Limits, Clock.GetUtcNow());

    protected override async Task OnParametersSetAsync()
    {
        if (Loaded?.Name != Name)
        {
            (Loaded, _deleted, _failure, _monitorFailure) = (null, false, null, null);
            await LoadAsync();
        }

        if (Loaded is { Job: null, Failure: var failure }) PageStatus.Set(Context, failure is null ? StatusCodes.Status404NotFound : PageStatus.Of(failure.Kind));
        else if (IsOver) PageStatus.Set(Context, StatusCodes.Status410Gone);
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
            if (asked == _asked) Show(name, job);
        }
        catch (AwsFailureException e)
        {
            if (asked != _asked) return;
            if (Loaded?.Job is null) Loaded = new Lookup(name, null, new JobFailure(e.Kind, e.Message));
            else _failure = e; // what was read before stays on screen
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private async Task ShareAsync()
    {
        _sharing = true;
        _notShared = null;
        try
        {
            await Tags.ShareAsync(Name, Loaded!.Job!.Ownership!.Visibility == JobVisibility.Team ? JobVisibility.Private : JobVisibility.Team, _stop.Token);
        }
        catch (AwsFailureException e)
        {
            _notShared = e.Message;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }

        await LoadAsync();
        _sharing = false;
    }

    // A job that is gone while somebody reads it stays on screen.
    private void Show(string name, JobDetails? job)
    {
        _failure = null;
        _deleted = job is null && Loaded?.Job is not null;
        if (!_deleted) Loaded = new Lookup(name, job);
    }

    private async Task ApplyAsync(JobChanges changes)
    {
        _monitorFailure = changes.Failure;
        if (changes.Deleted.Contains(Name)) _deleted = true;
        if (changes.Updated.ContainsKey(Name) || changes.Others.ContainsKey(Name)) await LoadAsync();
    }

    /// <param name="Name">What was asked for.</param>
    /// <param name="Job">Null: there is none of that name, or it could not be read.</param>
    /// <param name="Failure">Why it could not be read.</param>
    public sealed record Lookup(string Name, JobDetails? Job, JobFailure? Failure = null);
}

/// <summary>Why a job could not be read, in a form that survives prerendering.</summary>
/// <param name="Message">A sentence for the user.</param>
public sealed record JobFailure(AwsFailureKind Kind, string Message);
