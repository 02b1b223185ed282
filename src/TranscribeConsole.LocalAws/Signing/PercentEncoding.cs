using System.Buffers;
using System.Text;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Percent-encoding as the signature wants it: RFC 3986's unreserved characters stay, every other byte is escaped in upper case.</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<byte> Plain = SearchValues.Create(Encoding.ASCII.GetBytes(Unreserved));
    private static readonly SearchValues<char> PlainText = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> PlainTextAndSlash = SearchValues.Create(Unreserved + "/");
    private static readonly SearchValues<byte> PlainAndSlash = SearchValues.Create(Encoding.ASCII.GetBytes(Unreserved + "/"));

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text), keepSlashes: false);

    public static string Encode(ReadOnlySpan<byte> bytes, bool keepSlashes)
    {
        var plain = keepSlashes ? PlainAndSlash : Plain;
        if (bytes.IndexOfAnyExcept(plain) < 0) return Encoding.ASCII.GetString(bytes);
        var encoded = new StringBuilder(bytes.Length + 16);
        foreach (var b in bytes)
        {
            if (plain.Contains(b)) encoded.Append((char)b);
            else encoded.Append('%').Append(Digit(b >> 4)).Append(Digit(b & 15));
        }

        return encoded.ToString();
    }

    /// <summary>Whether the text stands for itself, encoded or not.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(PlainText) < 0;

    public static bool IsPlainPath(ReadOnlySpan<char> path) => path.IndexOfAnyExcept(PlainTextAndSlash) < 0;

    /// <summary>The bytes that the text stands for, or null when an escape is not two hex digits.</summary>
    public static byte[]? Decode(string text, bool plusIsSpace)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.AsSpan().IndexOfAny((byte)'%', (byte)'+') < 0) return bytes;
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '%')
            {
                if (i + 2 >= bytes.Length || !char.IsAsciiHexDigit((char)bytes[i + 1]) || !char.IsAsciiHexDigit((char)bytes[i + 2])) return null;
                b = (byte)((Value(bytes[i + 1]) << 4) | Value(bytes[i + 2]));
                i += 2;
            }
            else if (b == '+' && plusIsSpace)
            {
                b = (byte)' ';
            }

            bytes[length++] = b; // never ahead of what was read
        }

        return bytes[..length];
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);

    private static int Value(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
