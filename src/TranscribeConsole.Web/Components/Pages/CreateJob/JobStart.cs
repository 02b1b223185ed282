using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Status;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Components.Messages;
using TranscribeConsole.Web.Security.SignIn;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Asks for the draft's job. While no answer has come the draft says so, in the browser too: the page may be gone before the answer is there.</summary>
internal sealed class JobStart(JobStarter starter, S3Use s3, JobDraft draft, WizardScript script, MessageBar messages, NavigationManager navigation)
{
    /// <exception cref="AwsFailureException">Conflict: another job has the name. Denied: the caller may not name a place in S3. Unavailable: the job may have been started, and the draft says so.</exception>
    public async Task StartAsync()
    {
        s3.Check(draft.Form);
        var askedBefore = draft.Unanswered == draft.Form.Name;
        draft.Unanswered = draft.Form.Name;
        await script.KeepAsync();
        try
        {
            // Not cancelled with the page: the service may have started the job already.
            await starter.StartAsync(draft.Form, askedBefore, CancellationToken.None);
        }
        catch (AwsFailureException e) when (e.Kind != AwsFailureKind.Unavailable)
        {
            draft.Unanswered = null;
            throw;
        }
    }

    /// <summary>Whether the job that an earlier page asked for is there.</summary>
    public async Task<bool> WasStartedAsync() =>
        draft.Unanswered is not null && draft.Unanswered == draft.Form.Name && await starter.IsThereAsync(draft.Form, CancellationToken.None);

    /// <summary>Says that the job was created and leads to the list.</summary>
    public void Finish()
    {
        var name = draft.Form.Name;
        draft.Reset();
        messages.Show(StatusKind.Success, $"Transcription job {name} was created.", $"jobs/{name}", "View details");
        navigation.NavigateTo("jobs");
    }
}
