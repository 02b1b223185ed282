namespace Amazon.TranscribeService.Model;

/// <summary>Makes a vocabulary filter, usable at once.</summary>
public partial class CreateVocabularyFilterRequest : AmazonTranscribeServiceRequest
{
    /// <summary>Up to 200 characters: a–z, A–Z, 0–9, periods, underscores and hyphens.</summary>
    public string? VocabularyFilterName { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    /// <summary>One word each, 50 KB in all. Either these or the file.</summary>
    public List<string>? Words { get; set; }

    /// <summary>Text object of up to 50 KB in the Region, <c>s3://bucket/key</c>, one word a line.</summary>
    public string? VocabularyFilterFileUri { get; set; }

    /// <summary>Role by which the service reads the file.</summary>
    public string? DataAccessRoleArn { get; set; }

    public List<Tag>? Tags { get; set; }
}
