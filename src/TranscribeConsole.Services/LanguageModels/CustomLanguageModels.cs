using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.LanguageModels;

/// <summary>The custom language models of the configured account and Region.</summary>
public sealed class CustomLanguageModels(IAmazonTranscribeService transcribe, ServiceLimits limits, ILogger<CustomLanguageModels> logger)
{
    /// <summary>A page of models, newest first.</summary>
    /// <param name="nameContains">Part of the name, case does not matter; null or empty: any.</param>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<NamePage<LanguageModelInfo>> ListAsync(string? nameContains, string? nextToken, CancellationToken cancellationToken)
    {
        var request = new ListLanguageModelsRequest
        {
            NameContains = string.IsNullOrEmpty(nameContains) ? null : nameContains,
            NextToken = nextToken,
            MaxResults = limits.Quotas.MaxListResults,
        };
        var response = await AwsCalls.RunAsync(
            AwsCalls.Transcribe, "transcribe:ListLanguageModels", logger, () => transcribe.ListLanguageModelsAsync(request, cancellationToken), cancellationToken);
        return new([.. (response.Models ?? []).Select(Info)], response.NextToken);
    }

    private static LanguageModelInfo Info(LanguageModel model) => new(
        model.ModelName ?? "",
        model.LanguageCode?.Value ?? "",
        model.BaseModelName?.Value ?? "",
        model.ModelStatus?.Value ?? "",
        model.FailureReason,
        WireTime.Utc(model.CreateTime));
}
