using System.Buffers;
using System.Globalization;

namespace TranscribeConsole.Services.Accounts;

/// <summary>What names and passwords must be; each fault is a sentence that names field and rule.</summary>
public static class AccountRules
{
    public const int MinPasswordLength = 12;

    public const int MaxPasswordLength = 256;

    public const int MaxSignInNameLength = 64;

    public const int MaxDisplayNameLength = 100;

    /// <summary>Of passwords for the hint under a field.</summary>
    public const string PasswordHint = "12 to 256 characters. Not the sign-in name, and nothing that is easy to guess: known passwords, names, dates, keyboard rows, repetitions.";

    public const string SignInNameHint = "2 to 64 characters: letters A to Z, digits and . _ - @ +. Upper and lower case are the same.";

    // ASCII alone: no two names look alike, and each is typed on every keyboard.
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-@+");

    /// <summary>The form in which names are compared.</summary>
    public static string Normalize(string signInName)
    {
        ArgumentNullException.ThrowIfNull(signInName);
        return signInName.Trim().ToUpperInvariant();
    }

    public static string? FaultOfSignInName(string? name) =>
        name?.Trim() is { Length: >= 2 and <= MaxSignInNameLength } trimmed && !trimmed.AsSpan().ContainsAnyExcept(NameCharacters)
            ? null
            : "Sign-in name must be 2 to 64 characters long and of the letters A to Z, digits and . _ - @ + alone.";

    public static string? FaultOfDisplayName(string? name) =>
        name?.Trim() is { Length: >= 1 and <= MaxDisplayNameLength } trimmed && !trimmed.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            ? null
            : "Name must be 1 to 100 characters long, without line breaks and other control characters.";

    /// <param name="displayName">Null: it is not known.</param>
    public static string? FaultOfPassword(string? password, string? signInName, string? displayName)
    {
        if (password is not { Length: >= MinPasswordLength and <= MaxPasswordLength }) return "Password must be 12 to 256 characters long.";
        if (string.Equals(password.Trim(), signInName?.Trim(), StringComparison.OrdinalIgnoreCase)) return "Password must not be the sign-in name.";
        return PasswordStrength.FaultOf(password, signInName, displayName) is { } found
            ? $"Password is easy to guess: it is mostly {found}. Take several words that have nothing to do with each other, or what a password manager makes."
            : null;
    }
}
