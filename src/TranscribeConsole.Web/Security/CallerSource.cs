using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Security;

/// <summary>Who makes the request of this scope, or sits before its circuit.</summary>
internal sealed class CallerSource(CurrentUser current, AuthenticationStateProvider circuit) : ICallerSource
{
    private ClaimsPrincipal? _user;

    /// <summary>The scope is a request of that user; a circuit has none, and its user may change.</summary>
    public void Take(ClaimsPrincipal user) => _user = user;

    public async ValueTask<Caller> GetAsync() => _user is { } user ? current.Of(user) : await current.OfAsync(circuit);
}
