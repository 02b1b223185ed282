using TranscribeConsole.LocalAws.Transcribe.Wire;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Transcribe.Validation;

/// <summary>What a job names must be there and fit for use when it starts.</summary>
internal sealed class VocabularyRules(WordListStore lists)
{
    /// <exception cref="Protocols.ServiceErrorException">BadRequestException: not found, or not ready.</exception>
    public void Check(Settings? settings)
    {
        if (settings?.VocabularyName is { } name)
        {
            var vocabulary = lists.Find(WordListKind.Vocabulary, name) ?? throw TranscribeErrors.VocabularyNotFound();
            if (vocabulary.State != VocabularyState.Ready)
                throw TranscribeErrors.BadRequest($"The requested vocabulary is {vocabulary.State}. Only a vocabulary that is READY can be used.");
        }

        if (settings?.VocabularyFilterName is { } filter && lists.Find(WordListKind.VocabularyFilter, filter) is null)
            throw TranscribeErrors.VocabularyFilterNotFound();
    }
}
