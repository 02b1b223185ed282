namespace TranscribeConsole.Web.Security.Limiting;

/// <summary>A page whose form takes a password or the token of a link: an address may send it only so often.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitedGuessesAttribute : Attribute;
