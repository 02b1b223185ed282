using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Vocabularies;

/// <summary>The custom vocabularies of the configured account and Region.</summary>
public sealed class CustomVocabularies(IAmazonTranscribeService transcribe, ServiceLimits limits, ILogger<CustomVocabularies> logger)
{
    /// <summary>A page of vocabularies, newest first.</summary>
    /// <param name="nameContains">Part of the name, case does not matter; null or empty: any.</param>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<NamePage<VocabularyInfo>> ListAsync(string? nameContains, string? nextToken, CancellationToken cancellationToken)
    {
        var request = new ListVocabulariesRequest
        {
            NameContains = string.IsNullOrEmpty(nameContains) ? null : nameContains,
            NextToken = nextToken,
            MaxResults = limits.Quotas.MaxListResults,
        };
        var response = await AwsCalls.RunAsync(
            AwsCalls.Transcribe, "transcribe:ListVocabularies", logger, () => transcribe.ListVocabulariesAsync(request, cancellationToken), cancellationToken);
        return new([.. (response.Vocabularies ?? []).Select(Info)], response.NextToken);
    }

    private static VocabularyInfo Info(Amazon.TranscribeService.Model.VocabularyInfo vocabulary) => new(
        vocabulary.VocabularyName ?? "", vocabulary.LanguageCode?.Value ?? "", vocabulary.VocabularyState?.Value ?? "", WireTime.Utc(vocabulary.LastModifiedTime));
}
