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
        await using var module = await _runtime.InvokeAsync<IJSObjectReference>("import", modulePath);
        _script = await module.InvokeAsync<IJSObjectReference>("open", key);
    }

    /// <summary>What the browser has kept; empty: nothing, or too much to be a form.</summary>
    public async Task<string> LoadAsync()
    {
        await using var kept = await _script!.InvokeAsync<IJSStreamReference>("load");
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
        return CallAsync("begin", form, text, worth);
    }

    /// <summary>Hands over the contents when they have changed.</summary>
    public async Task KeepAsync(string text, bool worth)
    {
        if (text == _kept) return;
        _kept = text;
        await CallAsync("keep", text, worth);
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
        }
        catch (Exception e) when (IsGone(e))
        {
        }
    }

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
