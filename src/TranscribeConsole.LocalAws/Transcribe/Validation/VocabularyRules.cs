using TranscribeConsole.LocalAws.Transcribe.Wire;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Transcribe.Validation;

/// <summary>What a job names must be there and fit for use when it starts.</summary>
internal sealed class VocabularyRules(WordListStore lists)
{
    /// <exception cref="Protocols.ServiceErrorException">BadRequestException: not found, or not ready.</exception>
    public void Check(StartTranscriptionJobRequest request)
    {
        Check(request.Settings?.VocabularyName, request.Settings?.VocabularyFilterName);
        foreach (var settings in request.LanguageIdSettings?.Values ?? []) Check(settings?.VocabularyName, settings?.VocabularyFilterName);
    }

    private void Check(string? vocabularyName, string? filterName)
    {
        if (vocabularyName is not null)
        {
            var vocabulary = lists.Find(WordListKind.Vocabulary, vocabularyName) ?? throw TranscribeErrors.VocabularyNotFound();
            if (vocabulary.State != VocabularyState.Ready)
                throw TranscribeErrors.BadRequest($"The requested vocabulary is {vocabulary.State}. Only a vocabulary that is READY can be used.");
        }

        if (filterName is not null && lists.Find(WordListKind.VocabularyFilter, filterName) is null) throw TranscribeErrors.VocabularyFilterNotFound();
    }
}
