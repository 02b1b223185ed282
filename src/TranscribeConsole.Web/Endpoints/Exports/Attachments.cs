using System.Globalization;
using Microsoft.Net.Http.Headers;
using TranscribeConsole.Web.Security;

namespace TranscribeConsole.Web.Endpoints.Exports;

internal static class Attachments
{
    private const int MaxNameLength = 150;

    /// <summary>A file of that name, which no browser runs and no cache keeps.</summary>
    public static void SetHeaders(HttpResponse response, string fileName)
    {
        var attachment = new ContentDispositionHeaderValue("attachment");
        attachment.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = attachment.ToString();
        response.Headers.ContentSecurityPolicy = SecurityHeaders.Sandbox;
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>A name of a file, of one that somebody chose for something else, such as the key of an object.</summary>
    /// <remarks>The end of a long name stays, because the extension is there; what no file system takes, or what turns the text round, becomes an underscore.</remarks>
    public static string SafeName(string chosen)
    {
        var name = chosen[(chosen.TrimEnd('/').LastIndexOf('/') + 1)..];
        if (name.Length > MaxNameLength) name = name[^MaxNameLength..];
        if (name.Length > 0 && char.IsLowSurrogate(name[0])) name = name[1..];
        return string.Concat(name.Select(c => IsUnsafe(c) ? '_' : c));
    }

    private static bool IsUnsafe(char c) => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|';
}
