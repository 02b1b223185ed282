namespace Amazon.TranscribeService.Model;

/// <summary>Replaces every word of a vocabulary filter. Its language stays.</summary>
public partial class UpdateVocabularyFilterRequest : AmazonTranscribeServiceRequest
{
    public string? VocabularyFilterName { get; set; }

    /// <summary>One word each, 50 KB in all. Either these or the file.</summary>
    public List<string>? Words { get; set; }

    /// <summary>Text object of up to 50 KB in the Region, <c>s3://bucket/key</c>, one word a line.</summary>
    public string? VocabularyFilterFileUri { get; set; }

    /// <summary>Role by which the service reads the file.</summary>
    public string? DataAccessRoleArn { get; set; }
}
