using Microsoft.Net.Http.Headers;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;

namespace TranscribeConsole.Web.Components.Pages.Transcript;

/// <summary>
/// Begins to read the transcript of the reading page that is being made, and tells the browser with the page's own headers what it will ask for,
/// so that both are on their way before the first script has run.
/// </summary>
internal sealed class ReaderPreloads(ReaderScript script, TranscriptFiles transcripts)
{
    /// <param name="context">Null in the circuit, where there are no headers any more.</param>
    public void Add(HttpContext? context, JobDetails job) => Add(context, job, $"jobs/{job.Name}", !job.HasTranscript);

    /// <param name="address">Below which the page asks for everything.</param>
    /// <param name="redacted">As the script asks: a preload serves only the very same address.</param>
    public void Add(HttpContext? context, JobDetails job, string address, bool redacted)
    {
        if (context is not { Response.HasStarted: false }) return;
        transcripts.ReadAhead(job.Name, redacted);
        var root = context.Request.PathBase;
        context.Response.Headers.Append(
            HeaderNames.Link,
            $"<{root}/{address}/transcript/reading?redacted={(redacted ? "true" : "false")}>; rel=preload; as=fetch; crossorigin, <{root}/{script.Address}>; rel=modulepreload");
    }
}
