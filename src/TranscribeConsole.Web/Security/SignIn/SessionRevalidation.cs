using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>Asks in every circuit whether its session is still there, and belongs to whom it did, with the same role.</summary>
internal sealed class SessionRevalidation(Sessions sessions, CurrentUser users, ILoggerFactory loggers) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(15);

    // Another role takes another circuit: what this one shows was made for the old one. The request that begins it knows better.
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return SessionCookie.HashOf(authenticationState.User) is { } hash
                && await sessions.FindAsync(hash, active: false, cancellationToken) is { } now
                && now.Caller == users.Find(authenticationState.User);
        }
        catch (Exception e) when (DatabaseFailure.Of(e) is not null)
        {
            return true; // not known: the page stays as it is, and CircuitSessions takes its connection until it is
        }
    }
}
