using Microsoft.AspNetCore.Authorization;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>A page or an endpoint for people of this role and those above it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsAttribute(Role role) : AuthorizeAttribute(role.ToString())
{
    public Role Role { get; } = role;
}

/// <summary>A page that is there only where people sign in.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WithSignInAttribute : Attribute
{
    public WithSignInAttribute()
    {
    }

    /// <param name="mode">Where they sign in in another way it is not there either.</param>
    public WithSignInAttribute(SecurityMode mode) => Mode = mode;

    public SecurityMode? Mode { get; }
}
