using System.Diagnostics;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Data.Postgres;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.LocalAws;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Web.Security.SignIn;
using TranscribeConsole.Web.Tests.Composition;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Instances;

/// <summary>Consoles as processes with one PostgreSQL, on another console's backend in the place of Amazon. Two start at the same time, on a database without tables.</summary>
public sealed class TwoInstances : IAsyncLifetime
{
    private const string Bucket = "company-media";

    private readonly RunningConsole _amazon = new();
    private readonly string _connection = PostgresCluster.Shared.NewEmptyDatabase();
    private readonly List<(Process Process, string Directory)> _started = [];
    private readonly List<Task<string>> _logs = [];
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(5));
    private readonly ServiceProvider _services;

    public TwoInstances() => _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
        .AddPostgresDatabase(_connection).AddSingleton<IPasswordHashes, IdentityPasswords>().AddAccounts(new AccountLimits())
        .AddAudit(new AuditSettings(false, 365)).BuildServiceProvider();

    public Uri First { get; private set; } = null!;

    public Uri Second { get; private set; } = null!;

    public IAmazonS3 S3 => _amazon.S3;

    /// <summary>What administrators do, at an instance of their own.</summary>
    public UserAccounts Accounts => _services.GetRequiredService<UserAccounts>();

    public CancellationToken Limit => _limit.Token;

    public async Task InitializeAsync()
    {
        await _amazon.InitializeAsync();
        await S3.PutBucketAsync(Bucket);
        var (first, second) = (Start(), Start());
        First = await ReadyAsync(first);
        Second = await ReadyAsync(second);
        var administrator = _services.GetRequiredService<FirstAdministrator>();
        var token = await administrator.OfferAsync(Limit);
        Assert.Empty(await administrator.CreateAsync(token!, new NewAccount(SignInConsole.Administrator, "Root", SignInConsole.Password), Limit));
    }

    /// <summary>One more process.</summary>
    public Process Start()
    {
        var directory = Directory.CreateTempSubdirectory("transcribeconsole-instance-").FullName;
        var backend = _amazon.Services.GetRequiredService<LocalAwsServer>().BaseAddress;
        var environment = new Dictionary<string, string?>(ConsoleProcess.WithoutAws)
        {
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_amazon.DataDirectory, "aws", "credentials"),
            ["Database__ConnectionString"] = _connection,
        };
        var process = ConsoleProcess.Start(environment,
            "--Backend=Aws", "--Urls=http://127.0.0.1:0", $"--App:DataDirectory={directory}", "--Security:Mode=Local", "--Database:Provider=Postgres",
            "--Aws:Region=us-east-1", $"--Aws:S3ServiceUrl={backend}", $"--Aws:TranscribeServiceUrl={backend}", $"--Upload:Bucket={Bucket}");
        _started.Add((process, directory));
        return process;
    }

    /// <summary>The address of a process that was started. Its log is read from then on, so that it never waits for a reader.</summary>
    public async Task<Uri> ReadyAsync(Process process)
    {
        var address = await ConsoleProcess.ReadyAsync(process, Limit);
        _logs.AddRange([process.StandardOutput.ReadToEndAsync(Limit), process.StandardError.ReadToEndAsync(Limit)]);
        return address;
    }

    /// <summary>An account of its own for a test; answers its id.</summary>
    public async Task<string> AddAsync(string name, Role role)
    {
        var invitations = _services.GetRequiredService<Invitations>();
        var token = await invitations.CreateAsync(role, null, 1, Caller.Anyone, Limit);
        Assert.Empty(await invitations.AcceptAsync(token, new NewAccount(name, $"Name of {name}", SignInConsole.Password), Limit));
        return (await Accounts.ListAsync(Limit)).Single(account => account.SignInName == name).Id;
    }

    /// <summary>A browser in which somebody has signed in at that instance.</summary>
    public static async Task<ConsoleBrowser> OpenAsync(Uri instance, string name)
    {
        var browser = new ConsoleBrowser(instance);
        using var response = await browser.SignInAsync(name, SignInConsole.Password);
        Assert.Equal("/jobs", browser.LeadsTo(response));
        return browser;
    }

    /// <summary>The same browser, whose next requests the proxy gives to another instance.</summary>
    public static ConsoleBrowser MoveTo(Uri instance, ConsoleBrowser browser)
    {
        var moved = new ConsoleBrowser(instance);
        foreach (var (name, value) in browser.Cookies) moved.Cookies[name] = value;
        return moved;
    }

    public async Task<int> CountKeysAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<KeyDatabase>().DataProtectionKeys.Count();
    }

    public async Task DisposeAsync()
    {
        foreach (var (process, directory) in _started)
        {
            process.Kill();
            await process.WaitForExitAsync(Limit);
            Directory.Delete(directory, recursive: true);
        }

        await Task.WhenAll(_logs);
        _started.ForEach(started => started.Process.Dispose());
        await _services.DisposeAsync();
        await _amazon.DisposeAsync();
        _limit.Dispose();
    }
}
