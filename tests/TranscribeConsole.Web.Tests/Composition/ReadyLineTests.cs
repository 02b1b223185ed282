using System.Diagnostics;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Composition;

public sealed class ReadyLineTests
{
    [Fact]
    public async Task Ready_line_names_the_real_address_and_SIGTERM_ends_the_process_with_0()
    {
        using var directory = new TemporaryDirectory();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var process = ConsoleProcess.Start(RunningConsole.Arguments(directory.Path));
        try
        {
            using var client = await ConsoleClient.OpenAsync(await ConsoleProcess.ReadyAsync(process, limit.Token));
            using var page = await client.GetAsync("jobs");
            Assert.True(page.IsSuccessStatusCode);
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync(limit.Token);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
