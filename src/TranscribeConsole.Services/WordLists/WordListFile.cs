using System.Text;

namespace TranscribeConsole.Services.WordLists;

/// <summary>The text of a vocabulary or filter file as it was chosen or pasted.</summary>
/// <param name="Text">Lines end with LF alone.</param>
/// <param name="Notices">What had to be converted, a sentence each.</param>
/// <param name="Problem">Why there is no text; null: there is.</param>
public sealed record WordListFile(string Text, IReadOnlyList<string> Notices, string? Problem)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads UTF-8, with or without a byte order mark, and UTF-16 with one, as spreadsheets and Windows editors save.</summary>
    /// <param name="maxBytes">Most that the service takes, counted in the text as it would be sent.</param>
    public static WordListFile Read(ReadOnlySpan<byte> bytes, int maxBytes)
    {
        if (bytes.Length == 0) return Refused("The file is empty.");
        var notices = new List<string>();
        string text;
        try
        {
            text = Decode(bytes, notices);
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n');
            return Refused($"Line {line} is not UTF-8 text. Save the file as UTF-8 and choose it again.");
        }

        if (text.AsSpan().IndexOfAnyInRange('\0', '\b') >= 0) return Refused("The file is binary, not text. Choose a .txt or .csv file.");
        if (text.Contains('\r', StringComparison.Ordinal))
        {
            text = text.ReplaceLineEndings("\n");
            notices.Add("Lines ended with CR LF; they now end with LF, as the service wants it.");
        }

        var length = Encoding.UTF8.GetByteCount(text);
        return length <= maxBytes
            ? new(text, notices, null)
            : Refused($"The file has {length:N0} bytes; the service takes up to {maxBytes:N0}. Split it in two.");
    }

    private static WordListFile Refused(string problem) => new("", [], problem);

    private static string Decode(ReadOnlySpan<byte> bytes, List<string> notices)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            notices.Add("The byte order mark at the beginning was removed.");
            return StrictUtf8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            notices.Add("The file was UTF-16; it was converted to UTF-8.");
            return new UnicodeEncoding(bigEndian: bytes[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes[2..]);
        }

        return StrictUtf8.GetString(bytes);
    }
}
