using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks.Storage;

/// <summary>wrk over a list of addresses, and ab for HEAD, whose answers wrk cannot read.</summary>
internal sealed partial class LoadGenerator(TemporaryDirectory directory)
{
    private const string Script =
        """
        local requests, next = {}, 0
        function init(args)
          local method, body = args[1], nil
          if args[3] then local file = io.open(args[3], "rb"); body = file:read("*a"); file:close() end
          for target in io.lines(args[2]) do requests[#requests + 1] = wrk.format(method, target, nil, body) end
        end
        function request()
          next = next % #requests + 1
          return requests[next]
        end
        """;

    /// <summary>Requests per second.</summary>
    /// <param name="bodyFile">What each request sends; null: nothing.</param>
    public async Task<double> RunAsync(Uri server, string method, IEnumerable<string> targets, int connections, int seconds, string? bodyFile = null)
    {
        if (method == "HEAD") return await HeadAsync(server, targets.First(), connections, seconds);
        await File.WriteAllTextAsync(directory["load.lua"], Script);
        await File.WriteAllLinesAsync(directory["targets"], targets);
        string[] arguments =
        [
            "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "60s", "-s", directory["load.lua"], server.ToString(), "--", method, directory["targets"],
            .. bodyFile is null ? Array.Empty<string>() : [bodyFile],
        ];
        var output = await OutputAsync("wrk", arguments);
        if (Refused().IsMatch(output)) throw new InvalidOperationException($"{method} was refused:\n{output}");
        return Number(WrkRate(), output);
    }

    private static async Task<double> HeadAsync(Uri server, string target, int connections, int seconds)
    {
        var output = await OutputAsync("ab", ["-q", "-i", "-k", "-c", $"{connections}", "-t", $"{seconds}", "-n", "10000000", new Uri(server, target).ToString()]);
        if (output.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"HEAD was refused:\n{output}");
        return Number(AbRate(), output);
    }

    private static double Number(Regex pattern, string output) => pattern.Match(output) is { Success: true } match
        ? double.Parse(match.Groups["rate"].Value, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"No rate in:\n{output}");

    private static async Task<string> OutputAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)")]
    private static partial Regex WrkRate();

    [GeneratedRegex(@"Requests per second:\s+(?<rate>[\d.]+)")]
    private static partial Regex AbRate();

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex Refused();
}
