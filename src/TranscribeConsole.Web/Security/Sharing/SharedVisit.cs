using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Sharing;

namespace TranscribeConsole.Web.Security.Sharing;

/// <summary>A request that came by a share link which is good, as far as the database knows.</summary>
/// <param name="Token">As it stands in the address.</param>
/// <param name="IsUnlocked">The link has no password, or this browser has told it.</param>
internal sealed record SharedVisit(OpenLink Open, string Token, bool IsUnlocked, AuditOrigin Origin)
{
    /// <summary>Null: the request is another one, or its link is not good.</summary>
    public static SharedVisit? Of(HttpContext context) => context.Features.Get<SharedVisit>();
}

/// <summary>A page or endpoint below the address of a share link.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BySharedLinkAttribute : Attribute;

/// <summary>Looks the link up for every page and endpoint that is reached by one, before anything is asked of them.</summary>
internal static class SharedVisits
{
    public const string Token = "token";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<BySharedLinkAttribute>() is not null && context.GetRouteValue(Token) is string token
            && await context.RequestServices.GetRequiredService<ShareLinks>().FindAsync(token, context.RequestAborted) is { } open)
        {
            var origin = open.From(ClientAddress.Of(context)?.ToString() ?? "");
            context.RequestServices.GetRequiredService<AuditOrigins>().Current = origin;
            context.Features.Set(new SharedVisit(open, token, context.RequestServices.GetRequiredService<SharedCookie>().Unlocks(context, open), origin));
        }

        await next(context);
    }
}
