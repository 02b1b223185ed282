using System.Globalization;
using System.Text.RegularExpressions;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The checks of step 1, in the order of the page.</summary>
internal sealed partial class JobDetailsChecks(JobAvailability availability, ServiceLimits limits)
{
    private readonly Quotas _quotas = limits.Quotas;

    public IEnumerable<FieldError> Check(JobForm form, bool uploading) =>
    [
        .. CheckName(form), .. CheckModel(form), .. CheckLanguage(form), .. CheckQueue(form), .. CheckMediaFormat(form),
        .. CheckMedia(form, uploading), .. CheckOutput(form), .. CheckSubtitles(form), .. CheckEncryption(form), .. CheckTags(form.Tags),
    ];

    public IEnumerable<FieldError> CheckTags(IReadOnlyList<JobTag> tags)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].IsEmpty) continue;
            if (FaultOfKey(tags[i].Key) is { } fault) yield return new($"Tags[{i}].Key", fault);
            else if (!keys.Add(tags[i].Key)) yield return new($"Tags[{i}].Key", "This key stands on another tag already. Keys must be unique.");
            if (Characters(tags[i].Value) > _quotas.MaxTagValueLength)
                yield return new($"Tags[{i}].Value", $"The value can have up to {_quotas.MaxTagValueLength} characters.");
        }

        if (tags.Count(tag => !tag.IsEmpty) > _quotas.MaxTags)
            yield return new(nameof(JobForm.Tags), $"There can be up to {_quotas.MaxTags} tags.");
    }

    /// <summary>The rule that a job's name breaks; null: none.</summary>
    public string? FaultOfName(string name) =>
        name.Length == 0 ? "Enter a name for the job."
        : name.Length > _quotas.MaxJobNameLength ? $"The name has {name.Length} characters; it can have up to {_quotas.MaxJobNameLength}."
        : !JobForm.IsResourceName(name) ? "The name can contain letters a–z and A–Z, digits, periods, underscores and hyphens; no spaces."
        : name is "." or ".." ? "The name can't be a period or two periods alone."
        : null;

    private IEnumerable<FieldError> CheckName(JobForm form)
    {
        if (FaultOfName(form.Name) is { } fault) yield return new(nameof(form.Name), fault);
    }

    private IEnumerable<FieldError> CheckModel(JobForm form)
    {
        if (form.ModelType != ModelType.Custom) yield break;
        if (availability.StateOf(form, JobOption.CustomLanguageModel) is { Available: false, Reason: { } reason })
            yield return new(nameof(form.ModelType), reason);
        else if (form.LanguageModelName.Length == 0)
            yield return new(nameof(form.LanguageModelName), "Choose a custom language model.");
        else if (!JobForm.IsResourceName(form.LanguageModelName))
            yield return new(nameof(form.LanguageModelName), "This is not a name that a custom language model can have.");
    }

    private IEnumerable<FieldError> CheckLanguage(JobForm form) => form.LanguageSetting switch
    {
        LanguageSetting.Identify => CheckIdentification(form, JobOption.AutomaticLanguageIdentification),
        LanguageSetting.IdentifyMultiple => CheckIdentification(form, JobOption.MultipleLanguagesIdentification),
        _ => CheckSpecificLanguage(form),
    };

    private IEnumerable<FieldError> CheckSpecificLanguage(JobForm form)
    {
        if (form.LanguageCode.Length == 0)
            yield return new(nameof(form.LanguageCode), "Choose the language that is spoken.");
        else if (availability.WhyNotLanguage(form, form.LanguageCode) is { } reason)
            yield return new(nameof(form.LanguageCode), $"{reason} {InsteadOf(form)}");
    }

    private IEnumerable<FieldError> CheckIdentification(JobForm form, JobOption option)
    {
        if (availability.StateOf(form, option) is { Available: false, Reason: { } refusal })
            yield return new(nameof(form.LanguageSetting), refusal);
        else if (form.LanguageOptions.Distinct().Count() is > 0 and var count && count < _quotas.MinLanguageOptions)
            yield return new(nameof(form.LanguageOptions), "Choose at least two languages, or none to choose from all.");
        else if (form.LanguageOptions.Select(code => availability.WhyNotOption(form, code)).FirstOrDefault(reason => reason is not null) is { } reason)
            yield return new(nameof(form.LanguageOptions), reason);
    }

    private IEnumerable<FieldError> CheckQueue(JobForm form)
    {
        if (!form.JobQueue) yield break;
        if (availability.StateOf(form, JobOption.JobQueue) is { Available: false, Reason: { } reason })
            yield return new(nameof(form.JobQueue), reason);
        else if (form.DataAccessRoleArn.Length == 0)
            yield return new(nameof(form.DataAccessRoleArn), "Enter the ARN of the role that the job queue uses.");
        else if (form.DataAccessRoleArn.Length > _quotas.MaxRoleArnLength || !RoleArn().IsMatch(form.DataAccessRoleArn))
            yield return new(nameof(form.DataAccessRoleArn), "The ARN must have the form arn:aws:iam::123456789012:role/name.");
    }

    private IEnumerable<FieldError> CheckMediaFormat(JobForm form)
    {
        if (form.MediaSampleRate.Trim() is { Length: > 0 } rate && !IsWithin(rate, _quotas.MinSampleRateHertz, _quotas.MaxSampleRateHertz))
            yield return new(nameof(form.MediaSampleRate), string.Create(CultureInfo.InvariantCulture,
                $"The sample rate is a whole number of hertz from {_quotas.MinSampleRateHertz:N0} to {_quotas.MaxSampleRateHertz:N0}, without separators; leave it empty to have it detected."));
    }

    private IEnumerable<FieldError> CheckMedia(JobForm form, bool uploading)
    {
        if (form.MediaUri.Length == 0 && uploading) yield break;
        if (form.MediaUri.Length == 0)
            yield return new(nameof(form.MediaUri), "Choose a file to upload or enter the S3 location of the media.");
        else if (FaultOfBucket(form.MediaUri) is { } fault)
            yield return new(nameof(form.MediaUri), fault);
        else if (!S3Location.TryParse(form.MediaUri, out var location) || location.Key.Length == 0 || location.Key.EndsWith('/'))
            yield return new(nameof(form.MediaUri), "The location of the media must have the form s3://bucket/key and name one object.");
        else if (form.MediaUri.Length > _quotas.MaxUriLength)
            yield return new(nameof(form.MediaUri), $"The location of the media can have up to {_quotas.MaxUriLength} characters.");
        else if (LineBreak().IsMatch(form.MediaUri))
            yield return new(nameof(form.MediaUri), "The service takes no object whose key contains a line break.");
    }

    private IEnumerable<FieldError> CheckOutput(JobForm form)
    {
        if (form.Output == OutputLocation.ServiceManaged) yield break;
        if (form.OutputUri.Length == 0)
            yield return new(nameof(form.OutputUri), "Enter the S3 location for the output, for example s3://bucket/folder/.");
        else if (!S3Location.TryParse(form.OutputUri, out var location))
            yield return new(nameof(form.OutputUri), "The output location must begin with s3:// and a bucket name of 3 to 63 characters: a–z, 0–9, periods and hyphens.");
        else if (location.Key.Length > _quotas.MaxOutputKeyLength || !OutputKey().IsMatch(location.Key))
            yield return new(nameof(form.OutputUri), "The part of the output location after the bucket can have up to 1,024 of these characters: a–z A–Z 0–9 - _ . ! * ' ( ) /");
        else if (location.Key.StartsWith('/'))
            yield return new(nameof(form.OutputUri), "The part of the output location after the bucket can't begin with a slash: the console could not read what is stored there.");
    }

    // "Must have the form s3://bucket/key" would be no help to who has written just that.
    private static string? FaultOfBucket(string uri) =>
        uri.StartsWith("s3://", StringComparison.Ordinal) && uri[5..].Split('/') is { Length: > 1 } parts && !S3Location.IsBucketName(parts[0])
            ? "The bucket in the location of the media has a name of 3 to 63 characters: a–z, 0–9, periods and hyphens, a letter or digit at both ends."
            : null;

    private IEnumerable<FieldError> CheckSubtitles(JobForm form)
    {
        if (!form.SubtitleSrt && !form.SubtitleVtt) yield break;
        if (availability.StateOf(form, JobOption.Subtitles) is { Available: false, Reason: { } reason })
            yield return new(form.SubtitleSrt ? nameof(form.SubtitleSrt) : nameof(form.SubtitleVtt), reason);
        if (form.SubtitleStartIndex is not (0 or 1))
            yield return new(nameof(form.SubtitleStartIndex), "The start index is 0 or 1.");
    }

    private IEnumerable<FieldError> CheckEncryption(JobForm form)
    {
        if (!form.Encryption) yield break;
        if (availability.StateOf(form, JobOption.OutputEncryption) is { Available: false, Reason: { } reason })
            yield return new(nameof(form.Encryption), reason);
        else if (form.KmsKeySource == KmsKeySource.ThisAccount && form.KmsKeyId.Length == 0)
            yield return new(nameof(form.KmsKeyId), "Enter the id, the alias or the ARN of the KMS key.");
        else if (form.KmsKeySource == KmsKeySource.ThisAccount && !IsKmsKey(form.KmsKeyId, anyForm: true))
            yield return new(nameof(form.KmsKeyId), "The key is named by its id (1234abcd-12ab-34cd-56ef-1234567890ab), by alias/name, or by its ARN or that of its alias.");
        else if (form.KmsKeySource == KmsKeySource.OtherAccount && form.KmsKeyArn.Length == 0)
            yield return new(nameof(form.KmsKeyArn), "Enter the ARN of the KMS key.");
        else if (form.KmsKeySource == KmsKeySource.OtherAccount && !IsKmsKey(form.KmsKeyArn, anyForm: false))
            yield return new(nameof(form.KmsKeyArn), "A key of another account is named by its ARN, arn:aws:kms:region:123456789012:key/id, or by the ARN of its alias.");
    }

    private string InsteadOf(JobForm form)
    {
        var others = availability.Languages(form).Where(choice => choice.Unavailable is null).Select(choice => choice.Language.Text).ToList();
        return others.Count is > 0 and <= 7 ? $"Choose {string.Join(" or ", others)}." : "Choose another language.";
    }

    private string? FaultOfKey(string key)
    {
        if (key.Length == 0) return "Enter a key, or remove the tag.";
        if (Characters(key) > _quotas.MaxTagKeyLength) return $"The key can have up to {_quotas.MaxTagKeyLength} characters.";
        return key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) ? "Keys that begin with aws: are reserved."
            : OwnerTags.IsOwn(key) ? $"Keys that begin with {OwnerTags.Prefix} are the console's own."
            : null;
    }

    private bool IsKmsKey(string key, bool anyForm) =>
        key.Length <= _quotas.MaxKmsKeyLength && (KmsArn().IsMatch(key) || (anyForm && KmsIdOrAlias().IsMatch(key)));

    /// <summary>Whether a whole number as typed lies in a range, both ends included.</summary>
    internal static bool IsWithin(string typed, int min, int max) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max;

    // As the service counts, not UTF-16 units.
    private static int Characters(string text) => text.Length - text.Count(char.IsLowSurrogate);

    [GeneratedRegex(@"^[a-zA-Z0-9\-_.!*'()/]*\z")]
    private static partial Regex OutputKey();

    [GeneratedRegex(@"[\n\r\u0085\u2028\u2029]")]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^arn:(aws|aws-cn|aws-us-gov|aws-iso-?[a-z]?):iam::[0-9]{12}:role/[A-Za-z0-9:_/+=,@.-]{1,1024}\z")]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:(key/[A-Za-z0-9-]+|alias/[A-Za-z0-9/_-]+)\z")]
    private static partial Regex KmsArn();

    [GeneratedRegex(@"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|mrk-[0-9a-fA-F]{32}|alias/[A-Za-z0-9/_-]+)\z")]
    private static partial Regex KmsIdOrAlias();
}
