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
    public static void Add(HttpContext? context, JobDetails job, ReaderScript script) => Add(context, $"jobs/{job.Name}", !job.HasTranscript, script);

    /// <param name="address">Below which the page asks for everything.</param>
    /// <param name="redacted">As the script asks: a preload serves only the very same address.</param>
    public static void Add(HttpContext? context, string address, bool redacted, ReaderScript script)
    {
        if (context is not { Response.HasStarted: false }) return;
        var root = context.Request.PathBase;
        context.Response.Headers.Append(
            HeaderNames.Link,
            $"<{root}/{address}/transcript/reading?redacted={(redacted ? "true" : "false")}>; rel=preload; as=fetch; crossorigin, <{root}/{script.Address}>; rel=modulepreload");
    }
}
