namespace TranscribeConsole.Services.WordLists;

/// <summary>Lets one at a time do something with a name.</summary>
internal sealed class NamedLocks
{
    private readonly Dictionary<string, Turn> _turns = []; // of names in use; guarded by itself

    /// <summary>Waits until nobody else has the name; dispose the result to let the next one go on.</summary>
    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancellationToken)
    {
        Turn turn;
        lock (_turns)
        {
            if (!_turns.TryGetValue(name, out turn!)) _turns[name] = turn = new Turn(this, name);
            turn.Users++;
        }

        try
        {
            await turn.Free.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(turn);
            throw;
        }

        return turn;
    }

    private void Leave(Turn turn)
    {
        lock (_turns)
        {
            if (--turn.Users > 0) return;
            _turns.Remove(turn.Name);
            turn.Free.Dispose();
        }
    }

    private sealed class Turn(NamedLocks locks, string name) : IDisposable
    {
        public string Name { get; } = name;

        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Users { get; set; } // guarded by the dictionary

        public void Dispose()
        {
            Free.Release();
            locks.Leave(this);
        }
    }
}
