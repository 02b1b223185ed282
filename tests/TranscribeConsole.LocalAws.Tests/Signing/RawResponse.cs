using System.Text;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>An answer as it came over the socket.</summary>
internal sealed record RawResponse(int Status, string Head, string Body)
{
    /// <summary>The error's code, or "" for a success.</summary>
    public string Code => Element("Code");

    public string Element(string name)
    {
        var start = Body.IndexOf($"<{name}>", StringComparison.Ordinal);
        return start < 0 ? "" : Body[(start + name.Length + 2)..Body.IndexOf($"</{name}>", StringComparison.Ordinal)];
    }

    public static RawResponse Parse(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text.StartsWith("HTTP/1.1 100", StringComparison.Ordinal)) text = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new RawResponse(int.Parse(text.Split(' ', 3)[1]), text[..end], text[(end + 4)..]);
    }
}
