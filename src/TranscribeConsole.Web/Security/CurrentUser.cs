using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security;

/// <summary>Who makes a request, or sits before a circuit.</summary>
internal sealed class CurrentUser(IOptions<SecurityOptions> security)
{
    /// <summary>Type of the claim with <see cref="Caller.SignInName"/>.</summary>
    public const string SignInName = "sign-in-name";

    /// <summary>Whether people have to sign in.</summary>
    public bool IsSignInNeeded { get; } = security.Value.Mode != SecurityMode.None;

    /// <summary>Null: nobody has signed in although somebody must.</summary>
    public Caller? Find(ClaimsPrincipal user)
    {
        if (!IsSignInNeeded) return Caller.Anyone;
        return user.Identity?.IsAuthenticated == true && user.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id
            && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
                ? new Caller(id, user.Identity.Name ?? id, role) { SignInName = user.FindFirstValue(SignInName) ?? id }
                : null;
    }

    /// <exception cref="InvalidOperationException">Nobody has signed in although somebody must: the endpoint lets in who it should not.</exception>
    public Caller Of(ClaimsPrincipal user) => Find(user) ?? throw new InvalidOperationException("Nobody has signed in.");

    public Caller Of(HttpContext context) => Of(context.User);

    /// <summary>Of a page: while it is prerendered and in its circuit.</summary>
    public async Task<Caller> OfAsync(AuthenticationStateProvider pages) => Of((await pages.GetAuthenticationStateAsync()).User);
}
