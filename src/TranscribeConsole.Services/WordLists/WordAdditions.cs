using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;

namespace TranscribeConsole.Services.WordLists;

/// <summary>Adds a word to a vocabulary or filter that others may be changing at the same moment.</summary>
/// <remarks>
/// The service replaces such a list as a whole and takes no condition. Those who add by this console wait for each other; what somebody else
/// has saved between the reading and the writing is seen by its time and read again.
/// </remarks>
public sealed class WordAdditions(CustomVocabularies vocabularies, CustomVocabularyFilters filters, ResourceForms rules)
{
    private const int Attempts = 3;

    private readonly NamedLocks _locks = new();

    /// <summary>Adds the entry; one with the same phrase is replaced.</summary>
    /// <exception cref="AwsFailureException">NotFound: the vocabulary is gone. BadRequest: it would break a rule. Conflict: others keep changing it.</exception>
    public Task AddToVocabularyAsync(string name, VocabularyEntry entry, CancellationToken cancellationToken) => AddAsync("vocabulary", name, async () =>
    {
        var found = await vocabularies.FindAsync(name, cancellationToken) ?? throw Gone("vocabulary", name);
        var stored = await vocabularies.EntriesAsync(name, cancellationToken) ?? throw Gone("vocabulary", name);
        // Saving writes every entry anew: one that can't be read would be lost.
        if (stored.Problems.Count > 0) throw new AwsFailureException(AwsFailureKind.BadRequest, $"The vocabulary {name} has lines that can't be read. Open it and edit it there.");
        var form = new VocabularyForm { Name = name, LanguageCode = found.LanguageCode, Entries = [.. stored.Entries.Where(old => old.Phrase != entry.Phrase), entry] };
        ThrowIfBroken(rules.Check(form));
        if ((await vocabularies.FindAsync(name, cancellationToken))?.LastModified != found.LastModified) return false;
        await vocabularies.UpdateAsync(form, cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>Adds the word.</summary>
    /// <inheritdoc cref="AddToVocabularyAsync" path="/exception"/>
    public Task AddToFilterAsync(string name, string word, CancellationToken cancellationToken) => AddAsync("vocabulary filter", name, async () =>
    {
        var found = await filters.FindAsync(name, cancellationToken) ?? throw Gone("vocabulary filter", name);
        var stored = await filters.TextAsync(name, cancellationToken) ?? throw Gone("vocabulary filter", name);
        var form = new VocabularyFilterForm { Name = name, LanguageCode = found.LanguageCode, Words = [.. FilterWords.Lines(stored), word] };
        ThrowIfBroken(rules.Check(form));
        if ((await filters.FindAsync(name, cancellationToken))?.LastModified != found.LastModified) return false;
        await filters.UpdateAsync(form, cancellationToken);
        return true;
    }, cancellationToken);

    private async Task AddAsync(string noun, string name, Func<Task<bool>> tryAsync, CancellationToken cancellationToken)
    {
        using var turn = await _locks.EnterAsync($"{noun} {name}", cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
            if (await tryAsync()) return;
        throw new AwsFailureException(AwsFailureKind.Conflict, $"Others are changing the {noun} {name} at this moment. Try again.");
    }

    private static void ThrowIfBroken(IReadOnlyList<FieldError> errors)
    {
        if (errors is [var fault, ..]) throw new AwsFailureException(AwsFailureKind.BadRequest, fault.Message);
    }

    private static AwsFailureException Gone(string noun, string name) => new(AwsFailureKind.NotFound, $"The {noun} {name} was deleted meanwhile. Choose another.");
}
