using System.Text.RegularExpressions;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>A legal job name out of a file's name.</summary>
internal static partial class JobNameSuggestion
{
    /// <summary>The name without its extension, other characters as hyphens; empty when nothing legal remains.</summary>
    public static string For(string fileName, int maxLength)
    {
        var name = Other().Replace(Path.GetFileNameWithoutExtension(fileName), "-").Trim('-', '.');
        return name.Length <= maxLength ? name : name[..maxLength].TrimEnd('-', '.');
    }

    [GeneratedRegex("[^0-9a-zA-Z._-]+")]
    private static partial Regex Other();
}
