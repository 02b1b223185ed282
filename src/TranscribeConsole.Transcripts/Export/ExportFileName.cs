using System.Globalization;
using System.Text;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>Names of files that every system can store and no program mistakes for a path.</summary>
public static class ExportFileName
{
    /// <summary>Longest name in bytes of UTF-8: the limit of most file systems is 255, and "name (12)" needs room.</summary>
    public const int MaxBytes = 240;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>Such as <c>call-1.redacted.docx</c>.</summary>
    /// <param name="variants">What tells the file from others of the job ("redacted", "words", "0.10.00-0.20.00"); empty ones are left out.</param>
    /// <param name="extension">Without a dot.</param>
    public static string Of(string jobName, string extension, params ReadOnlySpan<string?> variants)
    {
        ArgumentNullException.ThrowIfNull(jobName);
        ArgumentException.ThrowIfNullOrEmpty(extension);
        var end = new StringBuilder();
        foreach (var variant in variants)
            if (Clean(variant ?? "") is { Length: > 0 } clean) end.Append('.').Append(clean);
        end.Append('.').Append(extension);
        return Cut(Folder(jobName), MaxBytes - Encoding.UTF8.GetByteCount(end.ToString())) + end;
    }

    /// <summary>A name without extension, for a folder; "transcript" when nothing of the job's name can be used.</summary>
    public static string Folder(string jobName)
    {
        ArgumentNullException.ThrowIfNull(jobName);
        var name = Cut(Clean(jobName), MaxBytes);
        if (name.Length == 0) return "transcript";
        return Devices.Contains(name.Split('.')[0]) ? "_" + name : name;
    }

    // Letters and digits of all scripts stay; everything else that means something to some system becomes a hyphen.
    private static string Clean(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || IsMark(rune) || rune.Value is '.' or '_' or '-' or ' ') name.Append(rune);
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }

        return name.ToString().Trim('.', '-', ' ');
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Cut(string text, int maxBytes)
    {
        var (bytes, at) = (0, 0);
        while (at < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(at, length));
            if (bytes > maxBytes) return text[..at].TrimEnd('.', '-', ' ');
            at += length;
        }

        return text;
    }
}
