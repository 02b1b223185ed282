using Microsoft.AspNetCore.Authorization;
using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>At least this role.</summary>
internal sealed record RoleRequirement(Role Role) : IAuthorizationRequirement;

/// <summary>Where nobody signs in, everybody has every role.</summary>
internal sealed class RoleCheck(CurrentUser users) : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (users.Find(context.User)?.Is(requirement.Role) == true) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
