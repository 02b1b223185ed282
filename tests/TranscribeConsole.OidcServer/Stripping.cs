using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace TranscribeConsole.OidcServer;

/// <summary>Takes the signature of ID tokens away after they were signed, if a test has asked for it: the header still names an algorithm.</summary>
internal sealed class Stripping(Behaviour behaviour) : IOpenIddictServerHandler<OpenIddictServerEvents.GenerateTokenContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.GenerateTokenContext context)
    {
        if (context.TokenType == TokenTypeIdentifiers.IdentityToken && behaviour.Wrong.Signature == "stripped" && context.Token is { } token)
            context.Token = token[..(token.LastIndexOf('.') + 1)];
        return ValueTask.CompletedTask;
    }
}
