using System.Text.RegularExpressions;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.LanguageModels;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services;

/// <summary>The rules of the forms of vocabularies, filters and models. Pure; a form that breaks none makes a request that the service takes, its files aside.</summary>
public sealed partial class ResourceForms(ServiceLimits limits, JobRules rules, PhraseRules phrases)
{
    // What the service says without naming a member, or with it. The order counts: the first that is found.
    private static readonly (string Part, string Field)[] Sentences =
    [
        ("'tags", "Tags"), ("tag key", "Tags"), ("'languageCode'", "LanguageCode"), ("FilterName'", "Name"), ("vocabularyName'", "Name"), ("modelName'", "Name"),
        ("tuningData", "TuningUri"), ("inputDataConfig.s3Uri", "TrainingUri"), ("dataAccessRoleArn", "DataAccessRoleArn"), ("IAM role", "DataAccessRoleArn"),
        ("FileUri'", "FileUri"), ("S3 URI", "FileUri"), ("input has", "FileUri"), ("'phrases", "Entries"), ("'words", "Words"), ("Line ", "FileUri"),
    ];

    /// <summary>The rules that the form breaks, in the order of the page; a row's field is <c>Entries[3]</c>.</summary>
    public IReadOnlyList<FieldError> Check(VocabularyForm form) =>
    [
        .. CheckName(form.Name, "vocabulary"),
        .. CheckLanguage(form.LanguageCode, limits.FindLanguage(form.LanguageCode) is not null),
        .. form.Source == WordSource.S3 ? CheckFile(form.FileUri, nameof(form.FileUri)) : CheckEntries(form),
        .. rules.CheckTags(form.Tags),
    ];

    /// <inheritdoc cref="Check(VocabularyForm)"/>
    public IReadOnlyList<FieldError> Check(VocabularyFilterForm form) =>
    [
        .. CheckName(form.Name, "vocabulary filter"),
        .. CheckLanguage(form.LanguageCode, limits.FindLanguage(form.LanguageCode) is not null),
        .. form.Source == WordSource.S3 ? CheckFile(form.FileUri, nameof(form.FileUri)) : CheckWords(form),
        .. rules.CheckTags(form.Tags),
    ];

    /// <inheritdoc cref="Check(VocabularyForm)"/>
    public IReadOnlyList<FieldError> Check(LanguageModelForm form) =>
    [
        .. CheckName(form.Name, "model"),
        .. CheckLanguage(form.LanguageCode, limits.Offers(form.LanguageCode, LanguageFeature.CustomLanguageModel)),
        .. CheckFolder(form.TrainingUri, nameof(form.TrainingUri), isRequired: true),
        .. CheckFolder(form.TuningUri, nameof(form.TuningUri), isRequired: false),
        .. CheckRole(form.DataAccessRoleArn),
        .. rules.CheckTags(form.Tags),
    ];

    /// <summary>The languages that a model can be trained for, in the order of their names.</summary>
    public IReadOnlyList<LanguageInfo> ModelLanguages => [.. limits.Languages.Where(language => language.Has(LanguageFeature.CustomLanguageModel)).OrderBy(language => language.Name, StringComparer.Ordinal)];

    /// <summary>The field that the service's refusal is about; null: none that is known.</summary>
    /// <param name="fields">Names of the form's fields.</param>
    public static FieldError? Locate(AwsFailureException failure, params ReadOnlySpan<string> fields)
    {
        var field = failure.Kind == AwsFailureKind.Conflict ? "Name" : Sentences.FirstOrDefault(sentence => failure.Message.Contains(sentence.Part, StringComparison.OrdinalIgnoreCase)).Field;
        return field is not null && fields.Contains(field) ? new(field, failure.Message) : null;
    }

    internal static List<Tag>? TagsOf(IReadOnlyList<JobTag> tags) =>
        tags.Any(tag => !tag.IsEmpty) ? [.. tags.Where(tag => !tag.IsEmpty).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] : null;

    private IEnumerable<FieldError> CheckName(string name, string noun)
    {
        if (name.Length == 0) yield return new("Name", $"Enter a name for the {noun}.");
        else if (name.Length > limits.Quotas.MaxJobNameLength) yield return new("Name", $"The name has {name.Length} characters; it can have up to {limits.Quotas.MaxJobNameLength}.");
        else if (!JobForm.IsResourceName(name)) yield return new("Name", "The name can contain letters a–z and A–Z, digits, periods, underscores and hyphens; no spaces.");
    }

