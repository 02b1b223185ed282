using System.Text.Json.Serialization;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Components.Drafts;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>The draft as the browser keeps it. What comes back was out of our hands: it is read as input, and anything odd is no draft.</summary>
internal sealed record KeptDraft
{
    private const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required JobForm Form { get; init; }

    public MediaSource Source { get; init; }

    public string S3Uri { get; init; } = "";

    /// <summary>File after which the job was named, so that it is not named again.</summary>
    public string? SuggestedFor { get; init; }

    /// <summary>Name of the job that the form was filled from, and what could not be filled.</summary>
    public string? CopiedFrom { get; init; }

    public IReadOnlyList<string> NotCopied { get; init; } = [];

    /// <summary>The job was asked for under this name and no answer has come.</summary>
    public string? Unanswered { get; init; }

    /// <summary>Names of the jobs by the numbers of their files, when there are several.</summary>
    public IReadOnlyDictionary<int, string> Names { get; init; } = new Dictionary<int, string>();

    /// <summary>The jobs that are being created; null: none yet.</summary>
    public IReadOnlyList<BatchRow>? Batch { get; init; }

    /// <summary>Texts by the ids of their fields: newer than the form, which the server writes a moment after each change.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    public string Write() => DraftJson.Write(this);

    /// <summary>Null when the text is no draft of this version.</summary>
    public static KeptDraft? Read(string text) => DraftJson.Read<KeptDraft>(text) is { Version: CurrentVersion } kept && kept.IsSound ? kept : null;

    [JsonIgnore]
    private bool IsSound =>
        Texts().All(text => text is { Length: <= DraftJson.MaxText })
        && Form.Tags.Count <= DraftJson.MaxEntries && Form.LanguageOptions.Count <= DraftJson.MaxEntries && Form.PerLanguage.Count <= DraftJson.MaxEntries && NotCopied.Count <= DraftJson.MaxEntries
        && Names.Count <= DraftJson.MaxEntries && Batch?.Count is null or <= DraftJson.MaxEntries;

    // Nothing in a list is null-checked by the serializer.
    private IEnumerable<string?> Texts() =>
    [
        Form.Name, Form.LanguageCode, Form.LanguageModelName, Form.DataAccessRoleArn, Form.MediaFormat, Form.MediaSampleRate, Form.MediaUri, Form.OutputUri,
        Form.KmsKeyId, Form.KmsKeyArn, Form.MaxSpeakers, Form.MaxAlternatives, Form.VocabularyFilterName, Form.VocabularyName, S3Uri,
        SuggestedFor ?? "", CopiedFrom ?? "", Unanswered ?? "",
        .. Form.LanguageOptions, .. Form.PiiEntityTypes ?? [], .. NotCopied, .. Fields.Keys, .. Fields.Values, .. Names.Values,
        .. (Batch ?? []).SelectMany(row => row is null ? new string?[] { null } : new string?[] { row.FileName, row.Name, row.MediaUri, row.Error ?? "" }),
        .. Form.Tags.SelectMany(tag => tag is null ? new string?[] { null } : new string?[] { tag.Key, tag.Value }),
        .. Form.PerLanguage.SelectMany(choice => choice.Value is null ? new string?[] { null } : new string?[] { choice.Key, choice.Value.VocabularyName, choice.Value.VocabularyFilterName, choice.Value.LanguageModelName }),
    ];
}
