using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticAssets;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Web.Components.Pages;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.Limiting;

/// <summary>How often somebody may ask. Where nobody signs in there is one person, and no limit.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection(LimitsOptions.Section).Get<LimitsOptions>() ?? new();
        builder.Services.AddSingleton(limits).AddSingleton(new DailySettings(limits.UploadBytesPerDay, limits.JobsPerDay)).AddSingleton<DailyLimits>();
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = async (rejected, _) => await RefuseAsync(rejected.HttpContext, rejected.Lease);
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsFree(context) ? RateLimitPartition.GetNoLimiter("") : PerMinute(Who(context), limits.RequestsPerMinute)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsGuess(context) ? PerMinute(Address(context), limits.SignInsPerMinute) : RateLimitPartition.GetNoLimiter("")));
        });
    }

    /// <summary>After authentication, which says whose request it is.</summary>
    public static void UseLimits(this WebApplication app)
    {
        if (app.Services.GetRequiredService<CurrentUser>().IsSignInNeeded) app.UseRateLimiter();
    }

    private static RateLimitPartition<string> PerMinute(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });

    // Files that are the same for everybody, what asks whether the server is well, and the page that tells of a request that was counted.
    private static bool IsFree(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || context.Request.Path.StartsWithSegments("/health")
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool IsGuess(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<LimitedGuessesAttribute>() is not null;

    private static string Who(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentUser>().Find(context.User) is { } caller ? $"person {caller.Id}" : Address(context);

    // A household or a machine has a whole network of 64 bits in IPv6.
    private static string Address(HttpContext context)
    {
        if (ClientAddress.Of(context) is not { } address) return "address";
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"address {new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}" : $"address {address}";
    }

    private static async Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var seconds = (int)Math.Ceiling((lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window).TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            await new RazorComponentResult<TooManyRequests>(new { Seconds = seconds }) { StatusCode = StatusCodes.Status429TooManyRequests }.ExecuteAsync(context);
        else
            await TypedResults.Problem($"Too many requests. Try again in {seconds} seconds.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }
}
