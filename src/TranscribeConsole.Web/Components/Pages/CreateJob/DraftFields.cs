using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>The wizard's text fields by their ids, for what was typed and had not reached the server yet.</summary>
internal static partial class DraftFields
{
    private static readonly FrozenDictionary<string, Action<JobDraft, string>> Setters = new Dictionary<string, Action<JobDraft, string>>
    {
        [FieldIds.Of(nameof(JobForm.Name))] = (draft, text) => draft.Form.Name = text,
        [FieldIds.Of(nameof(JobForm.MediaUri))] = (draft, text) => draft.S3Uri = text,
        [FieldIds.Of(nameof(JobForm.MediaSampleRate))] = (draft, text) => draft.Form.MediaSampleRate = text,
        [FieldIds.Of(nameof(JobForm.OutputUri))] = (draft, text) => draft.Form.OutputUri = text,
        [FieldIds.Of(nameof(JobForm.KmsKeyId))] = (draft, text) => draft.Form.KmsKeyId = text,
        [FieldIds.Of(nameof(JobForm.KmsKeyArn))] = (draft, text) => draft.Form.KmsKeyArn = text,
        [FieldIds.Of(nameof(JobForm.DataAccessRoleArn))] = (draft, text) => draft.Form.DataAccessRoleArn = text,
        [FieldIds.Of(nameof(JobForm.LanguageModelName))] = (draft, text) => draft.Form.LanguageModelName = text,
        [FieldIds.Of(nameof(JobForm.MaxSpeakers))] = (draft, text) => draft.Form.MaxSpeakers = text,
        [FieldIds.Of(nameof(JobForm.MaxAlternatives))] = (draft, text) => draft.Form.MaxAlternatives = text,
        [FieldIds.Of(nameof(JobForm.VocabularyName))] = (draft, text) => draft.Form.VocabularyName = text,
        [FieldIds.Of(nameof(JobForm.VocabularyFilterName))] = (draft, text) => draft.Form.VocabularyFilterName = text,
    }.ToFrozenDictionary();

    /// <summary>Fields that are not known, or of tags that are not there, are passed over.</summary>
    public static void Set(JobDraft draft, string id, string text)
    {
        if (Setters.TryGetValue(id, out var set)) set(draft, text);
        else if (TagField().Match(id) is { Success: true } field && int.Parse(field.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var index && index < draft.Form.Tags.Count)
            SetTag(draft.Form.Tags[index], field.Groups[2].Value, text);
        else if (NameField().Match(id) is { Success: true } name && int.TryParse(name.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var file))
            draft.Names[file] = text;
    }

    private static void SetTag(JobTag tag, string part, string text)
    {
        if (part == "key") tag.Key = text;
        else tag.Value = text;
    }

    [GeneratedRegex(@"^names-([0-9]{1,9})\z")]
    private static partial Regex NameField();

    [GeneratedRegex(@"^tags-([0-9]{1,3})-(key|value)\z")]
    private static partial Regex TagField();
}
