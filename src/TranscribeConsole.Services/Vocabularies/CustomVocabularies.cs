using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.Vocabularies;

/// <summary>The custom vocabularies of the configured account and Region.</summary>
public sealed class CustomVocabularies
{
    private const string Folder = "vocabularies";

    private readonly IAmazonTranscribeService _transcribe;
    private readonly ServiceLimits _limits;
    private readonly WordListUploads _uploads;
    private readonly ResultFiles _files;
    private readonly NamedLocks _saving = new();
    private readonly AuditLog _audit;
    private readonly ILogger<CustomVocabularies> _logger;

    internal CustomVocabularies(
        IAmazonTranscribeService transcribe, ServiceLimits limits, WordListUploads uploads, ResultFiles files, AuditLog audit, ILogger<CustomVocabularies> logger) =>
        (_transcribe, _limits, _uploads, _files, _audit, _logger) = (transcribe, limits, uploads, files, audit, logger);

    /// <summary>A page of vocabularies, newest first.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<NamePage<VocabularyInfo>> ListAsync(ResourceQuery query, CancellationToken cancellationToken)
    {
        var request = new ListVocabulariesRequest
        {
            NameContains = string.IsNullOrEmpty(query.NameContains) ? null : query.NameContains,
            StateEquals = string.IsNullOrEmpty(query.State) ? null : new VocabularyState(query.State),
            NextToken = query.NextToken,
            MaxResults = Math.Clamp(query.PageSize, 1, _limits.Quotas.MaxListResults),
        };
        var response = await CallAsync("transcribe:ListVocabularies", () => _transcribe.ListVocabulariesAsync(request, cancellationToken), cancellationToken);
        return new([.. (response.Vocabularies ?? []).Select(Info)], response.NextToken);
    }

    /// <summary>The vocabulary; null when there is none of that name.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<VocabularyInfo?> FindAsync(string name, CancellationToken cancellationToken) => await GetAsync(name, cancellationToken) is { } found
        ? new(found.VocabularyName ?? name, found.LanguageCode?.Value ?? "", found.VocabularyState?.Value ?? "", WireTime.Utc(found.LastModifiedTime)) { FailureReason = found.FailureReason }
        : null;

    /// <summary>The stored text as it is; null when there is no vocabulary of that name.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<ResultFile?> OpenAsync(string name, CancellationToken cancellationToken) =>
        (await GetAsync(name, cancellationToken))?.DownloadUri is { } address ? await _files.OpenAsync(address, cancellationToken) : null;

    /// <summary>The stored entries; null when there is no vocabulary of that name. A line that no rule covers comes as a phrase.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<VocabularyFileContent?> EntriesAsync(string name, CancellationToken cancellationToken)
    {
        await using var file = await OpenAsync(name, cancellationToken);
        return file is null ? null : VocabularyFileReader.Read(await StoredText.ReadAsync(file, _limits.Quotas.MaxVocabularyBytes, cancellationToken), isCsv: false);
    }

    /// <summary>Creates the vocabulary; it is pending until the service has checked it.</summary>
    /// <param name="form">One that breaks no rule of <see cref="ResourceForms"/>.</param>
    /// <exception cref="AwsFailureException">Conflict: the name is in use. LimitExceeded: 100 vocabularies, or 10 pending.</exception>
    public async Task CreateAsync(VocabularyForm form, CancellationToken cancellationToken)
    {
        await SaveAsync(form, async fileUri =>
        {
            var request = VocabularyRequest.Create(form, fileUri);
            await CallAsync("transcribe:CreateVocabulary", () => _transcribe.CreateVocabularyAsync(request, cancellationToken), cancellationToken);
            await _audit.RecordAsync(AuditAction.ResourceMade, detail: $"vocabulary {form.Name}");
        }, cancellationToken);
    }

    /// <summary>Replaces every entry; the vocabulary is pending again and jobs can't use it until the service has checked it.</summary>
    /// <inheritdoc cref="CreateAsync" path="/param"/>
    /// <exception cref="AwsFailureException">NotFound: there is none of that name.</exception>
    public async Task UpdateAsync(VocabularyForm form, CancellationToken cancellationToken)
    {
        await SaveAsync(form, async fileUri =>
        {
            var request = VocabularyRequest.Update(form, fileUri);
            await CallAsync("transcribe:UpdateVocabulary", () => _transcribe.UpdateVocabularyAsync(request, cancellationToken), cancellationToken);
            await _audit.RecordAsync(AuditAction.ResourceChanged, detail: $"vocabulary {form.Name}");
        }, cancellationToken);
    }

    /// <summary>Deletes the vocabulary and the tables that were stored for it. No error when it is gone already.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        using var turn = await _saving.EnterAsync(name, cancellationToken);
        try
        {
            var request = new DeleteVocabularyRequest { VocabularyName = name };
            await CallAsync("transcribe:DeleteVocabulary", () => _transcribe.DeleteVocabularyAsync(request, cancellationToken), cancellationToken);
            await _audit.RecordAsync(AuditAction.ResourceDeleted, detail: $"vocabulary {name}");
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
        }

        await _uploads.TidyAsync(Folder, name, keep: null, cancellationToken);
    }

    // A table that was refused is of no use, nor are the earlier ones after a new one was taken: the service has read them.
    private async Task SaveAsync(VocabularyForm form, Func<string?, Task> send, CancellationToken cancellationToken)
    {
        using var turn = await _saving.EnterAsync(form.Name, cancellationToken);
        var entries = VocabularySheet.Filled(form.Entries);
        var table = form.Source == WordSource.Editor && VocabularySheet.NeedsTable(entries)
            ? await _uploads.PutAsync(Folder, form.Name, VocabularySheet.Table(entries), cancellationToken)
            : null;
        var fileUri = form.Source == WordSource.S3 ? form.FileUri.Trim() : table?.ToString();
        try
        {
            await send(fileUri);
        }
        catch (AwsFailureException e) when (table is not null && e.Kind is AwsFailureKind.Conflict or AwsFailureKind.LimitExceeded or AwsFailureKind.BadRequest or AwsFailureKind.NotFound or AwsFailureKind.Denied)
        {
            await _uploads.RemoveAsync(table, cancellationToken);
            throw;
        }

        await _uploads.TidyAsync(Folder, form.Name, keep: S3Location.TryParse(fileUri, out var read) ? read : null, cancellationToken);
    }

    private async Task<GetVocabularyResponse?> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (!Jobs.JobForm.IsResourceName(name)) return null; // The service would refuse the request, in other words.
        try
        {
            var request = new GetVocabularyRequest { VocabularyName = name };
            return await CallAsync("transcribe:GetVocabulary", () => _transcribe.GetVocabularyAsync(request, cancellationToken), cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            return null;
        }
    }

    private Task<T> CallAsync<T>(string permission, Func<Task<T>> call, CancellationToken cancellationToken) =>
        AwsCalls.RunAsync(AwsCalls.Transcribe, permission, _logger, call, cancellationToken);

    private static VocabularyInfo Info(Amazon.TranscribeService.Model.VocabularyInfo vocabulary) => new(
        vocabulary.VocabularyName ?? "", vocabulary.LanguageCode?.Value ?? "", vocabulary.VocabularyState?.Value ?? "", WireTime.Utc(vocabulary.LastModifiedTime));
}
