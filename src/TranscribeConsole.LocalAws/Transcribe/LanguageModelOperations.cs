using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>CreateLanguageModel, DescribeLanguageModel, ListLanguageModels and DeleteLanguageModel. The engine can't be trained, so there is never one.</summary>
internal static class LanguageModelOperations
{
    private const string CantTrain =
        "The local backend can't train custom language models: its recogniser has one model. Use Amazon Transcribe for that.";

    private const string NotFound = "The requested language model couldn't be found. Check the model name and try your request again.";

    public static Task<EmptyResponse> CreateAsync(CreateLanguageModelRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var check = new Constraints();
        if (check.Required("languageCode", request.LanguageCode)) check.OneOf("languageCode", request.LanguageCode, Enumerations.ModelLanguages);
        if (check.Required("baseModelName", request.BaseModelName)) check.OneOf("baseModelName", request.BaseModelName, Enumerations.BaseModelName);
        check.RequiredText("modelName", request.ModelName, TextRule.Name);
        if (check.Required("inputDataConfig", request.InputDataConfig))
        {
            check.RequiredText("inputDataConfig.s3Uri", request.InputDataConfig.S3Uri, TextRule.Uri);
            check.Text("inputDataConfig.tuningDataS3Uri", request.InputDataConfig.TuningDataS3Uri, TextRule.Uri);
            check.RequiredText("inputDataConfig.dataAccessRoleArn", request.InputDataConfig.DataAccessRoleArn, TextRule.RoleArn);
        }

        TagConstraints.Check(check, request.Tags);
        check.ThrowIfBroken();
        TagConstraints.CheckTogether(request.Tags);
        throw TranscribeErrors.BadRequest(CantTrain);
    }

    public static Task<EmptyResponse> FindAsync(ModelNameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CheckName(request);
        throw TranscribeErrors.NotFound(NotFound);
    }

    /// <remarks>DeleteLanguageModel models no NotFoundException.</remarks>
    public static Task<EmptyResponse> DeleteAsync(ModelNameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CheckName(request);
        throw TranscribeErrors.BadRequest(NotFound);
    }

    public static Task<ListLanguageModelsResponse> ListAsync(ListLanguageModelsRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var check = new Constraints();
        check.OneOf("statusEquals", request.StatusEquals, Enumerations.ModelStatus);
        ListPage.Check(check, request.NameContains, request.NextToken, request.MaxResults);
        if (request.NextToken is not null) throw TranscribeErrors.BadRequest("The NextToken isn't valid for this request. Start again without NextToken.");
        return Task.FromResult(new ListLanguageModelsResponse());
    }

    private static void CheckName(ModelNameRequest request)
    {
        var check = new Constraints();
        check.RequiredText("modelName", request.ModelName, TextRule.Name);
        check.ThrowIfBroken();
    }
}
