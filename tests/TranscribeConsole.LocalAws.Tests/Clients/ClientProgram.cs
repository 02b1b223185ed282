using System.Diagnostics;

namespace TranscribeConsole.LocalAws.Tests.Clients;

/// <summary>A program that is not ours, with the keys that the backend has made and nothing of the machine's own settings.</summary>
internal sealed class ClientProgram(LocalAwsFixture backend, string directory)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs it in the directory and answers what it printed.</summary>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        var (exit, output, messages) = await TryAsync(program, arguments);
        Assert.True(exit == 0, $"{program} {string.Join(' ', arguments)}: {exit} {messages} {output}");
        return output;
    }

    public async Task<(int Exit, string Output, string Messages)> TryAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList()) start.Environment.Remove(name);
        start.Environment["HOME"] = directory;
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(backend.DataDirectory, "credentials");
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_PAGER"] = "";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var (output, messages) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await messages);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // Keys of a real account, and a proxy that 127.0.0.1 would be asked for at.
    private static bool IsForeign(string name) =>
        name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("NODE_", StringComparison.Ordinal) || name.StartsWith("PYTHON", StringComparison.Ordinal);
}
