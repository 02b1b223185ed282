using System.Globalization;
using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Navigation;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Shows the draft's batch, which <see cref="BatchRun"/> works off.</summary>
public sealed partial class CreateJobs : IDisposable
{
    private static readonly IReadOnlyList<Crumb> Crumbs = [new("TranscribeConsole", ""), new("Transcription jobs", "jobs"), new("Create jobs")];

    [Inject] private JobDraft Draft { get; set; } = default!;

    [Inject] private BatchRun Run { get; set; } = default!;

    [Inject] private WizardScript Script { get; set; } = default!;

    [Inject] private UploadSession Session { get; set; } = default!;

    [Inject] private UploadScript Uploads { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        Run.Changed += Refresh;
        Session.Changed += Refresh;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await Script.ConnectAsync(Assets);
        if (Draft.Batch is null)
        {
            Navigation.NavigateTo("create-job", replace: true); // opened by its address: there is nothing to create
            return;
        }

        await Uploads.ConnectAsync($"./{Assets["js/upload.js"]}");
        await Run.BeginAsync();
        StateHasChanged();
    }

    public void Dispose()
    {
        Run.Changed -= Refresh;
        Session.Changed -= Refresh;
    }

    private static string Summary(JobBatch batch)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{batch.CreatedCount} of {batch.Rows.Count} jobs created");
        return batch.FailedCount > 0 ? string.Create(CultureInfo.InvariantCulture, $"{text}, {batch.FailedCount} failed") : text;
    }

    private Task RetryAsync(BatchRow row) => Run.RetryAsync([row]);

    private Task RetryAllAsync() => Run.RetryAsync([.. Draft.Batch!.Rows.Where(row => row.State == BatchRowState.Failed)]);

    // Those that are created need no file any more.
    private async Task ChangeAsync()
    {
        foreach (var row in Draft.Batch!.Rows.Where(row => row.State == BatchRowState.Created)) await Uploads.RemoveAsync(row.File);
        Draft.EndBatch();
        Draft.FollowFiles();
        Navigation.NavigateTo("create-job");
    }

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
