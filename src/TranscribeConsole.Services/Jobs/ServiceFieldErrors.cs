using System.Text.RegularExpressions;

namespace TranscribeConsole.Services.Jobs;

/// <summary>Finds the field of the form that an error of StartTranscriptionJob is about.</summary>
public static partial class ServiceFieldErrors
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["transcriptionJobName"] = nameof(JobForm.Name),
        ["media"] = nameof(JobForm.MediaUri),
        ["mediaFileUri"] = nameof(JobForm.MediaUri),
        ["mediaFormat"] = nameof(JobForm.MediaFormat),
        ["mediaSampleRateHertz"] = nameof(JobForm.MediaSampleRate),
        ["languageCode"] = nameof(JobForm.LanguageCode),
        ["identifyLanguage"] = nameof(JobForm.LanguageSetting),
        ["identifyMultipleLanguages"] = nameof(JobForm.LanguageSetting),
        ["languageOptions"] = nameof(JobForm.LanguageOptions),
        ["languageIdSettings"] = nameof(JobForm.PerLanguage),
        ["outputBucketName"] = nameof(JobForm.OutputUri),
        ["outputKey"] = nameof(JobForm.OutputUri),
        ["outputEncryptionKMSKeyId"] = nameof(JobForm.KmsKeyId),
        ["vocabularyName"] = nameof(JobForm.VocabularyName),
        ["vocabularyFilterName"] = nameof(JobForm.VocabularyFilterName),
        ["vocabularyFilterMethod"] = nameof(JobForm.VocabularyFilterMethod),
        ["showSpeakerLabels"] = nameof(JobForm.AudioIdentification),
        ["channelIdentification"] = nameof(JobForm.AudioIdentification),
        ["maxSpeakerLabels"] = nameof(JobForm.MaxSpeakers),
        ["showAlternatives"] = nameof(JobForm.AlternativeResults),
        ["maxAlternatives"] = nameof(JobForm.MaxAlternatives),
        ["modelSettings"] = nameof(JobForm.LanguageModelName),
        ["languageModelName"] = nameof(JobForm.LanguageModelName),
        ["jobExecutionSettings"] = nameof(JobForm.JobQueue),
        ["allowDeferredExecution"] = nameof(JobForm.JobQueue),
        ["dataAccessRoleArn"] = nameof(JobForm.DataAccessRoleArn),
        ["contentRedaction"] = nameof(JobForm.PiiRedaction),
        ["redactionOutput"] = nameof(JobForm.IncludeUnredacted),
        ["piiEntityTypes"] = nameof(JobForm.PiiEntityTypes),
        ["subtitles"] = nameof(JobForm.SubtitleSrt),
        ["outputStartIndex"] = nameof(JobForm.SubtitleStartIndex),
        ["toxicityDetection"] = nameof(JobForm.ToxicityDetection),
        ["tags"] = nameof(JobForm.Tags),
    };

    // What the service says without naming a member. The order counts: the first that is found.
    private static readonly (string Part, string Field)[] Sentences =
    [
        ("job name", nameof(JobForm.Name)),
        ("language code is missing", nameof(JobForm.LanguageCode)),
        ("vocabulary filter", nameof(JobForm.VocabularyFilterName)),
        ("language model", nameof(JobForm.LanguageModelName)),
        ("vocabulary", nameof(JobForm.VocabularyName)),
        ("output bucket", nameof(JobForm.OutputUri)),
        ("KMS", nameof(JobForm.KmsKeyId)),
        ("IAM role", nameof(JobForm.DataAccessRoleArn)),
        ("tag key", nameof(JobForm.Tags)),
        ("S3 URI", nameof(JobForm.MediaUri)),
        ("media file", nameof(JobForm.MediaUri)),
    ];

    /// <param name="message">As the service gave it.</param>
    /// <param name="form">The form that was sent, so that tags and the KMS key are found in it; null: the usual places.</param>
    /// <returns>The message at its field; null when it names none that is known. Of several constraints the first counts.</returns>
    public static FieldError? Locate(string message, JobForm? form = null)
    {
        var field = OfPath(message, form) ?? OfMember(message) ?? OfSentence(message);
        if (field == nameof(JobForm.KmsKeyId) && form?.KmsKeySource == KmsKeySource.OtherAccount) field = nameof(JobForm.KmsKeyArn);
        return field is null ? null : new FieldError(field, message);
    }

    // "1 validation error detected: Value '40' at 'settings.maxSpeakerLabels' failed to satisfy constraint: …"
    private static string? OfPath(string message, JobForm? form)
    {
        foreach (Match found in Path().Matches(message))
        {
            var parts = found.Groups["path"].Value.Split('.');
            if (parts[0].Equals("tags", StringComparison.OrdinalIgnoreCase)) return Tag(parts, form);
            if (parts is ["languageIdSettings", var code, .., var member] && Fields.TryGetValue(member, out var choice))
                return $"{nameof(JobForm.PerLanguage)}[{code}].{choice}";
            // From the inside out: the innermost member that has a field.
            if (parts.Reverse().Select(part => Fields.GetValueOrDefault(part)).FirstOrDefault(name => name is not null) is { } field) return field;
        }

        return null;
    }

    // "ContentRedaction isn't available for LanguageCode de-XX.": member names in the service's capitals, the first that has a field.
    private static string? OfMember(string message) =>
        Member().Matches(message).Select(found => Fields.GetValueOrDefault(found.Value)).FirstOrDefault(field => field is not null);

    private static string? OfSentence(string message)
    {
        foreach (var (part, field) in Sentences)
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase)) return field;
        return null;
    }

    // The service counts the tags that were sent, from one; rows that are not filled in were not.
    private static string Tag(string[] parts, JobForm? form)
    {
        if (parts is not [_, var index, .., var member] || !int.TryParse(index, out var number) || number < 1) return nameof(JobForm.Tags);
        var row = form is null ? number - 1 : form.Tags.IndexOf(form.Tags.Where(tag => !tag.IsEmpty).ElementAtOrDefault(number - 1)!);
        if (row < 0) return nameof(JobForm.Tags);
        return member.Equals("value", StringComparison.OrdinalIgnoreCase) ? $"Tags[{row}].Value" : $"Tags[{row}].Key";
    }

    [GeneratedRegex(@" at '(?<path>[A-Za-z0-9_.\-]+)' failed to satisfy constraint")]
    private static partial Regex Path();

    [GeneratedRegex(@"\b[A-Z]+[a-z]+([A-Z]+[a-z]*)+\b")]
    private static partial Regex Member();
}
