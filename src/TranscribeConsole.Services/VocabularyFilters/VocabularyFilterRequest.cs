using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.VocabularyFilters;

/// <summary>A form's request, as it is sent and as text.</summary>
public static class VocabularyFilterRequest
{
    /// <summary>The body of the call, indented.</summary>
    public static string Json(VocabularyFilterForm form, bool isNew) => isNew ? RequestText.Json(Create(form)) : RequestText.Json(Update(form));

    /// <summary>A command for bash and the AWS CLI.</summary>
    public static string Cli(VocabularyFilterForm form, bool isNew) => isNew
        ? RequestText.Cli("create-vocabulary-filter", Create(form))
        : RequestText.Cli("update-vocabulary-filter", Update(form));

    internal static CreateVocabularyFilterRequest Create(VocabularyFilterForm form) => new()
    {
        VocabularyFilterName = form.Name,
        LanguageCode = new LanguageCode(form.LanguageCode),
        Words = Words(form),
        VocabularyFilterFileUri = Uri(form),
        Tags = ResourceForms.TagsOf(form.Tags),
    };

    internal static UpdateVocabularyFilterRequest Update(VocabularyFilterForm form) => new()
    {
        VocabularyFilterName = form.Name,
        Words = Words(form),
        VocabularyFilterFileUri = Uri(form),
    };

    private static List<string>? Words(VocabularyFilterForm form) => form.Source == WordSource.S3 ? null : [.. FilterWords.Of(form.Words)];

    private static string? Uri(VocabularyFilterForm form) => form.Source == WordSource.S3 ? form.FileUri.Trim() : null;
}
