using System.Globalization;
using System.Text.RegularExpressions;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>A legal job name out of a file's name.</summary>
internal static partial class JobNameSuggestion
{
    private const string OfNothing = "job"; // for a name of which no character is legal

    /// <summary>The name without its extension, other characters as hyphens; empty when nothing legal remains.</summary>
    public static string For(string fileName, int maxLength) => Shorten(Other().Replace(Path.GetFileNameWithoutExtension(fileName), "-").Trim('-', '.'), maxLength);

    /// <summary>A name that is not among those taken, by a number at its end if need be; never empty.</summary>
    public static string For(string fileName, int maxLength, IReadOnlyCollection<string> taken)
    {
        var name = For(fileName, maxLength) is { Length: > 0 } suggested ? suggested : OfNothing;
        for (var (number, candidate) = (2, name); ; number++)
        {
            if (!taken.Contains(candidate)) return candidate;
            var end = $"-{number.ToString(CultureInfo.InvariantCulture)}";
            candidate = Shorten(name, maxLength - end.Length) + end;
        }
    }

    private static string Shorten(string name, int maxLength) => name.Length <= maxLength ? name : name[..maxLength].TrimEnd('-', '.');

    [GeneratedRegex("[^0-9a-zA-Z._-]+")]
    private static partial Regex Other();
}
