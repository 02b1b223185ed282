using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>The web server's own limits, where S3 needs others than the usual.</summary>
internal static class KestrelLimits
{
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        kestrel.Limits.MaxRequestBodySize = null; // each operation has its own limit
        kestrel.Limits.MaxRequestLineSize = 16 * 1024; // a key of 1,024 bytes, percent-encoded, and a presigned query
        kestrel.Limits.MaxRequestHeaderCount = 1000; // 2 KB of metadata may be hundreds of headers
        // A browser on a slow line sends through the console; a stalled client must still end some day.
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 16, gracePeriod: TimeSpan.FromMinutes(2));
        kestrel.Limits.MinResponseDataRate = null; // a paused player reads nothing
        // User metadata may hold any UTF-8; the server would refuse to send back what it took in.
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
    }
}
