namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>Where somebody goes after signing in. It comes with the address of the page, which anybody can make: only places of this console are taken.</summary>
internal static class ReturnAddress
{
    public const string Parameter = "return";

    public const string SignIn = "/sign-in";

    private const string Home = "/jobs";

    /// <summary>The address if it is a path of this console, otherwise its first page.</summary>
    /// <remarks>Browsers read <c>//host</c> and <c>/\host</c> as another host, and leave out tabs and line breaks before they do. A header holds ASCII alone.</remarks>
    public static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(c => char.IsControl(c) || c == '\\' || !char.IsAscii(c))
        && !new PathString(address.Split('?', '#')[0]).StartsWithSegments(SignIn)
            ? address
            : Home;

    /// <summary>The sign-in page, which leads back to the address.</summary>
    public static string SignInFor(string address) => $"{SignIn}?{Parameter}={Uri.EscapeDataString(address)}";
}
