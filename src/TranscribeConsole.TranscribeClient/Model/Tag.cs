namespace Amazon.TranscribeService.Model;

/// <summary>A label on a resource.</summary>
public partial class Tag
{
    /// <summary>1 to 128 characters, case-sensitive.</summary>
    public string? Key { get; set; }

    /// <summary>Up to 256 characters; may be empty, not null.</summary>
    public string? Value { get; set; }
}
