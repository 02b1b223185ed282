using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.LanguageModels;

/// <summary>The custom language models of the configured account and Region.</summary>
public sealed class CustomLanguageModels(IAmazonTranscribeService transcribe, ServiceLimits limits, AuditLog audit, ILogger<CustomLanguageModels> logger)
{
    /// <summary>A page of models, newest first.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<NamePage<LanguageModelInfo>> ListAsync(ResourceQuery query, CancellationToken cancellationToken)
    {
        var request = new ListLanguageModelsRequest
        {
            NameContains = string.IsNullOrEmpty(query.NameContains) ? null : query.NameContains,
            StatusEquals = string.IsNullOrEmpty(query.State) ? null : new ModelStatus(query.State),
            NextToken = query.NextToken,
            MaxResults = Math.Clamp(query.PageSize, 1, limits.Quotas.MaxListResults),
        };
        var response = await CallAsync("transcribe:ListLanguageModels", () => transcribe.ListLanguageModelsAsync(request, cancellationToken), cancellationToken);
        return new([.. (response.Models ?? []).Select(Info)], response.NextToken);
    }

    /// <summary>The model; null when there is none of that name.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<LanguageModelInfo?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (!Jobs.JobForm.IsResourceName(name)) return null; // The service would refuse the request, in other words.
        try
        {
            var request = new DescribeLanguageModelRequest { ModelName = name };
            var response = await CallAsync("transcribe:DescribeLanguageModel", () => transcribe.DescribeLanguageModelAsync(request, cancellationToken), cancellationToken);
            return response.LanguageModel is { } model ? Info(model) : null;
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Starts the training.</summary>
    /// <param name="form">One that breaks no rule of <see cref="ResourceForms"/>.</param>
    /// <exception cref="AwsFailureException">Conflict: the name is in use. BadRequest: the backend can't train, among others.</exception>
    public async Task TrainAsync(LanguageModelForm form, CancellationToken cancellationToken)
    {
        var request = LanguageModelRequest.Create(form);
        await CallAsync("transcribe:CreateLanguageModel", () => transcribe.CreateLanguageModelAsync(request, cancellationToken), cancellationToken);
        await audit.RecordAsync(AuditAction.ResourceMade, detail: $"language model {form.Name}");
    }

    /// <summary>Deletes the model. No error when it is gone already.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DeleteLanguageModelRequest { ModelName = name };
            await CallAsync("transcribe:DeleteLanguageModel", () => transcribe.DeleteLanguageModelAsync(request, cancellationToken), cancellationToken);
            await audit.RecordAsync(AuditAction.ResourceDeleted, detail: $"language model {name}");
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
        }
    }

    private Task<T> CallAsync<T>(string permission, Func<Task<T>> call, CancellationToken cancellationToken) =>
        AwsCalls.RunAsync(AwsCalls.Transcribe, permission, logger, call, cancellationToken);

    private static LanguageModelInfo Info(LanguageModel model) => new(
        model.ModelName ?? "", model.LanguageCode?.Value ?? "", model.BaseModelName?.Value ?? "", model.ModelStatus?.Value ?? "", model.FailureReason, WireTime.Utc(model.CreateTime))
    {
        LastModified = WireTime.Utc(model.LastModifiedTime),
        UpgradeAvailable = model.UpgradeAvailability == true,
        TrainingUri = model.InputDataConfig?.S3Uri ?? "",
        TuningUri = model.InputDataConfig?.TuningDataS3Uri ?? "",
        DataAccessRoleArn = model.InputDataConfig?.DataAccessRoleArn ?? "",
    };
}
