using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.TranscribeService;

namespace TranscribeConsole.EndToEnd.Tests.Hosting;

/// <summary>The published application in a process of its own, as its users run it, on free ports and a data directory of the test's.</summary>
public sealed partial class ConsoleProcess : IAsyncDisposable
{
    private const string ReadyLine = "TranscribeConsole is ready: ";
    private const int Sigterm = 15;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new(); // guarded by itself
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _credentialsFile;

    private ConsoleProcess(Process process, string credentialsFile, Uri backend)
    {
        (_process, _credentialsFile, Backend) = (process, credentialsFile, backend);
        process.OutputDataReceived += (_, e) => Take(e.Data);
        process.ErrorDataReceived += (_, e) => Take(e.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The application ended at start:\n{Output}"));
    }

    public int ProcessId => _process.Id;

    /// <summary>Address of the console.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Address of the embedded backend: its own, or that of another console which stands for Amazon.</summary>
    public Uri Backend { get; }

    /// <summary>File of the embedded backend's metadata.</summary>
    public string LocalDatabase => Path.Combine(Path.GetDirectoryName(_credentialsFile)!, "localaws.db");

    /// <summary>Id of the user's key of the embedded backend.</summary>
    public string AccessKey => Credential("aws_access_key_id");

    /// <summary>The user's secret key of the embedded backend.</summary>
    public string SecretKey => Credential("aws_secret_access_key");

    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts the application and waits for its ready line.</summary>
    public static Task<ConsoleProcess> StartAsync(string dataDirectory, params string[] arguments) => StartAsync(dataDirectory, null, arguments);

    /// <summary>Starts a copy of the application by a command that becomes it, and waits for its ready line.</summary>
    /// <param name="command">Program and arguments that stand before <c>dotnet</c>.</param>
    /// <param name="application">Path of the copy's assembly.</param>
    public static Task<ConsoleProcess> StartByAsync(IReadOnlyList<string> command, string application, string dataDirectory, params string[] arguments) =>
        ReadyAsync(Launch(application, dataDirectory, amazon: null, arguments, command));

    /// <summary>Starts the embedded backend alone, on the data directory of a console.</summary>
    public static Task<ConsoleProcess> StartBackendAsync(string dataDirectory) => ReadyAsync(Launch(Repository.BackendHost, dataDirectory, amazon: null, arguments: []));

    /// <summary>Starts the application with Amazon's S3 and Transcribe replaced by the embedded backend of another one.</summary>
    /// <param name="transcribe">Address of another Transcribe; null: the embedded one, too; empty: Amazon's own of the Region.</param>
    public static Task<ConsoleProcess> StartOverAsync(ConsoleProcess amazon, string? transcribe, string dataDirectory, params string[] arguments) => StartAsync(
        dataDirectory, amazon,
        ["--Backend=Aws", "--Aws:Region=us-east-1", $"--Aws:S3ServiceUrl={amazon.Backend}", .. transcribe is "" ? (string[])[] : [$"--Aws:TranscribeServiceUrl={transcribe ?? amazon.Backend.ToString()}"], .. arguments]);

    private static Task<ConsoleProcess> StartAsync(string dataDirectory, ConsoleProcess? amazon, string[] arguments) =>
        ReadyAsync(Launch(Repository.Application, dataDirectory, amazon, arguments));

    private static async Task<ConsoleProcess> ReadyAsync(ConsoleProcess console)
    {
        try
        {
            console.Address = await console._ready.Task.WaitAsync(StartTimeout);
        }
        catch
        {
            await console.DisposeAsync();
            throw;
        }

        return console;
    }

    private static ConsoleProcess Launch(string application, string dataDirectory, ConsoleProcess? amazon, string[] arguments, IReadOnlyList<string>? command = null)
    {
        var backend = amazon?.Backend ?? new Uri($"http://127.0.0.1:{FreePort()}");
        var credentialsFile = amazon?._credentialsFile ?? Path.Combine(dataDirectory, "aws", "credentials");
        command = [.. command ?? [], "dotnet"];
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(), // the application must not depend on where it is started
        };
        string[] all =
        [
            .. command.Skip(1), application, "--Urls=http://127.0.0.1:0", $"--LocalAws:Port={backend.Port}", $"--App:DataDirectory={dataDirectory}", .. arguments,
        ];
        foreach (var argument in all) start.ArgumentList.Add(argument);
        if (amazon is not null) UseCredentials(start, credentialsFile);
        var process = new Process { StartInfo = start };
        var console = new ConsoleProcess(process, credentialsFile, backend);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return console;
    }

    /// <summary>Starts the embedded backend alone and kills it after so long, whether it was ready by then or not.</summary>
    public static async Task StartAndKillBackendAsync(string dataDirectory, TimeSpan after)
    {
        await using var console = Launch(Repository.BackendHost, dataDirectory, amazon: null, arguments: []);
        await Task.WhenAny(console._process.WaitForExitAsync(), Task.Delay(after));
        if (console._process.HasExited) throw new InvalidOperationException($"The backend ended at start:\n{console.Output}");
        await console.KillAsync();
    }

    /// <summary>SIGKILL: no handler runs, no buffer is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as an operator or a service manager stops it; answers the exit status.</summary>
    /// <param name="within">Null: a minute.</param>
    public async Task<int> StopAsync(TimeSpan? within = null)
    {
        if (SendSignal(_process.Id, Sigterm) != 0) throw new InvalidOperationException("The process could not be signalled.");
        await _process.WaitForExitAsync(new CancellationTokenSource(within ?? TimeSpan.FromSeconds(60)).Token);
        return _process.ExitCode;
    }

    /// <summary>Highest resident memory in bytes since the start or the last reset, as Linux counts it.</summary>
    public long PeakMemory(bool reset)
    {
        var status = File.ReadAllLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        if (reset) File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");
        return long.Parse(status.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }

    public IAmazonS3 CreateS3() => new AmazonS3Client(Credentials(), new AmazonS3Config
    {
        ServiceURL = Backend.ToString(),
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
    });

    public IAmazonTranscribeService CreateTranscribe() => new AmazonTranscribeServiceClient(Credentials(), new AmazonTranscribeServiceConfig
    {
        ServiceURL = Backend.ToString(),
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
    });

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static void UseCredentials(ProcessStartInfo start, string file)
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = file;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
    }

    private BasicAWSCredentials Credentials() => new(AccessKey, SecretKey);

    private string Credential(string name) => File.ReadLines(_credentialsFile)
        .First(line => line.StartsWith(name, StringComparison.Ordinal)).Split('=', 2)[1].Trim();

    private void Take(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (line.StartsWith(ReadyLine, StringComparison.Ordinal)) _ready.TrySetResult(new Uri(line[ReadyLine.Length..]));
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);
}
