using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>An OpenID Connect provider in a process of its own (tests/TranscribeConsole.OidcServer), with users and misbehaviour that a test sets.</summary>
public sealed class OidcProvider : IDisposable
{
    public const string ClientId = "console";
    public const string ClientSecret = "a-secret-of-the-client-that-nobody-may-read";
    public const string Password = "the password at the provider";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly string _directory = Directory.CreateTempSubdirectory("transcribeconsole-provider-").FullName;
    private readonly string[] _further;
    private readonly int _port = FreePort();
    private readonly HttpClient _http;
    private Process? _process;

    /// <param name="further">Arguments besides the port.</param>
    public OidcProvider(params string[] further)
    {
        _further = further;
        _http = new HttpClient { BaseAddress = Address };
        File.WriteAllText(SecretFile, ClientSecret + "\n");
    }

    /// <summary>Of another site than the console's.</summary>
    public Uri Address => new($"http://localhost:{_port}/");

    /// <summary>What a console needs to be told of it, without roles.</summary>
    public string[] Settings =>
        ["--Security:Mode=Oidc", $"--Security:Oidc:Authority={Address}", $"--Security:Oidc:ClientId={ClientId}", $"--Security:Oidc:ClientSecretFile={SecretFile}"];

    private string SecretFile => Path.Combine(_directory, "client-secret");

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Program, $"--Port={_port}", $"--Data={_directory}", .. _further]) start.ArgumentList.Add(argument);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data == "The provider is ready.") ready.TrySetResult();
            else if (line.Data is null) ready.TrySetException(new InvalidOperationException("The provider ended at start."));
        };
        _process.Start();
        _process.BeginOutputReadLine();
        await ready.Task.WaitAsync(Limit);
    }

    public async Task KillAsync()
    {
        if (_process is not { HasExited: false } process) return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <param name="origins">Where the console is reached.</param>
    public Task RegisterAsync(params Uri[] origins) => PutAsync("client", new { Id = ClientId, Secret = ClientSecret, Origins = origins });

    public Task SetUserAsync(string userName, string subject, string name, params string[] groups) => PutAsync("user", new { UserName = userName, Subject = subject, Name = name, Groups = groups });

    /// <param name="wrong">See the provider's <c>Wrong</c>; an empty object: it behaves again.</param>
    public Task SetWrongAsync(object wrong) => PutAsync("wrong", wrong);

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _http.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    // artifacts/bin/<project>/<configuration>/, beside that of the tests.
    private static string Program
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(own.Parent!.Parent!.FullName, "TranscribeConsole.OidcServer", own.Name, "TranscribeConsole.OidcServer.dll");
        }
    }

    private async Task PutAsync(string what, object value)
    {
        using var response = await _http.PutAsJsonAsync($"control/{what}", value);
        response.EnsureSuccessStatusCode();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
