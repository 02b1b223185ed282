using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.VocabularyFilters;

/// <summary>The vocabulary filters of the configured account and Region.</summary>
public sealed class CustomVocabularyFilters(IAmazonTranscribeService transcribe, ServiceLimits limits, ILogger<CustomVocabularyFilters> logger)
{
    /// <summary>A page of filters, in the order of the service.</summary>
    /// <param name="nameContains">Part of the name, case does not matter; null or empty: any.</param>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<NamePage<VocabularyFilterInfo>> ListAsync(string? nameContains, string? nextToken, CancellationToken cancellationToken)
    {
        var request = new ListVocabularyFiltersRequest
        {
            NameContains = string.IsNullOrEmpty(nameContains) ? null : nameContains,
            NextToken = nextToken,
            MaxResults = limits.Quotas.MaxListResults,
        };
        var response = await AwsCalls.RunAsync(AwsCalls.Transcribe, "transcribe:ListVocabularyFilters", logger,
            () => transcribe.ListVocabularyFiltersAsync(request, cancellationToken), cancellationToken);
        return new([.. (response.VocabularyFilters ?? []).Select(Info)], response.NextToken);
    }

    private static VocabularyFilterInfo Info(Amazon.TranscribeService.Model.VocabularyFilterInfo filter) =>
        new(filter.VocabularyFilterName ?? "", filter.LanguageCode?.Value ?? "", WireTime.Utc(filter.LastModifiedTime));
}
