using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using TranscribeConsole.LocalAws;

namespace TranscribeConsole.Web.Composition;

/// <summary>Runs the application as a process: what a person can put right is one line on standard error, and exit code 1.</summary>
internal static class ProcessRun
{
    public static async Task<int> RunAsync(Func<WebApplication> create)
    {
        try
        {
            await using var app = create();
            await StartAsync(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (Describe(e) is { } reason)
        {
            await Console.Error.WriteLineAsync($"TranscribeConsole can't start: {reason}");
            return 1;
        }
    }

    // A host that could not start is only disposed by itself; what runs already would take that for a fault and log it.
    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    /// <summary>The reason as one line, or null for what is a fault of the program and deserves its stack trace.</summary>
    internal static string? Describe(Exception exception)
    {
        var reason = exception switch
        {
            StartFailedException or LocalAwsStartException => exception.Message,
            OptionsValidationException e => string.Join(' ', e.Failures.Select(Sentence)),
            IOException { InnerException: AddressInUseException } e => $"{e.Message} Stop the program that listens there, or choose another address with Urls.",
            IOException or UnauthorizedAccessException or InvalidDataException or SocketException => exception.Message,
            _ => null,
        };
        return reason?.ReplaceLineEndings(" ");
    }

    // The framework wraps the sentence of a rule, which names the key already: … with the error: 'sentence'.
    private static string Sentence(string failure)
    {
        const string wrapping = " with the error: '";
        var start = failure.IndexOf(wrapping, StringComparison.Ordinal);
        return start >= 0 && failure.EndsWith("'.", StringComparison.Ordinal) ? failure[(start + wrapping.Length)..^2] : failure;
    }
}
