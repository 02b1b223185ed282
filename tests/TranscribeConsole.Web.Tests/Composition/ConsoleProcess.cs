using System.Diagnostics;

namespace TranscribeConsole.Web.Tests.Composition;

/// <summary>The console as its users run it: a process with exit code, standard output and standard error.</summary>
internal static class ConsoleProcess
{
    public sealed record Ended(int ExitCode, string Output, string Error);

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(typeof(Program).Assembly.Location)) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
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
