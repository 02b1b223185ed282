namespace TranscribeConsole.LocalAws.Tests.Clients;

/// <summary>Node.js with the packages that <c>Clients/Node/package-lock.json</c> names.</summary>
internal sealed class NodeClient(LocalAwsFixture backend, string directory)
{
    private readonly ClientProgram _client = new(backend, directory);

    /// <summary>Where <c>clients.mjs</c> and the packages are: in the sources, for the packages are not copied to the tests' output.</summary>
    public static string Folder { get; } = Path.Combine(Documentation.Repository, "tests", "TranscribeConsole.LocalAws.Tests", "Clients", "Node");

    private static string Packages => Path.Combine(Folder, "node_modules");

    public Task<string> RunScenarioAsync(string scenario, string file) =>
        RunAsync(Path.Combine(Folder, "clients.mjs"), scenario, backend.Server.BaseAddress.ToString(), file);

    /// <summary>Runs a module that is made of this text, in the directory.</summary>
    public async Task<string> RunTextAsync(string module)
    {
        var path = Path.Combine(directory, "example.mjs");
        await File.WriteAllTextAsync(path, module);
        File.CreateSymbolicLink(Path.Combine(directory, "node_modules"), Packages);
        return await RunAsync(path);
    }

    private Task<string> RunAsync(params string[] arguments)
    {
        Assert.True(Directory.Exists(Packages), $"The packages are missing: npm ci --prefix {Folder} (./scripts/test does it).");
        return _client.RunAsync("node", arguments);
    }
}
