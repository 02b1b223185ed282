using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Services.Tests.Accounts;

public sealed class PasswordStrengthTests
{
    [Theory]
    [InlineData("password12345", "a password that everybody knows")]
    [InlineData("P@ssw0rd1234!", "a password that everybody knows")]
    [InlineData("iloveyou-iloveyou", "a password that everybody knows")]
    [InlineData("1qaz2wsx3edc4rfv", "a password that everybody knows")]
    [InlineData("thequickbrownfox", "common words or names")]
    [InlineData("JenniferMichael", "common words or names")]
    [InlineData("zzzzzzzzzzzzz", "repetition")]
    [InlineData("xkcqzxkcqzxkcqz", "repetition")]
    [InlineData("qwertyqwertyqwertyqwertyqwertyqwerty", "repetition")]
    [InlineData("abcdefghijklmnop", "a sequence")]
    [InlineData("9876543210987", "a sequence")]
    [InlineData("cvbnm,./lkjh", "keys that lie side by side")]
    [InlineData("19840512_1984", "a date")]
    [InlineData("12.05.1984-ab", "a date")]
    [InlineData("transcribeconsole", "a word of this console")]
    [InlineData("Ana.Karenina12", "your name")]
    [InlineData("anakarenina2024", "your name")]
    [InlineData("correcthorsebatterystaple", "a word of this console")]
    public void Password_that_is_guessed_soon_is_refused_and_the_sentence_says_what_was_found(string password, string found)
    {
        var sentence = AccountRules.FaultOfPassword(password, "ana.karenina", "Ana Karenina");
        Assert.StartsWith("Password is easy to guess: ", sentence, StringComparison.Ordinal);
        Assert.Contains(found, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(password, sentence, StringComparison.OrdinalIgnoreCase); // it is shown in clear
    }

    [Theory]
    [InlineData("a horse in the meadow")]
    [InlineData("violet kettle often sings")]
    [InlineData("kX9#mQ2$vL7!")]
    [InlineData("Zwölf Boxkämpfer jagen")]
    [InlineData("Съешь же ещё этих мягких")]
    [InlineData("正しい馬電池ホチキス十二字")]
    public void Password_that_takes_long_to_guess_is_taken(string password) => Assert.Null(AccountRules.FaultOfPassword(password, "ana", "Ana"));

    [Fact]
    public void Every_known_password_that_is_long_enough_is_refused()
    {
        using var lines = new StreamReader(typeof(Zxcvbn.Zxcvbn).Assembly.GetManifestResourceStream("zxcvbn-core.Dictionaries.passwords.lst")!);
        var known = lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.True(known.Length >= 3_000);
        var (longEnough, taken) = (0, new List<string>());
        foreach (var password in known.Where(password => password.Length >= AccountRules.MinPasswordLength))
        {
            longEnough++;
            if (AccountRules.FaultOfPassword(password, null, null) is null || AccountRules.FaultOfPassword(password.ToUpperInvariant(), null, null) is null) taken.Add(password);
        }

        Assert.True(longEnough > 20, $"{longEnough}");
        Assert.Empty(taken);
    }

    [Theory]
    [InlineData("4@8({[<369&#!i1|/7l0$5+7%2")]
    [InlineData("qwerasdfzxcv")]
    [InlineData("a\u0301\U0001F600")]
    public void Longest_password_is_looked_at_in_part_alone(string text)
    {
        // What the library does grows faster than the text: of the whole it would take seconds and gigabytes.
        var before = GC.GetAllocatedBytesForCurrentThread();
        AccountRules.FaultOfPassword(string.Concat(Enumerable.Repeat(text, 80))[..255] + "~", null, null);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150L << 20);
    }

    [Fact]
    public async Task Several_passwords_are_looked_at_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => AccountRules.FaultOfPassword(n % 2 == 0 ? "password12345" : "violet kettle often sings", $"user{n}", "Ana"))));
        Assert.All(answers.Where((_, n) => n % 2 == 0), Assert.NotNull);
        Assert.All(answers.Where((_, n) => n % 2 == 1), Assert.Null);
    }
}
