using Zxcvbn.Matcher;

namespace TranscribeConsole.Services.Accounts;

/// <summary>Whether a password is guessed soon by who tries what people choose: common passwords and names, keyboard rows, dates, repetitions.</summary>
internal static class PasswordStrength
{
    /// <summary>Bits: some 70 thousand million guesses, which for who has the hash are a hundred years of one processor. Here the lock of the account allows five.</summary>
    private const double LeastEntropy = 36;

    /// <summary>What is looked at: the rest of a long password makes it no weaker, and the time grows with the square.</summary>
    private const int MaxLength = 64;

    private const string OwnWords = "user_inputs"; // as the library calls them
    private const string Passwords = "passwords";

    // Of this console, and what the best-known picture of a good password made a bad one.
    private static readonly string[] Known = ["transcribe", "transcription", "transcribeconsole", "console", "correcthorsebatterystaple"];

    // Its lists are read once, a tenth of a second and some megabytes, when the first password is chosen.
    private static readonly Lazy<Zxcvbn.Zxcvbn> Library = new(() => new Zxcvbn.Zxcvbn());

    /// <summary>What was found in it, as the end of a sentence; null: it takes enough guesses.</summary>
    /// <param name="names">The person's own, which others try first.</param>
    public static string? FaultOf(string password, params string?[] names)
    {
        var unit = RepeatedUnit(password);
        var looked = (unit ?? password)[..Math.Min(MaxLength, (unit ?? password).Length)];
        var result = Library.Value.EvaluatePassword(looked, Words(names));
        if (result.Entropy >= LeastEntropy) return null;
        var found = result.MatchSequence.Where(match => match.Token is { Length: > 2 }).OrderByDescending(match => match.Token.Length).Select(Describe)
            .Prepend(unit is null ? null : "repetition").OfType<string>().Distinct().Take(2).ToList();
        return found.Count == 0 ? "too few different characters" : string.Join(" and ", found);
    }

    private static IEnumerable<string> Words(string?[] names) => names.OfType<string>()
        .SelectMany(name => name.Split([' ', '.', '_', '-', '@', '+'], StringSplitOptions.RemoveEmptyEntries).Append(name))
        .Where(word => word.Length > 2).Select(word => word.Trim().ToLowerInvariant()).Concat(Known).Distinct();

    private static string? Describe(Zxcvbn.Match match) => match switch
    {
        DictionaryMatch { DictionaryName: OwnWords } => "your name or a word of this console",
        DictionaryMatch { DictionaryName: Passwords } => "a password that everybody knows",
        DictionaryMatch => "common words or names",
        SpatialMatch => "keys that lie side by side",
        SequenceMatch => "a sequence such as abc or 123",
        RepeatMatch => "repetition",
        { Pattern: "date" } => "a date",
        { Pattern: "year" } => "a year",
        { Pattern: "digits" } => "digits alone",
        _ => null,
    };

    // The shortest text that, said again and again, is the password; null: there is none. The library knows repeated characters alone.
    private static string? RepeatedUnit(string password)
    {
        for (var length = 1; length <= password.Length / 2; length++)
            if (password.AsSpan(length).SequenceEqual(password.AsSpan(0, password.Length - length))) return password[..length];
        return null;
    }
}
