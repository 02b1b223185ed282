using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace TranscribeConsole.OidcServer;

/// <summary>What a test tells the provider.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/control/user", (User user, Users users) => users.Set(user));
        routes.MapPut("/control/wrong", (Wrong wrong, Behaviour behaviour) => behaviour.Wrong = wrong);
        routes.MapPut("/control/client", async (Client client, IOpenIddictApplicationManager applications, Behaviour behaviour) =>
        {
            behaviour.ClientSecret = client.Secret;
            if (await applications.FindByClientIdAsync(client.Id) is { } old) await applications.DeleteAsync(old);
            await applications.CreateAsync(DescriptorOf(client));
        });
    }

    private static OpenIddictApplicationDescriptor DescriptorOf(Client client)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = client.Id,
            ClientSecret = client.Secret,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code, Permissions.Scopes.Profile, Permissions.Scopes.Email,
            },
        };
        foreach (var origin in client.Origins)
        {
            descriptor.RedirectUris.Add(new Uri(new Uri(origin), "signin-oidc"));
            descriptor.PostLogoutRedirectUris.Add(new Uri(new Uri(origin), "signed-out"));
        }

        return descriptor;
    }

    /// <param name="Origins">Where the console is reached.</param>
    private sealed record Client(string Id, string Secret, IReadOnlyList<string> Origins);
}
