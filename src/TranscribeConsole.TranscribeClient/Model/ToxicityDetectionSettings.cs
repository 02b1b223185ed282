namespace Amazon.TranscribeService.Model;

/// <summary>Toxic speech to look for.</summary>
public partial class ToxicityDetectionSettings
{
    /// <summary>Of <see cref="ToxicityCategory"/>; exactly one.</summary>
    public List<string>? ToxicityCategories { get; set; }
}
