using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>The vocabulary and the vocabulary filter that a job names, as they are when it runs.</summary>
internal sealed class JobWords(WordListStore lists)
{
    /// <summary>Null when the job names none.</summary>
    /// <exception cref="MediaFailureException">One of them is gone or no longer fit for use; the sentence is the job's FailureReason.</exception>
    public async Task<WordRules?> LoadAsync(StoredJob job, CancellationToken cancellationToken)
    {
        var settings = job.Request.Settings;
        if (settings?.VocabularyName is null && settings?.VocabularyFilterName is null) return null;
        var entries = Array.Empty<VocabularyEntry>() as IReadOnlyList<VocabularyEntry>;
        var words = Array.Empty<string>() as IReadOnlyList<string>;
        if (settings.VocabularyName is { } vocabulary && await ReadAsync(job, WordListKind.Vocabulary, vocabulary, cancellationToken) is { } phrases)
            entries = VocabularyText.Read(phrases, job.Request.LanguageCode!).Entries;
        if (settings.VocabularyFilterName is { } filter && await ReadAsync(job, WordListKind.VocabularyFilter, filter, cancellationToken) is { } filtered)
            words = VocabularyFilterText.Read(filtered).Words;
        return new WordRules(entries, words, MethodOf(settings.VocabularyFilterMethod));
    }

    // Null: of another language than the job, which the service passes over in silence.
    private async Task<byte[]?> ReadAsync(StoredJob job, string kind, string name, CancellationToken cancellationToken)
    {
        while (lists.Find(kind, name) is { } list)
        {
            if (list.State != VocabularyState.Ready)
                throw new MediaFailureException($"The vocabulary {name} that the job names was changed and is not ready. Start the job again when it is.");
            if (list.LanguageCode != job.Request.LanguageCode) return null;
            if (await lists.ReadAsync(list, cancellationToken) is { } text) return text; // else it was replaced between the two looks
        }

        throw Gone(kind, name);
    }

    private static MediaFailureException Gone(string kind, string name) => new(
        $"The {(kind == WordListKind.Vocabulary ? "vocabulary" : "vocabulary filter")} {name} that the job names was deleted. Start the job again with another.");

    private static VocabularyFilterMethod MethodOf(string? wireValue) => wireValue switch
    {
        "remove" => VocabularyFilterMethod.Remove,
        "tag" => VocabularyFilterMethod.Tag,
        _ => VocabularyFilterMethod.Mask,
    };
}
