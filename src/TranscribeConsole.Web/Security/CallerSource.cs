using Microsoft.AspNetCore.Components.Authorization;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Security.Sharing;

namespace TranscribeConsole.Web.Security;

/// <summary>Who makes the request of this scope, or sits before its circuit.</summary>
internal sealed class CallerSource(CurrentUser current, IHttpContextAccessor accessor, AuthenticationStateProvider pages, IServiceProvider scope) : ICallerSource
{
    // A circuit has a scope of its own, and a user who may change; whatever request is at hand while it works is another's.
    public async ValueTask<Caller> GetAsync()
    {
        if (accessor.HttpContext is not { } request || !ReferenceEquals(request.RequestServices, scope)) return await current.OfAsync(pages);
        return SharedVisit.Of(request)?.Open.Caller ?? current.Of(request); // by a link nobody may more than the link says, whoever has signed in
    }
}
