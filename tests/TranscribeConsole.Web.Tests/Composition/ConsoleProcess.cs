using System.Diagnostics;

namespace TranscribeConsole.Web.Tests.Composition;

/// <summary>The console as its users run it: a process with exit code, standard output and standard error.</summary>
internal static class ConsoleProcess
{
    /// <summary>An environment in which the SDK's chain finds neither Region nor credentials, and asks no network for them.</summary>
    public static readonly IReadOnlyDictionary<string, string?> WithoutAws = new Dictionary<string, string?>
    {
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_REGION"] = null,
        ["AWS_DEFAULT_REGION"] = null,
        ["AWS_PROFILE"] = null,
        ["AWS_ACCESS_KEY_ID"] = null,
        ["AWS_SECRET_ACCESS_KEY"] = null,
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent/credentials",
        ["AWS_CONFIG_FILE"] = "/nonexistent/config",
    };

    public sealed record Ended(int ExitCode, string Output, string Error);

    /// <param name="environment">Variables to set, or to remove where null.</param>
    public static Process Start(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(typeof(Program).Assembly.Location)) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static Process Start(params string[] arguments) => Start(new Dictionary<string, string?>(), arguments);

    /// <summary>The address of the ready line, once the process has printed it.</summary>
    public static async Task<Uri> ReadyAsync(Process process, CancellationToken cancellationToken)
    {
        const string ready = "TranscribeConsole is ready: ";
        string? line;
        do line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        while (line is not null && !line.StartsWith(ready, StringComparison.Ordinal));
        return new Uri(line?[ready.Length..] ?? throw new InvalidOperationException("The console ended before it was ready."));
    }

    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    public static async Task<Ended> EndAsync(Process process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Ended(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
