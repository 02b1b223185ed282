using System.Text.RegularExpressions;

namespace TranscribeConsole.LocalAws.Tests;

/// <summary>The page on programs of one's own, whose lists and examples are checked against the code.</summary>
internal static partial class Documentation
{
    public const string Address = "http://127.0.0.1:4566";

    /// <summary>The folder of the sources.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The names in backquotes under the heading, up to the next one.</summary>
    public static IReadOnlyList<string> List(string heading) => [.. Quoted().Matches(Section(heading)).Select(match => match.Groups[1].Value)];

    /// <summary>The block of code under the heading, for a backend at that address; no heading: the first block of the page.</summary>
    public static string Example(string? heading, Uri address)
    {
        var block = Block().Match(heading is null ? Page() : Section(heading));
        Assert.True(block.Success, $"There is no code under the heading '{heading}'.");
        return block.Groups[1].Value.Replace(Address, address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
    }

    private static string Section(string heading)
    {
        var page = Page();
        var begin = page.IndexOf($"### {heading}\n", StringComparison.Ordinal);
        Assert.True(begin >= 0, $"The page has no heading '{heading}'.");
        var text = page[(begin + heading.Length)..];
        var end = text.IndexOf("\n##", StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }

    private static string Page() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local-backend-programs.md"));

    private static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "TranscribeConsole.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException("TranscribeConsole.sln is in no directory above the tests.");
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("^```[a-z]*\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
