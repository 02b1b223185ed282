namespace TranscribeConsole.LocalAws;

/// <summary>Where the backend listens; known once it does. Addresses in answers are composed from it and never stored.</summary>
internal sealed class LocalAwsAddress
{
    private volatile Uri? _baseAddress;

    /// <summary>For example <c>http://127.0.0.1:4566/</c>.</summary>
    /// <exception cref="InvalidOperationException">The backend has not started yet.</exception>
    public Uri BaseAddress
    {
        get => _baseAddress ?? throw new InvalidOperationException("The local backend has not started yet.");
        set => _baseAddress = value;
    }
}
