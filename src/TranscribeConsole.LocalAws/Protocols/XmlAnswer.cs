using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace TranscribeConsole.LocalAws.Protocols;

/// <summary>Writes XML documents as answers. They are small (a page of 1,000 keys at most) and go out with their length.</summary>
internal static class XmlAnswer
{
    // Unchecked: a key may hold characters that XML 1.0 has no form for. S3 sends them as &#x1; all the same, and offers
    // encoding-type=url to clients that cannot read that.
    // Entitized: a carriage return in a key would be read as a line feed.
    private static readonly XmlWriterSettings Settings =
        new() { Encoding = new UTF8Encoding(false), CheckCharacters = false, NewLineHandling = NewLineHandling.Entitize };

    public static async Task WriteAsync(HttpResponse response, string contentType, Action<XmlWriter> write)
    {
        // In pages of a pool: a listing in one array of its own would be garbage of the kind that is collected last.
        await using var document = new FileBufferingWriteStream(memoryThreshold: int.MaxValue);
        using (var xml = XmlWriter.Create(document, Settings)) write(xml);
        response.ContentType = contentType;
        response.ContentLength = document.Length;
        if (HttpMethods.IsHead(response.HttpContext.Request.Method)) return;
        await document.DrainBufferAsync(response.Body, response.HttpContext.RequestAborted);
    }

    /// <summary>S3's form of a time in XML: whole seconds, as in <c>Last-Modified</c>, with the milliseconds written out.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture);
}
