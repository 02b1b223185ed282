using System.Diagnostics.CodeAnalysis;

namespace TranscribeConsole.Services.Audit;

/// <summary>What is recorded. The numbers are the ids of the log's events; they and the names in <see cref="AuditActions"/> never change.</summary>
[SuppressMessage("Design", "CA1008:Enums should have zero value", Justification = "Zero is no event.")]
public enum AuditAction
{
    SignedIn = 7001,
    SignInRefused = 7002,
    LockedOut = 7003,
    SignedOut = 7004,
    SessionsEnded = 7005,
    PasswordChanged = 7006,

    AccountMade = 7101,
    RoleChanged = 7102,
    AccountDisabled = 7103,
    AccountEnabled = 7104,
    Invited = 7105,
    InvitationRevoked = 7106,
    PasswordLinkMade = 7107,

    Uploaded = 7201,
    JobCreated = 7202,
    JobViewed = 7203,
    TranscriptViewed = 7204,
    MediaPlayed = 7205,
    Exported = 7206,
    TranscriptCorrected = 7207,
    SpeakerNamed = 7208,
    VisibilityChanged = 7209,
    JobDeleted = 7210,
    TagsChanged = 7211,
    LinkMade = 7212,
    LinkRevoked = 7213,
    LinkOpened = 7214,
    LinkPasswordRefused = 7215,
    LinkLocked = 7216,

    ResourceMade = 7301,
    ResourceChanged = 7302,
    ResourceDeleted = 7303,
    ObjectDownloaded = 7304,
    AuditExported = 7401,
}

/// <summary>Names of the actions, for the database and addresses, and the words for people.</summary>
public static class AuditActions
{
    private static readonly Dictionary<AuditAction, (string Name, string Words)> Known = new()
    {
        [AuditAction.SignedIn] = ("sign-in", "Signed in"),
        [AuditAction.SignInRefused] = ("sign-in.refused", "Sign-in refused"),
        [AuditAction.LockedOut] = ("account.locked", "Account locked"),
        [AuditAction.SignedOut] = ("sign-out", "Signed out"),
        [AuditAction.SessionsEnded] = ("session.end", "Ended sessions"),
        [AuditAction.PasswordChanged] = ("password.change", "Changed password"),
        [AuditAction.AccountMade] = ("account.create", "Made account"),
        [AuditAction.RoleChanged] = ("account.role", "Changed role"),
        [AuditAction.AccountDisabled] = ("account.disable", "Disabled account"),
        [AuditAction.AccountEnabled] = ("account.enable", "Enabled account"),
        [AuditAction.Invited] = ("invitation.create", "Invited"),
        [AuditAction.InvitationRevoked] = ("invitation.revoke", "Revoked invitation"),
        [AuditAction.PasswordLinkMade] = ("password.link", "Made password link"),
        [AuditAction.Uploaded] = ("upload", "Uploaded"),
        [AuditAction.JobCreated] = ("job.create", "Created job"),
        [AuditAction.JobViewed] = ("job.view", "Viewed job"),
        [AuditAction.TranscriptViewed] = ("transcript.view", "Read transcript"),
        [AuditAction.MediaPlayed] = ("media.play", "Loaded media"),
        [AuditAction.Exported] = ("transcript.export", "Exported transcript"),
        [AuditAction.TranscriptCorrected] = ("transcript.edit", "Corrected transcript"),
        [AuditAction.SpeakerNamed] = ("speaker.name", "Named speaker"),
        [AuditAction.VisibilityChanged] = ("job.share", "Changed visibility"),
        [AuditAction.JobDeleted] = ("job.delete", "Deleted job"),
        [AuditAction.TagsChanged] = ("tags.change", "Changed tags"),
        [AuditAction.LinkMade] = ("link.create", "Made share link"),
        [AuditAction.LinkRevoked] = ("link.revoke", "Revoked share link"),
        [AuditAction.LinkOpened] = ("link.open", "Opened share link"),
        [AuditAction.LinkPasswordRefused] = ("link.refused", "Share link password refused"),
        [AuditAction.LinkLocked] = ("link.locked", "Share link locked"),
        [AuditAction.ResourceMade] = ("resource.create", "Created resource"),
        [AuditAction.ResourceChanged] = ("resource.change", "Changed resource"),
        [AuditAction.ResourceDeleted] = ("resource.delete", "Deleted resource"),
        [AuditAction.ObjectDownloaded] = ("object.download", "Downloaded object"),
        [AuditAction.AuditExported] = ("audit.export", "Exported audit"),
    };

    private static readonly Dictionary<string, AuditAction> Named = Known.ToDictionary(known => known.Value.Name, known => known.Key, StringComparer.Ordinal);

    public static IEnumerable<AuditAction> All => Known.Keys;

    /// <summary>As the database has it.</summary>
    public static string Name(this AuditAction action) => Known[action].Name;

    /// <summary>For people.</summary>
    public static string Words(this AuditAction action) => Known[action].Words;

    /// <returns>Null: there is no action of that name in this version.</returns>
    public static AuditAction? Find(string? name) => name is not null && Named.TryGetValue(name, out var action) ? action : null;
}
