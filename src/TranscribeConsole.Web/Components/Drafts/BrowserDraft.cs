using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace TranscribeConsole.Web.Components.Drafts;

/// <summary>The circuit's end of draft.js, which keeps what is entered into a form in the browser. A page that is gone has nothing more to be told.</summary>
/// <remarks>While the connection is down nothing waits for the browser; what it missed last it is told when it is back.</remarks>
public sealed class BrowserDraft : IAsyncDisposable
{
    /// <summary>A vocabulary of the greatest size, or fifty tags, written in the longest way.</summary>
    public const int MaxBytes = 1_000_000;

    private readonly IJSRuntime _runtime;
    private readonly CircuitConnection _connection;
    private IJSObjectReference? _module;
    private IJSObjectReference? _script;
    private string? _kept;
    private Call? _missed;

    public BrowserDraft(IJSRuntime runtime, CircuitConnection connection)
    {
        (_runtime, _connection) = (runtime, connection);
        connection.Returned += Repeat;
    }

    public bool IsOpen => _script is not null;

    /// <summary>To be called after the first interactive render.</summary>
    /// <param name="modulePath">Address of draft.js, relative to the base address.</param>
    /// <param name="key">Tells the forms of one browser apart.</param>
    public async Task OpenAsync(string modulePath, string key)
    {
        if (_script is not null) return;
        _module = await _runtime.InvokeAsync<IJSObjectReference>("import", modulePath); // disposed of with the page: it costs each circuit 40 kB of how to write a long
        _script = await _module.InvokeAsync<IJSObjectReference>("open", key);
    }

    /// <summary>What the browser has kept; empty: nothing, or too much to be a form.</summary>
    /// <remarks>A stream is for what one message does not hold.</remarks>
    public async Task<string> LoadAsync()
    {
        if (await _script!.InvokeAsync<string?>("load") is { } text) return text;
        await using var kept = await _script!.InvokeAsync<IJSStreamReference>("loadLong");
        if (kept.Length > MaxBytes) return "";
        await using var stream = await kept.OpenReadStreamAsync(MaxBytes);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The fields of the form show what the text says; from now on the browser watches them.</summary>
    /// <param name="worth">There is something in it that would be lost.</param>
    public Task BeginAsync(ElementReference form, string text, bool worth)
    {
        _kept = text;
        return CallAsync("begin", form, text, Flag(worth));
    }

    /// <summary>Hands over the contents when they have changed.</summary>
    public async Task KeepAsync(string text, bool worth)
    {
        if (text == _kept) return;
        _kept = text;
        await CallAsync("keep", text, Flag(worth));
    }

    /// <summary>Saved or given up.</summary>
    public Task ForgetAsync()
    {
        _kept = null;
        return CallAsync("clear");
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Returned -= Repeat;
        if (_script is null) return;
        await CallAsync("close");
        try
        {
            await _script.DisposeAsync();
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (Exception e) when (IsGone(e))
        {
        }
    }

    // How to write a number each circuit has learned already; a truth would take another 5 kB of it.
    private static int Flag(bool worth) => worth ? 1 : 0;

    private async Task CallAsync(string function, params object?[] arguments)
    {
        if (_script is null) return;
        var call = _missed = new Call(function, arguments);
        try
        {
            await _script.InvokeVoidAsync(function, _connection.Down, arguments);
            if (_missed == call) _missed = null;
        }
        catch (Exception e) when (IsGone(e))
        {
        }
    }

    private void Repeat()
    {
        if (_missed is { } call) _ = CallAsync(call.Function, call.Arguments);
    }

    private static bool IsGone(Exception e) => e is JSDisconnectedException or OperationCanceledException or JSException;

    private sealed class Call(string function, object?[] arguments)
    {
        public string Function { get; } = function;

        public object?[] Arguments { get; } = arguments;
    }
}
