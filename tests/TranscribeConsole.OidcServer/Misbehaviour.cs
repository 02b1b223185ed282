using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace TranscribeConsole.OidcServer;

/// <summary>Spoils ID tokens in the last moment before they are signed, as far as a test has asked for.</summary>
internal sealed class Misbehaviour(Behaviour behaviour) : IOpenIddictServerHandler<OpenIddictServerEvents.GenerateTokenContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.GenerateTokenContext context)
    {
        if (context.TokenType != TokenTypeIdentifiers.IdentityToken) return ValueTask.CompletedTask;
        var (token, wrong) = (context.SecurityTokenDescriptor, behaviour.Wrong);
        if (wrong.Issuer is not null) token.Issuer = wrong.Issuer;
        if (wrong.Audience is not null) token.Claims[Claims.Audience] = wrong.Audience;
        if (wrong.NoNonce) foreach (var nonce in token.Subject.FindAll(Claims.Nonce).ToList()) token.Subject.RemoveClaim(nonce);
        token.SigningCredentials = wrong.Signature switch
        {
            "foreign" => new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = token.SigningCredentials.Key.KeyId }, SecurityAlgorithms.RsaSha256),
            "secret" => new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(behaviour.ClientSecret)), SecurityAlgorithms.HmacSha256),
            "none" => null,
            _ => token.SigningCredentials,
        };
        return ValueTask.CompletedTask;
    }
}
