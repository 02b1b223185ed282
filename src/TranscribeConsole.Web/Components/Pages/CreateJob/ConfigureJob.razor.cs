using Microsoft.AspNetCore.Components;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Step 2 of the wizard: options, and the start of the job.</summary>
public sealed partial class ConfigureJob : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool _submitting;
    private bool _starting;
    private string? _failure;

    [Inject] private JobDraft Draft { get; set; } = default!;

    [Inject] private UploadSession Session { get; set; } = default!;

    [Inject] private UploadScript Uploads { get; set; } = default!;

    [Inject] private JobStart Start { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private int Percent => Session.State.Size > 0 ? (int)(100 * Session.State.Sent / Session.State.Size) : 0;

    protected override void OnInitialized() => Session.Changed += Refresh;

    public void Dispose()
    {
        Session.Changed -= Refresh;
        _stop.Cancel();
        _stop.Dispose();
    }

    // Opened by its address with nothing kept: there is nothing yet to configure.
    private async Task LoadedAsync()
    {
        await Uploads.ConnectAsync($"./{Assets["js/upload.js"]}");
        if (!Draft.IsTouched) Navigation.NavigateTo("create-job", replace: true);
    }

    private void Changed() => Draft.DropMended();

    private async Task CreateAsync()
    {
        if (_submitting) return;
        (_submitting, _failure) = (true, null);
        try
        {
            if (!CheckDetails() || !Draft.CheckConfiguration()) return;
            if (Draft.IsSeveral)
            {
                Draft.BeginBatch();
                Navigation.NavigateTo("create-job/jobs");
                return;
            }

            if (Draft.Source == MediaSource.Upload && !await WaitForUploadAsync()) return;
            await StartAsync();
        }
        catch (AwsFailureException e)
        {
            Refused(e);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Left while the upload ran: no job was asked for.
        }
        finally
        {
            (_submitting, _starting) = (false, false);
        }
    }

    private bool CheckDetails()
    {
        if (Draft.CheckDetails()) return true;
        GoBack();
        return false;
    }

    private async Task<bool> WaitForUploadAsync()
    {
        var state = await Session.WhenEndedAsync(_stop.Token);
        if (state is { Phase: UploadPhase.Completed, Location: { } location })
        {
            Draft.Form.MediaUri = location;
            return true;
        }

        Draft.Refuse(new FieldError(nameof(JobForm.MediaUri), state.Error ?? "The upload was cancelled. Choose a file again."));
        GoBack();
        return false;
    }

    private async Task StartAsync()
    {
        _starting = true;
        await Start.StartAsync();
        Start.Finish();
    }

    // To the field that caused it, where that is known, else on top.
    private void Refused(AwsFailureException e)
    {
        if (Draft.Unanswered is not null) return; // the frame says so: nobody knows whether it was refused
        var error = e.Kind switch
        {
            AwsFailureKind.Conflict => new FieldError(nameof(JobForm.Name), e.Message),
            AwsFailureKind.BadRequest or AwsFailureKind.NotFound => ServiceFieldErrors.Locate(e.Message, Draft.Form),
            _ => null,
        };
        if (error is null)
        {
            _failure = e.Kind == AwsFailureKind.LimitExceeded && !Draft.Form.JobQueue
                ? $"{e.Message} With Add to job queue, under Additional settings of step 1, the job waits until there is room for it."
                : e.Message;
            return;
        }

        Draft.Refuse(error);
        if (FieldIds.StepOf(error.Field) == 1) GoBack();
    }

    private void GoBack() => Navigation.NavigateTo("create-job");

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
