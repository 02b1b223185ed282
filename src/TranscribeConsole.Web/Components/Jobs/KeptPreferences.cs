using Microsoft.JSInterop;

namespace TranscribeConsole.Web.Components.Jobs;

/// <summary>The reader's preferences in one circuit; the browser keeps them.</summary>
internal sealed class KeptPreferences(IJSRuntime script)
{
    public JobListPreferences JobList { get; private set; } = JobListPreferences.Default;

    /// <summary>Takes what the browser sent when it asked for the document.</summary>
    public void Take(string? jobListCookie) => JobList = JobListPreferences.Parse(jobListCookie);

    /// <param name="module">Address of the script <c>elements.js</c>.</param>
    public async Task KeepAsync(JobListPreferences jobList, string module)
    {
        JobList = jobList;
        await using var elements = await script.InvokeAsync<IJSObjectReference>("import", $"./{module}");
        await elements.InvokeVoidAsync("remember", JobListPreferences.Cookie, jobList.ToString());
    }
}
