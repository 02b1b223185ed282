namespace TranscribeConsole.Services.Accounts;

/// <summary>Turns passwords into what may be kept of them. The application brings ASP.NET Core Identity's, which this layer does not know.</summary>
public interface IPasswordHashes
{
    string Hash(string password);

    PasswordAnswer Verify(string hash, string password);
}

public enum PasswordAnswer
{
    Wrong,
    Right,

    /// <summary>Right, and the hash is of an older kind: hash the password again.</summary>
    RightOfOldHash,
}
