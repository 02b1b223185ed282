using Microsoft.Net.Http.Headers;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Transcript;

/// <summary>
/// Tells the browser with the page's own headers what the reading page will ask for, so that the transcript is on its way before the first
/// script has run and the modules come in one wave instead of three.
/// </summary>
internal static class ReaderPreloads
{
    /// <summary>Everything that js/transcript/reader.js imports, itself or by another module. The tests hold it against the files.</summary>
    public static IReadOnlyList<string> Modules { get; } =
    [
        "alternatives", "corrections", "dom", "edits", "export-form", "exports", "finder", "highlights", "keys", "model", "name-dialog",
        "paged-table", "player", "rows", "selection", "strip", "subtitles", "tabs", "toxicity", "voices", "window",
    ];

    /// <param name="context">Null in the circuit, where there are no headers any more.</param>
    public static void Add(HttpContext? context, JobDetails job)
    {
        if (context is not { Response.HasStarted: false }) return;
        var root = context.Request.PathBase;
        var redacted = job.HasTranscript ? "false" : "true"; // as the script asks: a preload serves only the very same address
        string[] links =
        [
            $"<{root}/jobs/{job.Name}/transcript/reading?redacted={redacted}>; rel=preload; as=fetch; crossorigin",
            .. Modules.Select(module => $"<{root}/js/transcript/{module}.js>; rel=modulepreload"),
        ];
        context.Response.Headers.Append(HeaderNames.Link, string.Join(", ", links));
    }
}
