namespace Amazon.TranscribeService.Model;

/// <summary>Makes a custom vocabulary; it is PENDING until its entries have been checked.</summary>
public partial class CreateVocabularyRequest : AmazonTranscribeServiceRequest
{
    /// <summary>Up to 200 characters: a–z, A–Z, 0–9, periods, underscores and hyphens.</summary>
    public string? VocabularyName { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    /// <summary>Entries of a list, 50 KB in all. Either these or the file.</summary>
    public List<string>? Phrases { get; set; }

    /// <summary>Text object of up to 50 KB in the Region, <c>s3://bucket/key</c>, a table or a list.</summary>
    public string? VocabularyFileUri { get; set; }

    /// <summary>Role by which the service reads the file.</summary>
    public string? DataAccessRoleArn { get; set; }

    public List<Tag>? Tags { get; set; }
}
