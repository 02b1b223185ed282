namespace TranscribeConsole.EndToEnd.Tests.Hosting;

/// <summary>Where the tests find the application as <c>./scripts/test</c> publishes it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Application
    {
        get
        {
            var path = Path.Combine(Root, "artifacts", "test-app", "TranscribeConsole.Web.dll");
            return File.Exists(path)
                ? path
                : throw new FileNotFoundException("Publish the application first: dotnet publish src/TranscribeConsole.Web -c Release -o artifacts/test-app");
        }
    }

    /// <summary>The embedded backend alone, which is built with the tests.</summary>
    public static string BackendHost { get; } = Path.Combine(AppContext.BaseDirectory, "TranscribeConsole.LocalAws.Host.dll");

    /// <summary>Kept by CI when a test fails.</summary>
    public static string TestResults { get; } = Path.Combine(Root, "artifacts", "test-results");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "TranscribeConsole.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException("TranscribeConsole.sln is in no directory above the tests.");
    }
}
