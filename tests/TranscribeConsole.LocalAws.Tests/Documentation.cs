using System.Text.RegularExpressions;

namespace TranscribeConsole.LocalAws.Tests;

/// <summary>The page on programs of one's own, whose lists are checked against the code.</summary>
internal static partial class Documentation
{
    /// <summary>The names in backquotes under the heading, up to the next one.</summary>
    public static IReadOnlyList<string> List(string heading)
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local-backend-programs.md"));
        var begin = page.IndexOf($"### {heading}\n", StringComparison.Ordinal);
        Assert.True(begin >= 0, $"The page has no heading '{heading}'.");
        var text = page[(begin + heading.Length)..];
        var end = text.IndexOf("\n#", StringComparison.Ordinal);
        return [.. Quoted().Matches(end < 0 ? text : text[..end]).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
