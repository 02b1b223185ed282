using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TranscribeConsole.LocalAws.Recognition.Decoding;

/// <summary>
/// ffmpeg or ffprobe at work on a file that a user chose: no shell, no standard input, no inherited environment, bounded CPU time
/// and memory, no written files. Ends with its tree when disposed.
/// </summary>
internal sealed class MediaProcess : IAsyncDisposable
{
    private const int MaxMessageBytes = 8 * 1024;
    private const long MaxMemoryBytes = 2L << 30;

    private readonly Process _process;
    private readonly Task<string> _messages;

    private MediaProcess(Process process)
    {
        _process = process;
        _messages = ReadMessagesAsync(process.StandardError.BaseStream);
    }

    public int Id => _process.Id;

    /// <summary>Standard output; ends when the process ends or is killed.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    public static MediaProcess Start(string? prlimit, string program, TimeSpan maxCpuTime, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(prlimit ?? program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        // Variables such as FFREPORT make ffmpeg write files; proxies are none of its business either.
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
        if (prlimit is not null) AddLimits(start, program, maxCpuTime);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        var process = new Process { StartInfo = start };
        process.Start();
        process.StandardInput.Close();
        return new MediaProcess(process);
    }

    /// <summary>Ends the process and what it started; no error when it has ended.</summary>
    public void Kill()
    {
        try { _process.Kill(entireProcessTree: true); }
        catch (InvalidOperationException) { /* It has ended. */ }
    }

    /// <summary>Exit status and the beginning of what it said, once it has ended.</summary>
    public async Task<(int ExitCode, string Messages)> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, await _messages.WaitAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await _messages;
        _process.Dispose();
    }

    private static void AddLimits(ProcessStartInfo start, string program, TimeSpan maxCpuTime)
    {
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={(long)maxCpuTime.TotalSeconds}"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={MaxMemoryBytes}"));
        start.ArgumentList.Add("--fsize=0");
        start.ArgumentList.Add("--core=0");
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(program);
    }

    // A broken file can make ffmpeg complain about every packet: the pipe must be drained, but only its beginning is worth keeping.
    private static async Task<string> ReadMessagesAsync(Stream messages)
    {
        var kept = new byte[MaxMessageBytes];
        var ignored = new byte[4096];
        var count = 0;
        while (true)
        {
            var target = count < kept.Length ? kept.AsMemory(count) : ignored;
            var read = await messages.ReadAsync(target);
            if (read == 0) return Encoding.UTF8.GetString(kept, 0, count);
            if (count < kept.Length) count += read;
        }
    }
}
