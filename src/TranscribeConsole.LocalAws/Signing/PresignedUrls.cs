namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Addresses that carry their own signature and can be fetched by anyone until they expire.</summary>
internal sealed class PresignedUrls(CredentialStore credentials, TimeProvider time)
{
    /// <summary>A path-style address to GET the object.</summary>
    /// <param name="baseAddress">The backend's address as the reader will call it; its host and port are signed.</param>
    /// <param name="lifetime">1 second to 7 days; counted in whole seconds from now.</param>
    /// <param name="signer">Null: the backend's own key.</param>
    public string Get(Uri baseAddress, string bucket, string key, TimeSpan lifetime, AccessKey? signer = null) =>
        throw new NotImplementedException($"{credentials}{time}{baseAddress}{bucket}{key}{lifetime}{signer}");
}
