using System.Diagnostics;
using TranscribeConsole.EndToEnd.Tests.Browser;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Operation;

/// <summary>
/// One server as docs/deployment.md sets it up: the console as a user who may write to its data directory and the temporary one only, with the
/// settings of <c>scripts/transcribe-console.service</c>, and Debian's Caddy with the repository's <c>Caddyfile</c> before it.
/// </summary>
/// <remarks>Caddy's own authority signs for localhost; nothing is installed into the machine's trust.</remarks>
public sealed class ServerFixture : BrowserFixture
{
    private readonly int _port = ConsoleProcess.FreePort();
    private readonly TemporaryDirectory _proxyFiles = new();
    private readonly StringWriter _proxyOutput = new();
    private Process? _proxy;

    public Uri PublicAddress => new($"https://localhost:{_port}/");

    protected override Uri Address => PublicAddress;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        StartProxy();
        await ProxyReadyAsync();
    }

    public override async Task DisposeAsync()
    {
        if (_proxy is { HasExited: false })
        {
            _proxy.Kill();
            await _proxy.WaitForExitAsync();
        }

        _proxy?.Dispose();
        await base.DisposeAsync();
        _proxyFiles.Dispose();
        _proxyOutput.Dispose();
    }

    protected override Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory)
    {
        string[] settings = [.. UnitSettings(), "--AllowedHosts=localhost"];
        var data = Directory.CreateDirectory(directory["data"]).FullName;
        if (!Environment.IsPrivilegedProcess) return ConsoleProcess.StartAsync(data, settings);

        // Whoever runs the tests as root has them put the application where somebody without rights can read it.
        var application = directory["app"];
        Run("cp", "-r", Path.GetDirectoryName(Repository.Application)!, application);
        Run("chmod", "-R", "a+rX,go-w", application);
        Run("chmod", "a+x", directory.Path);
        Run("chown", "-R", "www-data:www-data", data);
        return ConsoleProcess.StartByAsync(
            ["setpriv", "--reuid=www-data", "--regid=www-data", "--clear-groups", "--inh-caps=-all", "--no-new-privs"],
            Path.Combine(application, Path.GetFileName(Repository.Application)), data, settings);
    }

    // All but where it listens and where its files are.
    private static IEnumerable<string> UnitSettings() => File.ReadLines(Path.Combine(Repository.Root, "scripts", "transcribe-console.service"))
        .Where(line => line.StartsWith("Environment=Security__", StringComparison.Ordinal))
        .Select(line => $"--{line.Split('=', 2)[1].Replace("__", ":", StringComparison.Ordinal)}");

    private void StartProxy()
    {
        // What a test needs besides: free ports, and no questions to the machine's administrator.
        File.WriteAllText(_proxyFiles["Caddyfile"],
            $$"""
            {
                admin off
                skip_install_trust
                http_port {{ConsoleProcess.FreePort()}}
                https_port {{_port}}
            }
            import {{Path.Combine(Repository.Root, "Caddyfile")}}
            """);
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "artifacts", "caddy", "usr", "bin", "caddy"), ["run", "--adapter", "caddyfile", "--config", _proxyFiles["Caddyfile"]])
        {
            RedirectStandardError = true,
            Environment =
            {
                ["CONSOLE_HOST"] = "localhost",
                ["CONSOLE_UPSTREAM"] = Console.Address.Authority,
                ["XDG_DATA_HOME"] = _proxyFiles["data"],
                ["XDG_CONFIG_HOME"] = _proxyFiles["config"],
            },
        };
        _proxy = Process.Start(start)!;
        _proxy.ErrorDataReceived += (_, e) =>
        {
            lock (_proxyOutput) _proxyOutput.WriteLine(e.Data);
        };
        _proxy.BeginErrorReadLine();
    }

    private async Task ProxyReadyAsync()
    {
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var http = new HttpClient(handler);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(PublicAddress, "health/live"), limit.Token);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (!_proxy!.HasExited)
            {
                // Not listening yet.
            }
            catch (Exception e)
            {
                lock (_proxyOutput) throw new InvalidOperationException($"Caddy does not answer:\n{_proxyOutput}", e);
            }

            await Task.Delay(100);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
