using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Vocabularies;

namespace TranscribeConsole.Services.Tests.Vocabularies;

public sealed class PhraseRulesTests
{
    private readonly PhraseRules _rules = new(ServiceLimits.Load());

    [Theory]
    [InlineData("Lake-Tahoe", "en-US")]
    [InlineData("A.B.C.-s", "en-US")]
    [InlineData("O'Brien", "en-GB")]
    [InlineData("Größe", "de-DE")]
    [InlineData("Čapek", "cs-CZ")]
    [InlineData("Москва", "ru-RU")]
    [InlineData("北京", "zh-CN")]
    [InlineData("कार्यालय", "hi-IN")]
    [InlineData("ひらがな", "ja-JP")]
    public void Phrase_of_the_language_passes(string phrase, string language) => Assert.Null(_rules.Check(new(phrase), language));

    [Theory]
    [InlineData("Lake Tahoe", "en-US", "A phrase has no spaces: join its words by hyphens.", "Lake-Tahoe")]
    [InlineData("B2B", "en-US", "A phrase has no digits: spell the number out.", "B-two-B")]
    [InlineData("Étienne", "en-US", "The character É is none of the English letters; a phrase has letters, hyphens, apostrophes and periods.", "Etienne")]
    [InlineData("AT&T", "en-US", "The character & is none of the English letters; a phrase has letters, hyphens, apostrophes and periods.", "AT-and-T")]
    [InlineData("Москва", "de-DE", "The character М is none of the Latin letters; a phrase has letters, hyphens, apostrophes and periods.", null)]
    [InlineData("-", "en-US", "A phrase has at least one letter.", null)]
    [InlineData("Klasse 7", "de-DE", "A phrase has no spaces: join its words by hyphens.", null)]
    [InlineData("François & Søn", "en-US", "A phrase has no spaces: join its words by hyphens.", "Francois-and-Son")]
    public void Broken_rule_is_told_with_what_would_pass(string phrase, string language, string message, string? suggestion)
    {
        var problem = _rules.Check(new(phrase), language);

        Assert.Equal((message, suggestion), (problem!.Message, problem.Suggestion));
    }

    [Fact]
    public void Missing_phrase_is_suggested_from_what_is_displayed()
    {
        var problem = _rules.Check(new("", "Lake Tahoe"), "en-US");

        Assert.Equal(("Enter the phrase that is spoken.", "Lake-Tahoe"), (problem!.Message, problem.Suggestion));
    }

    [Theory]
    [InlineData(256, null)]
    [InlineData(257, "The phrase has 257 characters; it can have up to 256.")]
    public void Phrase_has_up_to_256_characters(int length, string? message) => Assert.Equal(message, _rules.Check(new(new string('a', length)), "en-US")?.Message);

    [Theory]
    [InlineData("CLI", "C.L.I.")]
    [InlineData("CEOs", "C.E.O.-s")]
    [InlineData("C.L.I.", null)]
    [InlineData("Lake", null)]
    public void Acronym_without_periods_gets_advice(string phrase, string? suggestion) => Assert.Equal(suggestion, _rules.Advise(new(phrase), "en-US")?.Suggestion);
}
