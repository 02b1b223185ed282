using System.Globalization;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Access;
using Job = Amazon.TranscribeService.Model.TranscriptionJob;

namespace TranscribeConsole.Services.Jobs;

/// <summary>From a job back to the form that would make such a job.</summary>
/// <param name="output">Which kind of output the job has; null: not known.</param>
internal sealed class JobCopy(Job job, OutputLocation? output)
{
    private readonly JobForm _form = new();
    private readonly List<string> _notCopied = [];

    public CopiedJob Make()
    {
        CopyLanguage();
        CopyMedia();
        CopyOutput();
        CopySubtitles();
        CopySettings(job.Settings);
        CopyRedaction();
        _form.ToxicityDetection = job.ToxicityDetection is { Count: > 0 };
        if (job.JobExecutionSettings is { AllowDeferredExecution: true } queue)
            (_form.JobQueue, _form.DataAccessRoleArn) = (true, queue.DataAccessRoleArn ?? "");
        _form.Tags = [.. (job.Tags ?? []).Where(tag => tag.Key?.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) == false && !OwnerTags.IsOwn(tag.Key))
            .Select(tag => new JobTag { Key = tag.Key!, Value = tag.Value ?? "" })];
        return new CopiedJob(_form, _notCopied);
    }

    private void CopyLanguage()
    {
        _form.LanguageSetting = job.IdentifyMultipleLanguages == true ? LanguageSetting.IdentifyMultiple
            : job.IdentifyLanguage == true ? LanguageSetting.Identify
            : LanguageSetting.Specific;
        if (_form.LanguageSetting == LanguageSetting.Specific && job.LanguageCode?.Value is { Length: > 0 } code) _form.LanguageCode = code;
        _form.NamesChosenFor = _form.LanguageCode;
        _form.LanguageOptions = [.. job.LanguageOptions ?? []];
        if (job.ModelSettings?.LanguageModelName is { Length: > 0 } model) (_form.ModelType, _form.LanguageModelName) = (ModelType.Custom, model);
        foreach (var (language, choices) in job.LanguageIdSettings ?? [])
        {
            _form.PerLanguage[language] = new LanguageChoices
            {
                VocabularyName = choices.VocabularyName ?? "",
                VocabularyFilterName = choices.VocabularyFilterName ?? "",
                LanguageModelName = choices.LanguageModelName ?? "",
            };
        }

        _form.CustomVocabulary = _form.PerLanguage.Values.Any(choices => choices.VocabularyName.Length > 0);
        _form.VocabularyFiltering = _form.PerLanguage.Values.Any(choices => choices.VocabularyFilterName.Length > 0);
    }

    private void CopyMedia()
    {
        var uri = job.Media?.MediaFileUri ?? "";
        _form.MediaUri = S3Location.TryParseAddress(uri, out var media) ? media.ToString() : uri;
        var (format, rate) = (job.MediaFormat?.Value ?? "", job.MediaSampleRateHertz?.ToString(CultureInfo.InvariantCulture) ?? "");
        if (job.CompletionTime is null)
            (_form.MediaFormat, _form.MediaSampleRate) = (format, rate);
        else if (format.Length > 0 || rate.Length > 0)
            // Other media would fail on a format or rate that was only detected in this one's.
            _notCopied.Add("Media format and sample rate are left to detection: of a job that has ended, the service does not say whether they were set.");
    }

    private void CopyOutput()
    {
        var location = JobOutput.Of(job);
        if (location is null && output != OutputLocation.CustomerBucket)
        {
            if (output is null) _notCopied.Add("The output location is known only once a job is complete. Choose it again if the output should go to a bucket of yours.");
            return;
        }

        _form.Output = OutputLocation.CustomerBucket;
        _notCopied.Add("The KMS key that encrypts the output, if the job has one: the service does not give it back.");
        if (location is null)
        {
            _notCopied.Add(job.CompletionTime is null
                ? "The S3 location of the output: the service does not give it back before the job is complete."
                : "The S3 location of the output: the service does not give it back for a job that failed.");
            return;
        }

        var folder = location.Key[..(location.Key.LastIndexOf('/') + 1)];
        _form.OutputUri = folder.Length > 0 ? $"s3://{location.Bucket}/{folder}" : $"s3://{location.Bucket}";
        if (location.Key.Length > folder.Length)
            _notCopied.Add($"The file name of the output, {location.Key[folder.Length..]}: the new job would write over the output of this one. Its folder was copied.");
    }

    private void CopySubtitles()
    {
        foreach (var format in job.Subtitles?.Formats ?? [])
        {
            switch (format)
            {
                case "srt": _form.SubtitleSrt = true; break;
                case "vtt": _form.SubtitleVtt = true; break;
                default: _notCopied.Add($"The subtitle format {format}, which this console does not know."); break;
            }
        }

        _form.SubtitleStartIndex = job.Subtitles?.OutputStartIndex ?? 0;
    }

    private void CopySettings(Settings? settings)
    {
        if (settings is null) return;
        if (settings.ChannelIdentification == true) _form.AudioIdentification = true;
        if (settings.ShowSpeakerLabels == true) (_form.AudioIdentification, _form.AudioIdentificationType) = (true, AudioIdentificationType.Speaker);
        if (settings.MaxSpeakerLabels is { } speakers) _form.MaxSpeakers = speakers.ToString(CultureInfo.InvariantCulture);
        _form.AlternativeResults = settings.ShowAlternatives == true;
        if (settings.MaxAlternatives is { } alternatives) _form.MaxAlternatives = alternatives.ToString(CultureInfo.InvariantCulture);
        if (settings.VocabularyName is { Length: > 0 } vocabulary) (_form.CustomVocabulary, _form.VocabularyName) = (true, vocabulary);
        if (settings.VocabularyFilterName is { Length: > 0 } filter) (_form.VocabularyFiltering, _form.VocabularyFilterName) = (true, filter);
        switch (settings.VocabularyFilterMethod?.Value)
        {
            case null or "mask": break;
            case "remove": _form.VocabularyFilterMethod = FilterMethod.Remove; break;
            case "tag": _form.VocabularyFilterMethod = FilterMethod.Tag; break;
            case var method: _notCopied.Add($"The vocabulary filtering method {method}, which this console does not know. Mask vocabulary is chosen."); break;
        }
    }

    private void CopyRedaction()
    {
        if (job.ContentRedaction is not { } redaction) return;
        if (redaction.RedactionType?.Value is { } type and not "PII")
        {
            _notCopied.Add($"The redaction of {type}, which this console does not know.");
            return;
        }

        _form.PiiRedaction = true;
        _form.PiiEntityTypes = redaction.PiiEntityTypes is { Count: > 0 } types && !types.Contains("ALL") ? [.. types] : null;
        _form.IncludeUnredacted = redaction.RedactionOutput?.Value == "redacted_and_unredacted";
    }
}
