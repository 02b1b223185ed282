using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Web.Security.Sharing;

namespace TranscribeConsole.Web.Security.Auditing;

/// <summary>Who makes the request of this scope, or sits before its circuit, and from which address.</summary>
internal sealed class AuditSource(CurrentUser users, IHttpContextAccessor accessor, AuthenticationStateProvider pages, IServiceProvider scope) : IAuditSource
{
    // As in CallerSource: whatever request is at hand while a circuit works is another's.
    public async ValueTask<AuditOrigin> GetAsync()
    {
        if (accessor.HttpContext is not { } request || !ReferenceEquals(request.RequestServices, scope)) return AuditRequests.OriginOf(users, (await pages.GetAuthenticationStateAsync()).User);
        return SharedVisit.Of(request)?.Origin ?? AuditRequests.OriginOf(users, request.User);
    }
}

/// <summary>Says of each request who makes it.</summary>
internal static class AuditRequests
{
    private const string Address = "address";

    /// <summary>After forwarded headers and authentication. The address goes along with the user, which is all that a circuit keeps of its request.</summary>
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (ClientAddress.Of(context) is { } address) context.User.AddIdentity(new ClaimsIdentity([new Claim(Address, address.ToString())]));
        var services = context.RequestServices;
        services.GetRequiredService<AuditOrigins>().Current = OriginOf(services.GetRequiredService<CurrentUser>(), context.User);
        await next(context);
    }

    public static AuditOrigin OriginOf(CurrentUser users, ClaimsPrincipal user) =>
        new(users.Find(user)?.SignInName.ToLowerInvariant() ?? "", user.FindFirstValue(Address) ?? "");
}

/// <summary>Says of what somebody does in a page who it is.</summary>
internal sealed class AuditCircuit(IAuditSource source, AuditOrigins origins) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        origins.Current = await source.GetAsync();
        await next(context);
    };
}
