using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>A console where people sign in at a provider, which runs beside it. Groups there are named after the roles here.</summary>
public sealed class OidcConsole : ISignInConsole, IAsyncLifetime
{
    public const string Administrator = "root";

    public static readonly string[] Roles =
    [
        "--Security:Oidc:RoleClaim=groups", "--Security:Oidc:Roles:Reader:0=/news/readers", "--Security:Oidc:Roles:Submitter:0=/news/submitters", "--Security:Oidc:Roles:Submitter:1=interns",
        "--Security:Oidc:Roles:Manager:0=/news/managers", "--Security:Oidc:Roles:Administrator:0=/news/administrators", "--Security:Oidc:Contact=the help desk",
    ];

    private readonly RunningConsole _console;

    public OidcConsole() : this([], [])
    {
    }

    /// <param name="provider">Further arguments of the provider.</param>
    /// <param name="console">Further arguments of the console.</param>
    internal OidcConsole(string[] provider, string[] console)
    {
        Provider = new OidcProvider(provider);
        _console = new RunningConsole([.. Provider.Settings, .. Roles, .. console]);
    }

    public OidcProvider Provider { get; }

    public Uri Address => _console.Address;

    public IServiceProvider Services => _console.Services;

    public async Task InitializeAsync()
    {
        await Provider.StartAsync();
        await _console.InitializeAsync();
        await Provider.RegisterAsync(Address, new UriBuilder(Address) { Scheme = "https" }.Uri);
        await AddAsync(Administrator, Role.Administrator);
    }

    /// <summary>Somebody whom the provider knows, and gives the group of the role.</summary>
    public Task AddAsync(string name, Role role) => Provider.SetUserAsync(name, $"subject-of-{name}", $"Name of {name}", GroupOf(role));

    public static string GroupOf(Role role) => $"/news/{role.ToString().ToLowerInvariant()}s";

    public ConsoleBrowser Open() => new(Address);

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<ConsoleBrowser> OpenAsync(string name)
    {
        var browser = Open();
        using var response = await SignInAsync(browser, name);
        Assert.Equal("/jobs", browser.LeadsTo(response));
        return browser;
    }

    /// <summary>Goes to the provider, signs in there where it asks, and comes back; answers what the console then says.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(ConsoleBrowser browser, string name, string path = "sign-in") => await browser.GetAsync(await GoAsync(browser, name, path));

    /// <summary>Goes to the provider and signs in there where it asks; answers where that leads.</summary>
    public static async Task<string> GoAsync(ConsoleBrowser browser, string name, string path = "sign-in")
    {
        using var start = await browser.GetAsync(path);
        var authorize = browser.LeadsTo(start)!;
        Assert.Contains("/connect/authorize?", authorize, StringComparison.Ordinal);
        using var asked = await browser.GetAsync(authorize);
        var next = browser.LeadsTo(asked)!;
        if (!next.Contains("/login?", StringComparison.Ordinal)) return next;
        using var page = await browser.GetAsync(next);
        var hidden = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "/login");
        using var loggedIn = await browser.PostAsync(next, hidden, ("username", name), ("password", OidcProvider.Password));
        using var answer = await browser.GetAsync(browser.LeadsTo(loggedIn)!);
        return browser.LeadsTo(answer)!;
    }

    public async Task DisposeAsync()
    {
        await _console.DisposeAsync();
        Provider.Dispose();
    }
}
