using System.Text.Json;

namespace TranscribeConsole.LocalAws.Tests.Clients;

/// <summary>Debian's <c>aws</c>.</summary>
internal sealed class AwsCli(LocalAwsFixture backend, string directory)
{
    private const string Program = "/usr/bin/aws";

    private readonly ClientProgram _client = new(backend, directory);

    /// <summary>Runs it in the directory and answers what it printed.</summary>
    public Task<string> RunAsync(params string[] arguments) => _client.RunAsync(Program, WithAddress(arguments));

    /// <summary>As <see cref="RunAsync"/>, for what prints JSON.</summary>
    public async Task<JsonElement> ReadAsync(params string[] arguments) => JsonDocument.Parse(await RunAsync(arguments)).RootElement;

    public Task<(int Exit, string Output, string Messages)> TryAsync(params string[] arguments) => _client.TryAsync(Program, WithAddress(arguments));

    private string[] WithAddress(string[] arguments) => ["--endpoint-url", backend.Server.BaseAddress.ToString(), .. arguments];
}
