using System.Text.RegularExpressions;
using TranscribeConsole.Web.Components.Pages.Transcript;

namespace TranscribeConsole.Web.Tests.Components;

public sealed partial class ReaderPreloadsTests
{
    [Fact]
    public void Every_module_that_the_reader_imports_is_preloaded_and_no_other()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Follow("reader");
        found.Remove("reader"); // the page's own script element asks for it

        Assert.Equal(found, ReaderPreloads.Modules);

        void Follow(string module)
        {
            if (!found.Add(module)) return;
            foreach (Match import in Import().Matches(File.ReadAllText(Path.Combine(Root, "src", "TranscribeConsole.Web", "wwwroot", "js", "transcript", $"{module}.js"))))
                Follow(import.Groups["module"].Value);
        }
    }

    private static string Root
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory!.FullName, "TranscribeConsole.sln"))) directory = directory.Parent;
            return directory.FullName;
        }
    }

    [GeneratedRegex("""from '\./(?<module>[a-z-]+)\.js'""")]
    private static partial Regex Import();
}
