using Microsoft.AspNetCore.Components.Authorization;
using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Security;

/// <summary>Who makes the request of this scope, or sits before its circuit.</summary>
internal sealed class CallerSource(CurrentUser current, IHttpContextAccessor accessor, AuthenticationStateProvider pages, IServiceProvider scope) : ICallerSource
{
    // A circuit has a scope of its own, and a user who may change; whatever request is at hand while it works is another's.
    public async ValueTask<Caller> GetAsync() =>
        accessor.HttpContext is { } request && ReferenceEquals(request.RequestServices, scope) ? current.Of(request) : await current.OfAsync(pages);
}
