using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Transcribe.Wire;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>The vocabulary and the vocabulary filter that a job names, as they are when it runs.</summary>
internal sealed class JobWords(WordListStore lists)
{
    /// <summary>By language code: of the job's language, or of each that may be identified.</summary>
    /// <exception cref="MediaFailureException">One of them is gone or no longer fit for use; the sentence is the job's FailureReason.</exception>
    public async Task<IReadOnlyDictionary<string, LanguageWords>> LoadAsync(StoredJob job, CancellationToken cancellationToken)
    {
        var method = MethodOf(job.Request.Settings?.VocabularyFilterMethod);
        var words = new Dictionary<string, LanguageWords>();
        foreach (var names in NamesOf(job.Request))
        {
            if (names.Vocabulary is null && names.Filter is null) continue;
            words[names.LanguageCode] = await LoadAsync(names, method, cancellationToken);
        }

        return words;
    }

    private async Task<LanguageWords> LoadAsync(Names names, VocabularyFilterMethod method, CancellationToken cancellationToken)
    {
        IReadOnlyList<VocabularyEntry> entries = [];
        IReadOnlyList<string> filtered = [];
        if (names.Vocabulary is { } vocabulary && await ReadAsync(names, WordListKind.Vocabulary, vocabulary, cancellationToken) is { } phrases)
            entries = VocabularyText.Read(phrases, names.LanguageCode).Entries;
        if (names.Filter is { } filter && await ReadAsync(names, WordListKind.VocabularyFilter, filter, cancellationToken) is { } text)
            filtered = VocabularyFilterText.Read(text).Words;
        return new(new WordRules(entries, filtered, method), [.. entries.Select(entry => entry.Written)]);
    }

    private static IEnumerable<Names> NamesOf(StartTranscriptionJobRequest request)
    {
        if (request.LanguageCode is { } code) yield return new(code, request.Settings?.VocabularyName, request.Settings?.VocabularyFilterName);
        foreach (var (option, settings) in request.LanguageIdSettings ?? new Dictionary<string, LanguageIdSettings?>())
            yield return new(option, settings?.VocabularyName, settings?.VocabularyFilterName);
    }

    // Null: of another language than the job, which the service passes over in silence.
    private async Task<byte[]?> ReadAsync(Names names, string kind, string name, CancellationToken cancellationToken)
    {
        while (lists.Find(kind, name) is { } list)
        {
            if (list.State != VocabularyState.Ready)
                throw new MediaFailureException($"The vocabulary {name} that the job names was changed and is not ready. Start the job again when it is.");
            if (list.LanguageCode != names.LanguageCode) return null;
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

    private sealed record Names(string LanguageCode, string? Vocabulary, string? Filter);
}
