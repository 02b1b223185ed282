using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Navigation;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Transcript;

/// <summary>The whole transcript of a job: to read, play, search, correct and take away.</summary>
public sealed partial class TranscriptPage : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _asked;
    private AwsFailureException? _failure;

    [Inject] private TranscriptionJobs Jobs { get; set; } = default!;

    [Inject] private ReaderPreloads Preloads { get; set; } = default!;

    [CascadingParameter] private HttpContext? Context { get; set; }

    [Parameter] public string Name { get; set; } = "";

    /// <summary>What was read last; survives from prerendering into the circuit, so that it is not read twice.</summary>
    [PersistentState] public Lookup? Loaded { get; set; }

    private IReadOnlyList<Crumb> Crumbs => [new("TranscribeConsole", ""), new("Transcription jobs", "jobs"), new(Name, $"jobs/{Name}"), new("Transcript")];

    protected override async Task OnParametersSetAsync()
    {
        if (Loaded?.Name != Name)
        {
            Loaded = null;
            await LoadAsync();
        }

        if (Loaded is { Job: null }) PageStatus.Set(Context, StatusCodes.Status404NotFound);
        else if (Loaded?.Job is { } job && (job.HasTranscript || job.HasRedactedTranscript)) Preloads.Add(Context, job);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static string NoTranscript(JobDetails job) => job.Status switch
    {
        JobStatus.Failed => job.Row.FailureReason ?? "The service gave no reason.",
        JobStatus.Completed => "The service named no transcript of this job.",
        JobStatus.Queued => "The job is waiting in the queue. The transcript appears here when it is complete.",
        _ => "The transcript appears here when the job is complete.",
    };

    private async Task LoadAsync()
    {
        var asked = ++_asked;
        var name = Name;
        try
        {
            var job = await Jobs.FindAsync(name, _stop.Token);
            if (asked == _asked) (Loaded, _failure) = (new Lookup(name, job), null);
        }
        catch (AwsFailureException e)
        {
            if (asked == _asked) _failure = e; // what was read before stays on screen
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    /// <param name="Name">What was asked for.</param>
    /// <param name="Job">Null: there is none of that name.</param>
    public sealed record Lookup(string Name, JobDetails? Job);
}
