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
    public const string PasswordHint = "12 to 256 characters. Not the sign-in name, and not a password that everybody knows.";

    public const string SignInNameHint = "2 to 64 characters: letters A to Z, digits and . _ - @ +. Upper and lower case are the same.";

    // ASCII alone: no two names look alike, and each is typed on every keyboard.
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-@+");

    // The commonest of published lists that are long enough for the other rule.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "123456789012", "1234567890123", "12345678901234", "123456789123", "1234567890ab", "111111111111", "000000000000", "121212121212", "123123123123",
        "123321123321", "147258369147", "987654321098", "aaaaaaaaaaaa", "abcdefghijkl", "abcdefghijklm", "abcd1234abcd", "abc123abc123", "1q2w3e4r5t6y",
        "1q2w3e4r5t6y7u", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "qazwsxedcrfv", "qwerty123456", "qwerty12345678", "qwertyqwerty", "qwertyuiop12",
        "qwertyuiop123", "qwertyuiop[]", "qwertyuiopasdf", "asdfghjkl123", "asdfghjklqwerty", "zxcvbnm12345", "passwordpassword", "password1234",
        "password12345", "password123456", "password@123", "passw0rd1234", "p@ssw0rd1234", "p@ssword1234", "mypassword123", "changeme1234",
        "changemechangeme", "letmeinletmein", "letmein12345", "welcome12345", "welcomewelcome", "administrator", "administrator1", "administrator123",
        "admin1234567", "adminadminadmin", "superman1234", "iloveyou1234", "iloveyouiloveyou", "monkey123456", "dragon123456", "football1234",
        "baseball1234", "sunshine1234", "princess1234", "trustno1trustno1", "correcthorsebatterystaple", "transcribeconsole", "transcription",
    };

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

    public static string? FaultOfPassword(string? password, string? signInName)
    {
        if (password is not { Length: >= MinPasswordLength and <= MaxPasswordLength }) return "Password must be 12 to 256 characters long.";
        if (string.Equals(password.Trim(), signInName?.Trim(), StringComparison.OrdinalIgnoreCase)) return "Password must not be the sign-in name.";
        return Common.Contains(password) || password.Distinct().Count() < 3 ? "Password must not be one that everybody knows. Choose another one." : null;
    }
}
