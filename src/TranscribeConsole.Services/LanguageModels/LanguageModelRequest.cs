using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.LanguageModels;

/// <summary>A form's request, as it is sent and as text.</summary>
public static class LanguageModelRequest
{
    /// <summary>The body of CreateLanguageModel, indented.</summary>
    public static string Json(LanguageModelForm form) => RequestText.Json(Create(form));

    /// <summary>A command for bash and the AWS CLI.</summary>
    public static string Cli(LanguageModelForm form) => RequestText.Cli("create-language-model", Create(form));

    internal static CreateLanguageModelRequest Create(LanguageModelForm form) => new()
    {
        ModelName = form.Name,
        LanguageCode = new CLMLanguageCode(form.LanguageCode),
        BaseModelName = form.BaseModel == BaseModel.WideBand ? BaseModelName.WideBand : BaseModelName.NarrowBand,
        InputDataConfig = new InputDataConfig
        {
            S3Uri = form.TrainingUri.Trim(),
            TuningDataS3Uri = form.TuningUri.Trim() is { Length: > 0 } tuning ? tuning : null,
            DataAccessRoleArn = form.DataAccessRoleArn.Trim(),
        },
        Tags = ResourceForms.TagsOf(form.Tags),
    };
}
