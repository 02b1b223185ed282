using System.Collections.Concurrent;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The signing keys of the days, Regions and services that were asked for, derived once.</summary>
internal sealed class SigningKeys
{
    private const int Most = 64; // a client chooses the day; beyond this all are derived anew

    private readonly ConcurrentDictionary<(AccessKey Key, CredentialScope Scope), byte[]> _keys = [];

    public byte[] Derive(AccessKey key, CredentialScope scope)
    {
        if (_keys.TryGetValue((key, scope), out var known)) return known;
        if (_keys.Count >= Most) _keys.Clear();
        return _keys[(key, scope)] = SignatureV4.DeriveKey(key.Secret, scope);
    }
}
