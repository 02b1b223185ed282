namespace TranscribeConsole.Web.Security;

/// <summary>Who makes a change, for what is kept about it.</summary>
internal static class CurrentUser
{
    // Nobody signs in yet: whoever reaches the console works on this machine.
    public static string NameOf(HttpContext context) => context.User.Identity?.Name ?? "local user";
}
