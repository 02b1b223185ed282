using System.Globalization;
using System.Text;

namespace TranscribeConsole.Services.Media;

/// <summary>Keys of uploaded media: <c>prefix yyyy/MM/dd/unique/file-name</c>.</summary>
internal static class MediaKey
{
    private const int MaxFileNameLength = 100;

    public static string For(string prefix, string fileName, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{now.UtcDateTime:yyyy/MM/dd}/{Guid.NewGuid():N}/{SafeFileName(fileName)}");

    /// <summary>
    /// The last part of the name with everything but a–z A–Z 0–9 . _ - replaced by a hyphen, so that the key is legal as an OutputKey,
    /// reads the same in an address and is not mistaken for a path. The extension stays: it tells the format.
    /// </summary>
    public static string SafeFileName(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var extension = Path.GetExtension(name);
        var safe = Replace(Path.GetFileNameWithoutExtension(name)).Trim('.', '-');
        if (safe.Length == 0) safe = "media";
        if (safe.Length > MaxFileNameLength) safe = safe[..MaxFileNameLength];
        return safe + Replace(extension);
    }

    private static string Replace(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var c = rune.IsAscii ? (char)rune.Value : '-';
            safe.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-');
        }

        return safe.ToString();
    }
}
