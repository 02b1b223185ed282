using System.Text;
using TranscribeConsole.LocalAws.Recognition.Decoding;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Decoding;

public sealed class MediaProcessTests
{
    private static readonly MediaPrograms Programs = MediaPrograms.Find(Environment.GetEnvironmentVariable("PATH"))!;

    [Fact]
    public async Task Process_that_computes_too_long_is_ended()
    {
        await using var process = Shell("while :; do :; done");

        Assert.Equal(128 + 9, (await process.WaitForExitAsync(CancellationToken.None)).ExitCode); // SIGKILL
    }

    [Fact]
    public async Task Process_cannot_write_files()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var process = Shell($"trap '' XFSZ; echo text > {path}");
        await process.WaitForExitAsync(CancellationToken.None);

        Assert.Equal(0, new FileInfo(path).Length);
        File.Delete(path);
    }

    [Fact]
    public async Task Process_inherits_no_environment()
    {
        Assert.NotEmpty(Environment.GetEnvironmentVariable("PATH")!);
        await using var process = MediaProcess.Start(null, "/usr/bin/env", TimeSpan.FromSeconds(1), []);
        using var reader = new StreamReader(process.Output, Encoding.UTF8);

        Assert.Equal("LC_ALL=C\n", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Only_the_beginning_of_what_it_says_is_kept()
    {
        await using var process = Shell("i=0; while [ $i -lt 20000 ]; do echo complaint $i >&2; i=$((i+1)); done");
        var (exitCode, messages) = await process.WaitForExitAsync(CancellationToken.None);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("complaint 0\ncomplaint 1\n", messages, StringComparison.Ordinal);
        Assert.InRange(messages.Length, 1, 8 * 1024);
    }

    [Fact]
    public async Task Disposed_process_is_ended_with_its_tree()
    {
        var process = Shell("/bin/sleep 1000 & echo $!; wait");
        using var reader = new StreamReader(process.Output, Encoding.UTF8);
        var child = await reader.ReadLineAsync();
        await process.DisposeAsync();

        // The signal is sent on return; the kernel may need a moment to act on it.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (IsRunning(child!)) await Task.Delay(10, limit.Token);
    }

    // A killed child that nobody has waited for yet is a zombie.
    private static bool IsRunning(string id)
    {
        try { return !File.ReadAllText($"/proc/{id}/stat").Split(") ")[1].StartsWith('Z'); }
        catch (IOException) { return false; }
    }

    private static MediaProcess Shell(string script) =>
        MediaProcess.Start(Programs.Prlimit, "/bin/sh", TimeSpan.FromSeconds(1), ["-c", script]);
}
