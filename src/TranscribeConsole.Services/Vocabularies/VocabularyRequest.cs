using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.Vocabularies;

/// <summary>A form's request, as it is sent and as text.</summary>
public static class VocabularyRequest
{
    /// <summary>Stands for the address of the table until it is stored.</summary>
    public const string TableLocation = "s3://the-bucket-of-uploads/vocabularies/name.txt";

    /// <summary>The body of the call, indented. Entries that need a table stand as the address where it will be stored.</summary>
    public static string Json(VocabularyForm form, bool isNew) => isNew ? RequestText.Json(Create(form, TableUri(form))) : RequestText.Json(Update(form, TableUri(form)));

    /// <summary>A command for bash and the AWS CLI.</summary>
    public static string Cli(VocabularyForm form, bool isNew) => isNew
        ? RequestText.Cli("create-vocabulary", Create(form, TableUri(form)))
        : RequestText.Cli("update-vocabulary", Update(form, TableUri(form)));

    /// <param name="fileUri">Null: the entries go as phrases.</param>
    internal static CreateVocabularyRequest Create(VocabularyForm form, string? fileUri) => new()
    {
        VocabularyName = form.Name,
        LanguageCode = new LanguageCode(form.LanguageCode),
        Phrases = fileUri is null ? Phrases(form) : null,
        VocabularyFileUri = fileUri,
        Tags = ResourceForms.TagsOf(form.Tags),
    };

    internal static UpdateVocabularyRequest Update(VocabularyForm form, string? fileUri) => new()
    {
        VocabularyName = form.Name,
        LanguageCode = new LanguageCode(form.LanguageCode),
        Phrases = fileUri is null ? Phrases(form) : null,
        VocabularyFileUri = fileUri,
    };

    private static string? TableUri(VocabularyForm form) => form.Source == WordSource.S3 ? form.FileUri.Trim() : VocabularySheet.NeedsTable(form.Entries) ? TableLocation : null;

    private static List<string> Phrases(VocabularyForm form) => [.. VocabularySheet.Filled(form.Entries).Select(entry => entry.Phrase)];
}
