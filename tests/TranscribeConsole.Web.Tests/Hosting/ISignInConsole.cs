using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>A console where people sign in, in whatever way.</summary>
public interface ISignInConsole
{
    IServiceProvider Services { get; }

    /// <summary>Somebody who may sign in.</summary>
    Task AddAsync(string name, Role role);

    ConsoleBrowser Open();

    /// <summary>A browser in which somebody has signed in.</summary>
    Task<ConsoleBrowser> OpenAsync(string name);
}
