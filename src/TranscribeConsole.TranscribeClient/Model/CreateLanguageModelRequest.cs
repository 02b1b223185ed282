namespace Amazon.TranscribeService.Model;

/// <summary>Starts the training of a custom language model; it takes hours.</summary>
public partial class CreateLanguageModelRequest : AmazonTranscribeServiceRequest
{
    public CLMLanguageCode? LanguageCode { get; set; }

    /// <summary>NarrowBand for audio under 16,000 Hz, WideBand for the rest.</summary>
    public BaseModelName? BaseModelName { get; set; }

    /// <summary>Up to 200 characters: a–z, A–Z, 0–9, periods, underscores and hyphens.</summary>
    public string? ModelName { get; set; }

    public InputDataConfig? InputDataConfig { get; set; }

    public List<Tag>? Tags { get; set; }
}
