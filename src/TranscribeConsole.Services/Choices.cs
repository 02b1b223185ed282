using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.LanguageModels;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;

namespace TranscribeConsole.Services;

/// <summary>What the wizard's selects of vocabularies, filters and models offer, in one call each.</summary>
public sealed class Choices(CustomVocabularies vocabularies, CustomVocabularyFilters filters, CustomLanguageModels models, ServiceLimits limits)
{
    // Quotas of an account can be raised: ten times the default ends the reading, should the service give tokens for ever.
    private const int QuotaFactor = 10;

    /// <summary>Everything of the kind, the usable ones first, each group in the order of names.</summary>
    /// <param name="languageCode">The language that the job needs it for.</param>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<IReadOnlyList<NamedChoice>> AllAsync(ChoiceKind kind, string languageCode, CancellationToken cancellationToken)
    {
        var all = kind switch
        {
            ChoiceKind.Vocabulary => await ReadAsync(
                vocabularies.ListAsync, limits.Quotas.MaxVocabularies, vocabulary => Choice(vocabulary, languageCode), cancellationToken),
            ChoiceKind.VocabularyFilter => await ReadAsync(
                filters.ListAsync, limits.Quotas.MaxVocabularyFilters, filter => Choice(filter.Name, filter.LanguageCode, languageCode, null), cancellationToken),
            _ => await ReadAsync(models.ListAsync, limits.Quotas.MaxLanguageModels, model => Choice(model, languageCode), cancellationToken),
        };
        return [.. all.OrderByDescending(choice => choice.Usable).ThenBy(choice => choice.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>A sentence about those that are not usable, for example under the select; null: all are.</summary>
    public static string? LeftOut(ChoiceKind kind, string languageCode, IReadOnlyList<NamedChoice> choices)
    {
        var unusable = choices.Where(choice => !choice.Usable).ToList();
        var otherLanguage = unusable.Count(choice => choice.LanguageCode != languageCode);
        var notReady = unusable.Count - otherLanguage;
        string[] reasons =
        [
            .. otherLanguage > 0 ? [$"{otherLanguage} {(otherLanguage == 1 ? "is" : "are")} for another language"] : Array.Empty<string>(),
            .. notReady > 0 ? [$"{notReady} {(notReady == 1 ? "is" : "are")} not ready"] : Array.Empty<string>(),
        ];
        return unusable.Count == 0 ? null : $"{unusable.Count} {Noun(kind, unusable.Count)} can't be chosen: {string.Join(", ", reasons)}.";
    }

    private NamedChoice Choice(VocabularyInfo vocabulary, string languageCode) => Choice(
        vocabulary.Name, vocabulary.LanguageCode, languageCode, vocabulary.IsReady ? null : $"Its status is {vocabulary.StateText}; it must be Ready.");

    private NamedChoice Choice(LanguageModelInfo model, string languageCode) => Choice(
        model.Name, model.LanguageCode, languageCode, model.IsComplete ? null : $"Its status is {model.StatusText}; it must be Complete.");

    private NamedChoice Choice(string name, string itsLanguage, string languageCode, string? whyNot)
    {
        if (itsLanguage != languageCode) whyNot = $"It is for {limits.LanguageText(itsLanguage)}.";
        return new(name, itsLanguage, whyNot is null, whyNot);
    }

    private static async Task<List<NamedChoice>> ReadAsync<T>(
        Func<ResourceQuery, CancellationToken, Task<NamePage<T>>> list, int quota, Func<T, NamedChoice> choice, CancellationToken cancellationToken)
    {
        var all = new List<NamedChoice>();
        string? token = null;
        do
        {
            var page = await list(new ResourceQuery(NextToken: token, PageSize: int.MaxValue), cancellationToken);
            all.AddRange(page.Items.Select(choice));
            // An empty page that goes on counts too, so that a service that never ends is left.
            if (page.Items.Count == 0 && page.NextToken == token) break;
            token = page.NextToken;
        }
        while (token is not null && all.Count < quota * QuotaFactor);
        return all;
    }

    private static string Noun(ChoiceKind kind, int count) => (kind, count) switch
    {
        (ChoiceKind.Vocabulary, 1) => "vocabulary",
        (ChoiceKind.Vocabulary, _) => "vocabularies",
        (ChoiceKind.VocabularyFilter, 1) => "vocabulary filter",
        (ChoiceKind.VocabularyFilter, _) => "vocabulary filters",
        (_, 1) => "custom language model",
        _ => "custom language models",
    };
}
