using Microsoft.AspNetCore.Components.Server.Circuits;

namespace TranscribeConsole.Web.Components.Drafts;

/// <summary>Whether the browser of this circuit can be reached. A call of its scripts waits in vain while it can't.</summary>
public sealed class CircuitConnection : CircuitHandler, IDisposable
{
    private CancellationTokenSource _down = new();

    /// <summary>The browser is there again.</summary>
    public event Action? Returned;

    /// <summary>Cancelled when the connection drops; another one after it has come back.</summary>
    public CancellationToken Down => _down.Token;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => _down.CancelAsync();

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (!_down.IsCancellationRequested) return Task.CompletedTask; // the first time
        _down.Dispose();
        _down = new CancellationTokenSource();
        Returned?.Invoke();
        return Task.CompletedTask;
    }

    public void Dispose() => _down.Dispose();
}
