namespace Amazon.TranscribeService.Model;

/// <summary>Removal of personal data from the transcript.</summary>
public partial class ContentRedaction
{
    /// <summary>Required.</summary>
    public RedactionType? RedactionType { get; set; }

    /// <summary>Required.</summary>
    public RedactionOutput? RedactionOutput { get; set; }

    /// <summary>Kinds (<see cref="PiiEntityType"/>) to remove; null means all.</summary>
    public List<string>? PiiEntityTypes { get; set; }
}
