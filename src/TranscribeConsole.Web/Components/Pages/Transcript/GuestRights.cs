namespace TranscribeConsole.Web.Components.Pages.Transcript;

/// <summary>What whoever comes by a share link may do in the reading page.</summary>
/// <param name="Address">Below which the page asks for everything, relative to the base of the console.</param>
/// <param name="MayExport">Files of the transcript and the media may be taken.</param>
/// <param name="RedactedOnly">The redacted transcript alone, and no media.</param>
public sealed record GuestRights(string Address, bool MayExport, bool RedactedOnly);
