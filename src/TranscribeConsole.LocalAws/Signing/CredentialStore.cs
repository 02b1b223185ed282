namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The keys that may sign: the user's, and the backend's own.</summary>
internal sealed class CredentialStore(AccessKey user, AccessKey service)
{
    public const string UserFile = "credentials";
    public const string ServiceFile = "service-credentials";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public AccessKey User { get; } = user;

    public AccessKey Service { get; } = service;

    /// <summary>Reads both keys from the data directory; what is missing is made. Either way the files are readable by their owner alone.</summary>
    /// <exception cref="InvalidDataException">A file is not in the form of the shared credentials file; the message names it.</exception>
    public static CredentialStore LoadOrCreate(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory, OwnerOnly);
        var servicePath = Path.Combine(dataDirectory, ServiceFile);
        var user = CredentialsFile.LoadOrCreate(
            Path.Combine(dataDirectory, UserFile), "Keys of the embedded backend, for SDKs and the AWS CLI. You may change them.", isService: false);
        var service = CredentialsFile.LoadOrCreate(
            servicePath, "The embedded backend's own keys; they sign the addresses of its transcripts.", isService: true);
        return user.Id == service.Id
            ? throw new InvalidDataException($"The credentials file {servicePath} must not have the access key id of the file {UserFile}.")
            : new CredentialStore(user, service);
    }

    public AccessKey? Find(string accessKeyId) =>
        accessKeyId == User.Id ? User : accessKeyId == Service.Id ? Service : null;
}
