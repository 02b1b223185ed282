using Microsoft.AspNetCore.Identity;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>ASP.NET Core Identity's hashes: PBKDF2 with HMAC-SHA512 and a salt of their own.</summary>
internal sealed class IdentityPasswords : IPasswordHashes
{
    // What OWASP asks of PBKDF2 with SHA-512; the framework's own default is half of it.
    private const int Iterations = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    // The hasher takes the account for those who derive from it, and does not look at it.
    public string Hash(string password) => _hasher.HashPassword(null!, password);

    public PasswordAnswer Verify(string hash, string password) => _hasher.VerifyHashedPassword(null!, hash, password) switch
    {
        PasswordVerificationResult.Success => PasswordAnswer.Right,
        PasswordVerificationResult.SuccessRehashNeeded => PasswordAnswer.RightOfOldHash,
        _ => PasswordAnswer.Wrong,
    };
}
