using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.VocabularyFilters;

/// <summary>The vocabulary filters of the configured account and Region.</summary>
public sealed class CustomVocabularyFilters
{
    private readonly IAmazonTranscribeService _transcribe;
    private readonly ServiceLimits _limits;
    private readonly ResultFiles _files;
    private readonly AuditLog _audit;
    private readonly ILogger<CustomVocabularyFilters> _logger;

    internal CustomVocabularyFilters(
        IAmazonTranscribeService transcribe, ServiceLimits limits, ResultFiles files, AuditLog audit, ILogger<CustomVocabularyFilters> logger) =>
        (_transcribe, _limits, _files, _audit, _logger) = (transcribe, limits, files, audit, logger);

    /// <summary>A page of filters, in the order of the service.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<NamePage<VocabularyFilterInfo>> ListAsync(ResourceQuery query, CancellationToken cancellationToken)
    {
        var request = new ListVocabularyFiltersRequest
        {
            NameContains = string.IsNullOrEmpty(query.NameContains) ? null : query.NameContains,
            NextToken = query.NextToken,
            MaxResults = Math.Clamp(query.PageSize, 1, _limits.Quotas.MaxListResults),
        };
        var response = await CallAsync("transcribe:ListVocabularyFilters", () => _transcribe.ListVocabularyFiltersAsync(request, cancellationToken), cancellationToken);
        return new([.. (response.VocabularyFilters ?? []).Select(Info)], response.NextToken);
    }

    /// <summary>The filter; null when there is none of that name.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<VocabularyFilterInfo?> FindAsync(string name, CancellationToken cancellationToken) =>
        await GetAsync(name, cancellationToken) is { } found
            ? new(found.VocabularyFilterName ?? name, found.LanguageCode?.Value ?? "", WireTime.Utc(found.LastModifiedTime))
            : null;

    /// <summary>The stored text as it is; null when there is no filter of that name.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<ResultFile?> OpenAsync(string name, CancellationToken cancellationToken) =>
        (await GetAsync(name, cancellationToken))?.DownloadUri is { } address ? await _files.OpenAsync(address, cancellationToken) : null;

    /// <summary>The words, one a line; null when there is no filter of that name.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<string?> TextAsync(string name, CancellationToken cancellationToken)
    {
        await using var file = await OpenAsync(name, cancellationToken);
        return file is null ? null : await StoredText.ReadAsync(file, _limits.Quotas.MaxVocabularyFilterBytes, cancellationToken);
    }

    /// <param name="form">One that breaks no rule of <see cref="ResourceForms"/>.</param>
    /// <exception cref="AwsFailureException">Conflict: the name is in use. LimitExceeded: 100 filters.</exception>
    public async Task CreateAsync(VocabularyFilterForm form, CancellationToken cancellationToken)
    {
        var request = VocabularyFilterRequest.Create(form);
        await CallAsync("transcribe:CreateVocabularyFilter", () => _transcribe.CreateVocabularyFilterAsync(request, cancellationToken), cancellationToken);
        await _audit.RecordAsync(AuditAction.ResourceMade, detail: $"vocabulary filter {form.Name}");
    }

    /// <summary>Replaces every word.</summary>
    /// <inheritdoc cref="CreateAsync" path="/param"/>
    /// <exception cref="AwsFailureException">NotFound: there is none of that name.</exception>
    public async Task UpdateAsync(VocabularyFilterForm form, CancellationToken cancellationToken)
    {
        var request = VocabularyFilterRequest.Update(form);
        await CallAsync("transcribe:UpdateVocabularyFilter", () => _transcribe.UpdateVocabularyFilterAsync(request, cancellationToken), cancellationToken);
        await _audit.RecordAsync(AuditAction.ResourceChanged, detail: $"vocabulary filter {form.Name}");
    }

    /// <summary>Deletes the filter. No error when it is gone already.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DeleteVocabularyFilterRequest { VocabularyFilterName = name };
            await CallAsync("transcribe:DeleteVocabularyFilter", () => _transcribe.DeleteVocabularyFilterAsync(request, cancellationToken), cancellationToken);
            await _audit.RecordAsync(AuditAction.ResourceDeleted, detail: $"vocabulary filter {name}");
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
        }
    }

    private async Task<GetVocabularyFilterResponse?> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (!Jobs.JobForm.IsResourceName(name)) return null; // The service would refuse the request, in other words.
        try
        {
            var request = new GetVocabularyFilterRequest { VocabularyFilterName = name };
            return await CallAsync("transcribe:GetVocabularyFilter", () => _transcribe.GetVocabularyFilterAsync(request, cancellationToken), cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            return null;
        }
    }

    private Task<T> CallAsync<T>(string permission, Func<Task<T>> call, CancellationToken cancellationToken) =>
        AwsCalls.RunAsync(AwsCalls.Transcribe, permission, _logger, call, cancellationToken);

    private static VocabularyFilterInfo Info(Amazon.TranscribeService.Model.VocabularyFilterInfo filter) =>
        new(filter.VocabularyFilterName ?? "", filter.LanguageCode?.Value ?? "", WireTime.Utc(filter.LastModifiedTime));
}
