using System.Diagnostics;
using System.Text.Json;

namespace TranscribeConsole.LocalAws.Tests.Clients;

/// <summary>Debian's <c>aws</c>, with the keys that the backend has made and nothing of the machine's own settings.</summary>
internal sealed class AwsCli(LocalAwsFixture backend, string directory)
{
    private const string Program = "/usr/bin/aws";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs it in the directory and answers what it printed.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var (exit, output, messages) = await TryAsync(arguments);
        Assert.True(exit == 0, $"aws {string.Join(' ', arguments)}: {exit} {messages}");
        return output;
    }

    /// <summary>As <see cref="RunAsync"/>, for what prints JSON.</summary>
    public async Task<JsonElement> ReadAsync(params string[] arguments) => JsonDocument.Parse(await RunAsync(arguments)).RootElement;

    public async Task<(int Exit, string Output, string Messages)> TryAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, ["--endpoint-url", backend.Server.BaseAddress.ToString(), .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList()) start.Environment.Remove(name);
        start.Environment["HOME"] = directory;
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(backend.DataDirectory, "credentials");
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_PAGER"] = "";
        using var aws = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var (output, messages) = (aws.StandardOutput.ReadToEndAsync(limit.Token), aws.StandardError.ReadToEndAsync(limit.Token));
            await aws.WaitForExitAsync(limit.Token);
            return (aws.ExitCode, await output, await messages);
        }
        finally
        {
            if (!aws.HasExited) aws.Kill(entireProcessTree: true);
        }
    }

    // Keys of a real account, and a proxy that 127.0.0.1 would be asked for at.
    private static bool IsForeign(string name) =>
        name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase);
}
