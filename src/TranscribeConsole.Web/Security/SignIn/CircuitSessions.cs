using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>
/// What somebody does in a page counts as the session's activity, although no request is made for it. Once the session has ended nothing
/// is done any more.
/// </summary>
internal sealed class CircuitActivity(AuthenticationStateProvider state, Sessions sessions) : CircuitHandler
{
    private readonly Turns _turns = new();

    // The framework hands the browser's messages over one after the other and does not wait: of two keys the second must not be first.
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context => _turns.TakeAsync(MayActAsync, () => next(context));

    private async Task<bool> MayActAsync() =>
        SessionCookie.HashOf((await state.GetAuthenticationStateAsync()).User) is { } hash && await IsAliveAsync(hash);

    // Not known while the database does not answer: what somebody does then meets it as well and says so, where an exception here would end the page.
    private async Task<bool> IsAliveAsync(string hash)
    {
        try
        {
            return await sessions.FindAsync(hash, active: true, CancellationToken.None) is not null;
        }
        catch (Exception e) when (DatabaseFailure.Of(e) is not null)
        {
            return true;
        }
    }
}

/// <summary>
/// Cuts the connection of a circuit whose session has ended. The page goes to the sign-in page by itself; this is for a browser that does not.
/// </summary>
internal static class CircuitSessions
{
    private static readonly PathString Circuit = "/_blazor";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    // The page's own check runs as often, and has the first word.
    private const int Misses = 2;

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.WebSockets.IsWebSocketRequest || !context.Request.Path.StartsWithSegments(Circuit) || SessionCookie.HashOf(context.User) is not { } hash)
        {
            await next(context);
            return;
        }

        using var closed = new CancellationTokenSource();
        var watch = WatchAsync(context, hash, closed.Token);
        try
        {
            await next(context);
        }
        finally
        {
            await closed.CancelAsync();
            await watch;
        }
    }

    // A session that can't be looked up is gone, too: the browser connects again as soon as it can be, and its page goes on.
    private static async Task<bool> IsGoneAsync(Sessions sessions, string hash, CancellationToken cancellationToken)
    {
        try
        {
            return await sessions.FindAsync(hash, active: false, cancellationToken) is null;
        }
        catch (Exception e) when (DatabaseFailure.Of(e) is not null)
        {
            return true;
        }
    }

    private static async Task WatchAsync(HttpContext context, string hash, CancellationToken cancellationToken)
    {
        var sessions = context.RequestServices.GetRequiredService<Sessions>();
        using var timer = new PeriodicTimer(Interval, context.RequestServices.GetRequiredService<TimeProvider>());
        try
        {
            for (var misses = 0; misses < Misses && await timer.WaitForNextTickAsync(cancellationToken);)
                misses = await IsGoneAsync(sessions, hash, cancellationToken) ? misses + 1 : 0;
            context.Abort();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The page was closed first.
        }
    }
}
