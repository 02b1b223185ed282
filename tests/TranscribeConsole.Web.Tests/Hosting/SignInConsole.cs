using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>A console where people sign in. Accounts are made as people make them: by the link of the start, and by invitations.</summary>
public sealed class SignInConsole : ISignInConsole, IAsyncLifetime
{
    public const string Administrator = "root";
    public const string Password = "a horse in the meadow";

    private readonly RunningConsole _console;

    public SignInConsole() : this([])
    {
    }

    internal SignInConsole(params string[] further) => _console = new(["--Security:Mode=Local", .. further]);

    public string DataDirectory => _console.DataDirectory;

    public Uri Address => _console.Address;

    public IServiceProvider Services => _console.Services;

    public async Task InitializeAsync()
    {
        await _console.InitializeAsync();
        var first = Services.GetRequiredService<FirstAdministrator>();
        var token = await first.OfferAsync(default);
        Assert.Empty(await first.CreateAsync(token!, new NewAccount(Administrator, "Root", Password), default));
    }

    /// <summary>An account of its own for a test.</summary>
    public async Task AddAsync(string name, Role role)
    {
        var invitations = Services.GetRequiredService<Invitations>();
        var token = await invitations.CreateAsync(role, null, 1, Caller.Anyone, default);
        Assert.Empty(await invitations.AcceptAsync(token, new NewAccount(name, $"Name of {name}", Password), default));
    }

    public ConsoleBrowser Open() => new(Address);

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<ConsoleBrowser> OpenAsync(string name)
    {
        var browser = Open();
        using var response = await browser.SignInAsync(name, Password);
        Assert.Equal("/jobs", browser.LeadsTo(response));
        return browser;
    }

    public Task DisposeAsync() => _console.DisposeAsync();
}