    private static IEnumerable<FieldError> CheckLanguage(string code, bool isOffered)
    {
        if (code.Length == 0) yield return new("LanguageCode", "Choose a language.");
        else if (!isOffered) yield return new("LanguageCode", $"{code} is not offered here. Choose another language.");
    }

    private IEnumerable<FieldError> CheckFile(string uri, string field)
    {
        uri = uri.Trim();
        if (uri.Length == 0) yield return new(field, "Enter the S3 location of the file, or choose it with Browse S3.");
        else if (!S3Location.TryParse(uri, out var location) || location.Key.Length == 0 || location.Key.EndsWith('/'))
            yield return new(field, "The location must have the form s3://bucket/key and name one object.");
        else if (uri.Length > limits.Quotas.MaxUriLength) yield return new(field, $"The location can have up to {limits.Quotas.MaxUriLength} characters.");
        else if (!location.Key.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            yield return new(field, "The service takes text files only: the key must end with .txt.");
    }

    private IEnumerable<FieldError> CheckFolder(string uri, string field, bool isRequired)
    {
        uri = uri.Trim();
        if (uri.Length == 0)
        {
            if (isRequired) yield return new(field, "Enter the S3 folder of the training texts, or choose it with Browse S3.");
        }
        else if (!S3Location.TryParse(uri, out _)) yield return new(field, "The location must have the form s3://bucket/folder/.");
        else if (uri.Length > limits.Quotas.MaxUriLength) yield return new(field, $"The location can have up to {limits.Quotas.MaxUriLength} characters.");
    }

    private IEnumerable<FieldError> CheckEntries(VocabularyForm form)
    {
        var filled = VocabularySheet.Filled(form.Entries);
        if (filled.Count == 0) yield return new(nameof(form.Entries), "Enter at least one phrase.");
        if (VocabularySheet.Size(filled) is var size && size > limits.Quotas.MaxVocabularyBytes)
            yield return new(nameof(form.Entries), $"The entries have {size:N0} bytes; a vocabulary can have up to {limits.Quotas.MaxVocabularyBytes:N0}. Move some to a second vocabulary.");
        for (var i = 0; i < form.Entries.Count; i++)
        {
            if (!form.Entries[i].IsEmpty && phrases.Check(Trimmed(form.Entries[i]), form.LanguageCode) is { } problem)
                yield return new($"Entries[{i}]", $"Row {i + 1}: {problem.Message}");
        }
    }

    private IEnumerable<FieldError> CheckWords(VocabularyFilterForm form)
    {
        var words = FilterWords.Of(form.Words);
        if (words.Count == 0) yield return new(nameof(form.Words), "Enter at least one word.");
        if (FilterWords.Size(words) is var size && size > limits.Quotas.MaxVocabularyFilterBytes)
            yield return new(nameof(form.Words), $"The words have {size:N0} bytes; a filter can have up to {limits.Quotas.MaxVocabularyFilterBytes:N0}. Move some to a second filter.");
        foreach (var problem in FilterWords.Check(form.Words, limits.Quotas).Where(problem => problem.IsFault)) yield return new($"{nameof(form.Words)}[{problem.Line - 1}]", problem.Message);
    }

    private IEnumerable<FieldError> CheckRole(string arn)
    {
        arn = arn.Trim();
        if (arn.Length == 0) yield return new(nameof(LanguageModelForm.DataAccessRoleArn), "Enter the ARN of the role by which the service reads the texts.");
        else if (arn.Length > limits.Quotas.MaxRoleArnLength || !RoleArn().IsMatch(arn))
            yield return new(nameof(LanguageModelForm.DataAccessRoleArn), "The ARN must have the form arn:aws:iam::123456789012:role/name.");
    }

    private static VocabularyEntry Trimmed(VocabularyEntry entry) => new(entry.Phrase.Trim(), entry.DisplayAs.Trim());

    [GeneratedRegex(@"^arn:(aws|aws-cn|aws-us-gov|aws-iso-?[a-z]?):iam::[0-9]{12}:role/[A-Za-z0-9:_/+=,@.-]{1,1024}\z")]
    private static partial Regex RoleArn();
}
