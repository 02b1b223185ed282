namespace TranscribeConsole.LocalAws.Signing;

/// <summary>A pair of keys that may sign requests.</summary>
/// <param name="Id">Sent with every request; no secret.</param>
/// <param name="Secret">Never sent; both sides derive signing keys from it.</param>
/// <param name="IsService">Whether it is the backend's own key, which signs addresses of service-managed output.</param>
internal sealed record AccessKey(string Id, string Secret, bool IsService)
{
    // A record prints all its members; a secret must not get into a log that way.
    public override string ToString() => Id;
}
