using System.Collections.Concurrent;

namespace TranscribeConsole.OidcServer;

/// <summary>Who may sign in at the provider.</summary>
internal sealed class Users
{
    public const string Password = "the password at the provider";

    private readonly ConcurrentDictionary<string, User> _users = new(StringComparer.Ordinal);

    public void Set(User user) => _users[user.UserName] = user;

    public User? Find(string? userName) => userName is not null && _users.TryGetValue(userName, out var user) ? user : null;
}

internal sealed record User(string UserName, string Subject, string Name, IReadOnlyList<string> Groups);
