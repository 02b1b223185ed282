using Microsoft.Net.Http.Headers;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Transcript;

/// <summary>
/// Tells the browser with the page's own headers what the reading page will ask for, so that the transcript is on its way before the first
/// script has run.
/// </summary>
internal static class ReaderPreloads
{
    /// <param name="context">Null in the circuit, where there are no headers any more.</param>
    public static void Add(HttpContext? context, JobDetails job, ReaderScript script)
    {
        if (context is not { Response.HasStarted: false }) return;
        var root = context.Request.PathBase;
        var redacted = job.HasTranscript ? "false" : "true"; // as the script asks: a preload serves only the very same address
        context.Response.Headers.Append(
            HeaderNames.Link,
            $"<{root}/jobs/{job.Name}/transcript/reading?redacted={redacted}>; rel=preload; as=fetch; crossorigin, <{root}/{script.Address}>; rel=modulepreload");
    }
}
