using System.ComponentModel.DataAnnotations;

namespace TranscribeConsole.Web.Options;

/// <summary>What is recorded of what people do, section <c>Audit</c>.</summary>
public sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>Days after which an entry is removed.</summary>
    [Range(Data.AuditEntry.MinRetentionDays, 3650, ErrorMessage = "Audit:RetentionDays must be 30 to 3650.")]
    public int RetentionDays { get; init; } = 365;

    /// <summary>Record also where nobody signs in: then what was done, when and from where, but not by whom.</summary>
    public bool WithoutSignIn { get; init; }
}
