namespace Amazon.TranscribeService.Model;

/// <summary>Optional features of a job.</summary>
public partial class Settings
{
    public string? VocabularyName { get; set; }

    /// <summary>Needs <see cref="VocabularyFilterMethod"/>.</summary>
    public string? VocabularyFilterName { get; set; }

    /// <summary>Needs <see cref="VocabularyFilterName"/>.</summary>
    public VocabularyFilterMethod? VocabularyFilterMethod { get; set; }

    /// <summary>Needs <see cref="MaxSpeakerLabels"/>; not together with <see cref="ChannelIdentification"/>.</summary>
    public bool? ShowSpeakerLabels { get; set; }

    /// <summary>2 to 30.</summary>
    public int? MaxSpeakerLabels { get; set; }

    /// <summary>Transcribe each channel on its own.</summary>
    public bool? ChannelIdentification { get; set; }

    /// <summary>Needs <see cref="MaxAlternatives"/>.</summary>
    public bool? ShowAlternatives { get; set; }

    /// <summary>2 to 10.</summary>
    public int? MaxAlternatives { get; set; }
}
