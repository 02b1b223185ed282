namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The keys that may sign: the user's, and the backend's own.</summary>
internal sealed class CredentialStore(AccessKey user, AccessKey service)
{
    public AccessKey User { get; } = user;

    public AccessKey Service { get; } = service;

    /// <summary>Reads both keys from the data directory; what is missing is made, readable by its owner alone.</summary>
    /// <exception cref="InvalidDataException">A file is not in the form of the shared credentials file; the message names it.</exception>
    public static CredentialStore LoadOrCreate(string dataDirectory) => throw new NotImplementedException();

    public AccessKey? Find(string accessKeyId) =>
        accessKeyId == User.Id ? User : accessKeyId == Service.Id ? Service : null;
}
