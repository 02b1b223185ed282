using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Transcribe.Wire;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>CreateVocabularyFilter, GetVocabularyFilter, ListVocabularyFilters, UpdateVocabularyFilter and DeleteVocabularyFilter.</summary>
internal sealed class VocabularyFilterOperations(
    WordListStore lists, WordListSource source, PresignedUrls presigned, LocalAwsAddress address)
{
    public async Task<VocabularyFilter> CreateAsync(SaveVocabularyFilterRequest request, CancellationToken cancellationToken)
    {
        var check = Check(request);
        if (check.Required("languageCode", request.LanguageCode)) check.OneOf("languageCode", request.LanguageCode, LanguageCodes.All);
        TagConstraints.Check(check, request.Tags);
        check.ThrowIfBroken();
        CheckTogether(request);
        TagConstraints.CheckTogether(request.Tags);
        var text = await TextOfAsync(request, cancellationToken);
        var (result, created) = await lists.CreateAsync(NewVersion(request, request.LanguageCode!), text, request.Tags ?? [], cancellationToken);
        return Saved(result, created);
    }

    public async Task<VocabularyFilter> UpdateAsync(SaveVocabularyFilterRequest request, CancellationToken cancellationToken)
    {
        Check(request).ThrowIfBroken();
        CheckTogether(request);
        var before = Find(request.VocabularyFilterName!);
        var text = await TextOfAsync(request, cancellationToken);
        var (result, updated) = await lists.UpdateAsync(before, NewVersion(request, before.LanguageCode), text, cancellationToken);
        return Saved(result, updated);
    }

    public Task<VocabularyFilter> GetAsync(VocabularyFilterNameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var filter = Find(request);
        return Task.FromResult(View(filter) with
        {
            DownloadUri = presigned.Get(address.BaseAddress, LocalAwsAccount.ServiceBucket, filter.FileKey, JobView.AddressLifetime),
            DataAccessRoleArn = filter.DataAccessRoleArn,
        });
    }

    public Task<ListVocabularyFiltersResponse> ListAsync(ListVocabularyFiltersRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ListPage.Check(new Constraints(), request.NameContains, request.NextToken, request.MaxResults);
        var page = ListPage.Read(
            lists, new WordListFilter(WordListKind.VocabularyFilter, null, request.NameContains), request.NextToken, request.MaxResults);
        return Task.FromResult(new ListVocabularyFiltersResponse { NextToken = page.NextToken, VocabularyFilters = [.. page.Lists.Select(View)] });
    }

    public async Task<EmptyResponse> DeleteAsync(VocabularyFilterNameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await lists.DeleteAsync(Find(request))) throw TranscribeErrors.VocabularyFilterNotFound();
        return new();
    }

    private static Constraints Check(SaveVocabularyFilterRequest request)
    {
        var check = new Constraints();
        check.RequiredText("vocabularyFilterName", request.VocabularyFilterName, TextRule.Name);
        check.Texts("words", request.Words, TextRule.Word);
        check.Text("vocabularyFilterFileUri", request.VocabularyFilterFileUri, TextRule.Uri);
        check.Text("dataAccessRoleArn", request.DataAccessRoleArn, TextRule.RoleArn);
        return check;
    }

    private static void CheckTogether(SaveVocabularyFilterRequest request)
    {
        if ((request.Words is null) == (request.VocabularyFilterFileUri is null))
            throw TranscribeErrors.BadRequest("Either Words or VocabularyFilterFileUri field should be provided.");
        TranscribeErrors.RefuseEncryption(request.EncryptionConfiguration);
    }

    // A filter has no state to fail in: a text that is not fit for use is refused at once.
    private async Task<byte[]> TextOfAsync(SaveVocabularyFilterRequest request, CancellationToken cancellationToken)
    {
        var text = request.VocabularyFilterFileUri is { } uri
            ? await source.FromObjectAsync(uri, cancellationToken)
            : WordListSource.FromLines(request.Words!);
        return VocabularyFilterText.Read(text).Problem is { } problem ? throw TranscribeErrors.BadRequest(problem) : text;
    }

    private static NewWordList NewVersion(SaveVocabularyFilterRequest request, string languageCode) => new(
        WordListKind.VocabularyFilter, request.VocabularyFilterName!, languageCode, VocabularyState.Ready, request.DataAccessRoleArn);

    private static VocabularyFilter Saved(SaveResult result, WordList? saved) => saved is not null ? View(saved) : throw result switch
    {
        SaveResult.NameInUse => TranscribeErrors.Conflict("The requested vocabulary filter name already exists. Use a different vocabulary filter name."),
        SaveResult.TooMany => TranscribeErrors.LimitExceeded(
            $"The account has {WordListStore.MaxLists} vocabulary filters already. Delete one and try your request again."),
        _ => TranscribeErrors.ChangedMeanwhile(),
    };

    private WordList Find(VocabularyFilterNameRequest request)
    {
        var check = new Constraints();
        check.RequiredText("vocabularyFilterName", request.VocabularyFilterName, TextRule.Name);
        check.ThrowIfBroken();
        return Find(request.VocabularyFilterName!);
    }

    private WordList Find(string name) => lists.Find(WordListKind.VocabularyFilter, name) ?? throw TranscribeErrors.VocabularyFilterNotFound();

    private static VocabularyFilter View(WordList filter) => new()
    {
        VocabularyFilterName = filter.Name,
        LanguageCode = filter.LanguageCode,
        LastModifiedTime = filter.LastModifiedTime,
    };
}
