namespace TranscribeConsole.Services.Accounts;

/// <summary>Failures of each browser that is known, since its last success. One that fails too often is a browser like any other for a while.</summary>
/// <remarks>Of this process: nobody gets such a browser without signing in, and a restart gives those who have one a few more attempts.</remarks>
internal sealed class DeviceFailures(AccountLimits limits, TimeProvider clock)
{
    private const int ManyKept = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Last)> _failures = new(StringComparer.Ordinal); // guarded by _lock

    /// <summary>Counts an attempt before the password is looked at; false: there were too many.</summary>
    public bool TryCount(string nonce)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (_failures.Count > ManyKept) Forget(now);
            var count = _failures.TryGetValue(nonce, out var known) && now - known.Last < limits.LockOut ? known.Count : 0;
            if (count >= limits.Failures) return false;
            _failures[nonce] = (count + 1, now);
            return true;
        }
    }

    public bool IsLocked(string nonce)
    {
        lock (_lock) return _failures.TryGetValue(nonce, out var known) && known.Count >= limits.Failures && clock.GetUtcNow() - known.Last < limits.LockOut;
    }

    public void Forgive(string nonce)
    {
        lock (_lock) _failures.Remove(nonce);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (nonce, known) in _failures.ToList())
            if (now - known.Last >= limits.LockOut) _failures.Remove(nonce);
    }
}
