using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe.Validation;

/// <summary>Refuses, in a sentence, what the service can do and the local engine can't.</summary>
internal sealed class EngineRules(LocalAwsCapabilities capabilities)
{
    /// <exception cref="Protocols.ServiceErrorException">BadRequestException with the sentence of the first option refused.</exception>
    public void Check(StartTranscriptionJobRequest request)
    {
        foreach (var option in OptionsOf(request))
        {
            if (capabilities.RefusedOptions.TryGetValue(option, out var sentence)) throw TranscribeErrors.BadRequest(sentence);
        }

        string?[] codes = [request.LanguageCode, .. request.LanguageOptions ?? []];
        if (codes.FirstOrDefault(code => code is not null && !capabilities.LanguageCodes.Contains(code)) is { } unknown)
            throw TranscribeErrors.BadRequest(Unknown(unknown));
    }

    private string Unknown(string code) => capabilities.LanguageCodes.Count <= 5
        ? $"The local backend transcribes {string.Join(", ", capabilities.LanguageCodes)} only, not {code}."
        : $"The recogniser of this local backend, {capabilities.EngineName}, doesn't know {code}.";

    private static IEnumerable<string> OptionsOf(StartTranscriptionJobRequest request)
    {
        if (request.IdentifyLanguage == true) yield return nameof(request.IdentifyLanguage);
        if (request.IdentifyMultipleLanguages == true) yield return nameof(request.IdentifyMultipleLanguages);
        if (request.Settings?.ShowSpeakerLabels == true) yield return "Settings.ShowSpeakerLabels";
        if (request.Settings?.ShowAlternatives == true) yield return "Settings.ShowAlternatives";
        if (request.Settings?.ChannelIdentification == true) yield return "Settings.ChannelIdentification";
        if (request.ModelSettings?.LanguageModelName is not null) yield return nameof(request.ModelSettings);
        if (request.LanguageIdSettings?.Values.Any(value => value?.LanguageModelName is not null) == true) yield return "LanguageIdSettings.LanguageModelName";
        if (request.ContentRedaction is not null) yield return nameof(request.ContentRedaction);
        if (request.ToxicityDetection is not null) yield return nameof(request.ToxicityDetection);
        if (request.Subtitles is not null) yield return nameof(request.Subtitles);
        if (request.OutputEncryptionKMSKeyId is not null) yield return nameof(request.OutputEncryptionKMSKeyId);
        if (request.KMSEncryptionContext is not null) yield return nameof(request.KMSEncryptionContext);
    }
}
