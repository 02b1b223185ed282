using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Security.SignIn;

internal static class RoleEndpoints
{
    /// <summary>Only people of this role and those above it; everybody where nobody signs in.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, Role role) where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(role.ToString());
}
