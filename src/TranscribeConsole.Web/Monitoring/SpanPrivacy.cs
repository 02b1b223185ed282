using System.Diagnostics;
using OpenTelemetry;

namespace TranscribeConsole.Web.Monitoring;

/// <summary>Takes from spans whatever is not known to be free of user data: paths, queries, addresses and keys are in what the libraries tell.</summary>
/// <remarks>A list of what may stay, so that a tag which a later version adds is not sent before somebody has looked at it.</remarks>
internal sealed class SpanPrivacy : BaseProcessor<Activity>
{
    private const string Method = "http.request.method";
    private const string Route = "http.route";

    private static readonly HashSet<string> Allowed =
    [
        Method, Route, "http.response.status_code", "http.request.resend_count", "url.scheme", "network.protocol.version", "error.type",
        "rpc.system.name", "rpc.service", "rpc.method", "transcribeconsole.recogniser", "transcribeconsole.audio.duration",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToArray())
            if (!Allowed.Contains(name)) data.SetTag(name, null);
        if (data.Status != ActivityStatusCode.Unset) data.SetStatus(data.Status); // without its sentence, which may be an exception's
        if (data.Kind is ActivityKind.Server) data.DisplayName = $"{data.GetTagItem(Method)} {data.GetTagItem(Route)}".TrimEnd();
    }
}
