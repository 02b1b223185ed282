using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Status;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Web.Components.Messages;
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

    [Inject] private TranscriptionJobs Jobs { get; set; } = default!;

    [Inject] private BackendCapabilities Backend { get; set; } = default!;

    [Inject] private ServiceLimits Limits { get; set; } = default!;

    [Inject] private MessageBar Messages { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private int Percent => Session.State.Size > 0 ? (int)(100 * Session.State.Sent / Session.State.Size) : 0;

    protected override void OnInitialized()
    {
        // Reloaded or opened by its address: there is nothing yet to configure.
        if (!Draft.IsTouched) Navigation.NavigateTo("create-job", replace: true);
        Session.Changed += Refresh;
    }

    public void Dispose()
    {
        Session.Changed -= Refresh;
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task CreateAsync()
    {
        if (_submitting) return;
        (_submitting, _failure) = (true, null);
        try
        {
            if (!CheckDetails() || !Draft.CheckConfiguration()) return;
            if (Draft.Source == MediaSource.Upload && !await WaitForUploadAsync()) return;
            await StartAsync();
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Conflict)
        {
            Draft.Refuse(new FieldError(nameof(JobForm.Name), e.Message));
            GoBack();
        }
        catch (AwsFailureException e)
        {
            _failure = e.Message;
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

    // From here on not cancelled with the page: the service may have started the job already.
    private async Task StartAsync()
    {
        _starting = true;
        var job = await Jobs.StartAsync(Draft.Form, CancellationToken.None);
        Draft.Reset();
        Messages.Show(StatusKind.Success, $"Transcription job {job.Name} was created.", $"jobs/{job.Name}", "View details");
        Navigation.NavigateTo("jobs");
    }

    private void GoBack() => Navigation.NavigateTo("create-job");

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
