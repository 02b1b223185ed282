using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Transcribe.Wire;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>CreateVocabulary, GetVocabulary, ListVocabularies, UpdateVocabulary and DeleteVocabulary.</summary>
internal sealed class VocabularyOperations(
    WordListStore lists, WordListSource source, VocabularyChecker checker, PresignedUrls presigned, LocalAwsAddress address)
{
    public async Task<Vocabulary> CreateAsync(SaveVocabularyRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        var text = await TextOfAsync(request, cancellationToken);
        var (result, created) = await lists.CreateAsync(NewVersion(request), text, request.Tags ?? [], cancellationToken);
        return Saved(result, created);
    }

    public async Task<Vocabulary> UpdateAsync(SaveVocabularyRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        var before = Find(request.VocabularyName!);
        var text = await TextOfAsync(request, cancellationToken);
        var (result, updated) = await lists.UpdateAsync(before, NewVersion(request), text, cancellationToken);
        return Saved(result, updated);
    }

    public Task<Vocabulary> GetAsync(VocabularyNameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var vocabulary = Find(request);
        return Task.FromResult(View(vocabulary) with
        {
            DownloadUri = presigned.Get(address.BaseAddress, LocalAwsAccount.ServiceBucket, vocabulary.FileKey, JobView.AddressLifetime),
            DataAccessRoleArn = vocabulary.DataAccessRoleArn,
        });
    }

    public Task<ListVocabulariesResponse> ListAsync(ListVocabulariesRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var check = new Constraints();
        check.OneOf("stateEquals", request.StateEquals, Enumerations.VocabularyState);
        ListPage.Check(check, request.NameContains, request.NextToken, request.MaxResults);
        var page = ListPage.Read(
            lists, new WordListFilter(WordListKind.Vocabulary, request.StateEquals, request.NameContains), request.NextToken, request.MaxResults);
        return Task.FromResult(new ListVocabulariesResponse
        {
            Status = request.StateEquals,
            NextToken = page.NextToken,
            Vocabularies = [.. page.Lists.Select(list => View(list) with { FailureReason = null })],
        });
    }

    public async Task<EmptyResponse> DeleteAsync(VocabularyNameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await lists.DeleteAsync(Find(request))) throw TranscribeErrors.VocabularyNotFound();
        return new();
    }

    private static void Check(SaveVocabularyRequest request)
    {
        var check = new Constraints();
        check.RequiredText("vocabularyName", request.VocabularyName, TextRule.Name);
        if (check.Required("languageCode", request.LanguageCode)) check.OneOf("languageCode", request.LanguageCode, LanguageCodes.All);
        check.Texts("phrases", request.Phrases, TextRule.Phrase);
        check.Text("vocabularyFileUri", request.VocabularyFileUri, TextRule.Uri);
        check.Text("dataAccessRoleArn", request.DataAccessRoleArn, TextRule.RoleArn);
        TagConstraints.Check(check, request.Tags);
        check.ThrowIfBroken();
        if ((request.Phrases is null) == (request.VocabularyFileUri is null))
            throw TranscribeErrors.BadRequest("Either Phrases or VocabularyFileUri field should be provided.");
        TranscribeErrors.RefuseEncryption(request.EncryptionConfiguration);
        TagConstraints.CheckTogether(request.Tags);
    }

    private Task<byte[]> TextOfAsync(SaveVocabularyRequest request, CancellationToken cancellationToken) => request.VocabularyFileUri is { } uri
        ? source.FromObjectAsync(uri, cancellationToken)
        : Task.FromResult(WordListSource.FromLines(request.Phrases!));

    private static NewWordList NewVersion(SaveVocabularyRequest request) => new(
        WordListKind.Vocabulary, request.VocabularyName!, request.LanguageCode!, VocabularyState.Pending, request.DataAccessRoleArn);

    private Vocabulary Saved(SaveResult result, WordList? saved)
    {
        if (saved is null)
        {
            throw result switch
            {
                SaveResult.NameInUse => TranscribeErrors.Conflict("The requested vocabulary name already exists. Use a different vocabulary name."),
                SaveResult.TooMany => TranscribeErrors.LimitExceeded(
                    $"The account has {WordListStore.MaxLists} vocabularies already. Delete one and try your request again."),
                SaveResult.TooManyPending => TranscribeErrors.LimitExceeded(
                    $"{WordListStore.MaxPending} vocabularies are pending already. Wait for one to be ready and try your request again."),
                _ => TranscribeErrors.ChangedMeanwhile(),
            };
        }

        checker.Wake();
        return View(saved);
    }

    private WordList Find(VocabularyNameRequest request)
    {
        var check = new Constraints();
        check.RequiredText("vocabularyName", request.VocabularyName, TextRule.Name);
        check.ThrowIfBroken();
        return Find(request.VocabularyName!);
    }

    private WordList Find(string name) => lists.Find(WordListKind.Vocabulary, name) ?? throw TranscribeErrors.VocabularyNotFound();

    private static Vocabulary View(WordList vocabulary) => new()
    {
        VocabularyName = vocabulary.Name,
        LanguageCode = vocabulary.LanguageCode,
        VocabularyState = vocabulary.State,
        LastModifiedTime = vocabulary.LastModifiedTime,
        FailureReason = vocabulary.FailureReason,
    };
}
