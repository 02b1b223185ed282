namespace TranscribeConsole.Web.Options;

/// <summary>How people sign in.</summary>
public enum SecurityMode
{
    /// <summary>Nobody has to: the console is reached from its own machine only.</summary>
    None,

    /// <summary>With an account of the console's own database.</summary>
    Local,

    /// <summary>At an OpenID Connect provider.</summary>
    Oidc,
}
