using System.Net;

namespace TranscribeConsole.Web.Security;

/// <summary>Remembers who forwards requests and is not believed: behind such a proxy every page of https is refused as another site's.</summary>
/// <remarks>Headers that are believed are taken off before; what is still there came from an address that is not known.</remarks>
internal sealed partial class UnknownProxies(ILogger<UnknownProxies> logger)
{
    private const int MostTold = 100; // anybody may send the headers: neither log nor memory must grow with them

    private static readonly string[] Headers = ["X-Forwarded-Proto", "X-Forwarded-For", "X-Forwarded-Host", "Forwarded"];

    private readonly Lock _lock = new();
    private readonly HashSet<IPAddress> _told = []; // guarded by _lock

    /// <summary>What was seen last and what to set, for administrators; null: nothing.</summary>
    public string? Last { get; private set; }

    /// <summary>Looks at a request that is refused; answers whether it was forwarded.</summary>
    public bool Tell(HttpRequest request)
    {
        if (Headers.FirstOrDefault(name => request.Headers.ContainsKey(name)) is not { } header) return false;
        if (ClientAddress.Of(request.HttpContext) is not { } address) return true;
        var sentence = $"A request from {address} was refused. It carries {header}{Value(request, header)}, which is not believed, because {address} is not among Security:KnownProxies. "
            + $"If that is your proxy, set Security:KnownProxies:0={address} and let it send X-Forwarded-For and X-Forwarded-Proto.";
        lock (_lock)
        {
            Last = sentence;
            if (_told.Count < MostTold && _told.Add(address)) Log.Refused(logger, sentence);
        }

        return true;
    }

    // The sender chose it: only what is expected is repeated.
    private static string Value(HttpRequest request, string header) => request.Headers[header].ToString() is var value && value is "http" or "https" ? $"={value}" : "";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Sentence}")]
        public static partial void Refused(ILogger logger, string sentence);
    }
}
