using System.Text.Json;
using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Status;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Components.Messages;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>
/// Asks for the draft's job. An answer can get lost, between the service and the server or between the server and the page; asked again, the
/// service says that the name is in use. Whether that job is the one that was asked for is then told by its settings.
/// </summary>
internal sealed class JobStart(TranscriptionJobs jobs, JobDraft draft, WizardScript script, MessageBar messages, NavigationManager navigation, TimeProvider time)
{
    /// <exception cref="AwsFailureException">Conflict: another job has the name. Unavailable: the job may have been started, and the draft says so.</exception>
    public async Task StartAsync()
    {
        var askedBefore = draft.Unanswered == draft.Form.Name;
        var begun = time.GetUtcNow();
        draft.Unanswered = draft.Form.Name;
        await script.KeepAsync(); // the page may be gone before the answer is there
        try
        {
            // Not cancelled with the page: the service may have started the job already.
            await jobs.StartAsync(draft.Form, CancellationToken.None);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Conflict)
        {
            // The SDK asks again by itself when a connection breaks: then the job is no older than this call.
            if (await IsThereAsync(askedBefore ? DateTimeOffset.MinValue : begun)) return;
            draft.Unanswered = null;
            throw;
        }
        catch (AwsFailureException e) when (e.Kind != AwsFailureKind.Unavailable)
        {
            draft.Unanswered = null;
            throw;
        }
    }

    /// <summary>Whether the job that an earlier page asked for is there.</summary>
    public async Task<bool> WasStartedAsync() => draft.Unanswered is not null && draft.Unanswered == draft.Form.Name && await IsThereAsync(DateTimeOffset.MinValue);

    /// <summary>Says that the job was created and leads to the list.</summary>
    public void Finish()
    {
        var name = draft.Form.Name;
        draft.Reset();
        messages.Show(StatusKind.Success, $"Transcription job {name} was created.", $"jobs/{name}", "View details");
        navigation.NavigateTo("jobs");
    }

    private async Task<bool> IsThereAsync(DateTimeOffset notBefore)
    {
        try
        {
            return await jobs.FindAsync(draft.Form.Name, CancellationToken.None) is { } job && job.Row.CreationTime >= notBefore
                && await jobs.CopyAsync(draft.Form.Name, CancellationToken.None) is { } copied && Comparable(copied.Form) == Comparable(draft.Form);
        }
        catch (AwsFailureException)
        {
            return false; // not known; people are told to look
        }
    }

    // Without what the service does not tell again: the output's place and key, and the media's facts, which it fills in when they were not given.
    private string Comparable(JobForm form)
    {
        var copy = JsonSerializer.Deserialize<JobForm>(JsonSerializer.Serialize(form))!;
        (copy.Name, copy.Output, copy.OutputUri, copy.Encryption, copy.Tags) = (draft.Form.Name, OutputLocation.ServiceManaged, "", false, []);
        if (draft.Form.MediaFormat.Length == 0) copy.MediaFormat = "";
        if (draft.Form.MediaSampleRate.Length == 0) copy.MediaSampleRate = "";
        return JobRequestText.Json(copy);
    }
}
