using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>Who sits before the pages of one circuit, or asked for the one that is prerendered. Pages hide what he may not do.</summary>
/// <remarks>It stays the same: whoever gets another role gets another circuit.</remarks>
/// <param name="isSignInNeeded">Then it is nobody until the router has said who.</param>
public sealed class PageCaller(bool isSignInNeeded)
{
    private Caller? _caller = isSignInNeeded ? null : Caller.Anyone;

    /// <summary>Null: nobody has signed in although somebody must, as on the page that asks for it.</summary>
    public Caller? Caller => _caller;

    public bool Is(Role role) => _caller?.Is(role) == true;

    public void Take(Caller? caller) => _caller = caller;
}
