using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>The circuit's end of create-job.js, which keeps the draft in the browser. A page that is gone has nothing more to be told.</summary>
public sealed class WizardScript : IAsyncDisposable
{
    private readonly IJSRuntime _runtime;
    private readonly JobDraft _draft;
    private Task<IJSObjectReference>? _module;
    private string? _kept;

    public WizardScript(IJSRuntime runtime, JobDraft draft)
    {
        (_runtime, _draft) = (runtime, draft);
        draft.Forgotten += Forget;
    }

    /// <summary>To be called after the first interactive render.</summary>
    /// <param name="modulePath">Address of create-job.js, relative to the base address.</param>
    public async Task ConnectAsync(string modulePath) =>
        await (_module ??= _runtime.InvokeAsync<IJSObjectReference>("import", modulePath).AsTask());

    /// <summary>The draft that the browser has kept; empty: none, or too much to be one.</summary>
    public async Task<string> LoadAsync()
    {
        await using var kept = await (await _module!).InvokeAsync<IJSStreamReference>("load");
        if (kept.Length > KeptDraft.MaxBytes) return "";
        await using var stream = await kept.OpenReadStreamAsync(KeptDraft.MaxBytes);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The fields of a step have been filled from the draft; from now on the browser watches them.</summary>
    public Task BeginAsync(ElementReference form)
    {
        _kept = _draft.ToKept().Write();
        return CallAsync("begin", form, _kept, _draft.IsWorthKeeping);
    }

    /// <summary>Hands the draft over when it has changed.</summary>
    public async Task KeepAsync()
    {
        var text = _draft.ToKept().Write();
        if (text == _kept) return;
        _kept = text;
        await CallAsync("keep", text, _draft.IsWorthKeeping);
    }

    public Task FocusAsync(string id) => CallAsync("focus", id);

    public async Task<bool> IsPanelOpenAsync() => await (await _module!).InvokeAsync<bool>("isPanelOpen");

    public Task RememberPanelAsync(bool open) => CallAsync("rememberPanel", open);

    public async ValueTask DisposeAsync()
    {
        _draft.Forgotten -= Forget;
        try
        {
            if (_module is not null) await (await _module).DisposeAsync();
        }
        catch (Exception e) when (IsGone(e))
        {
        }
    }

    private void Forget()
    {
        _kept = null;
        _ = CallAsync("clear");
    }

    private async Task CallAsync(string function, params object?[] arguments)
    {
        if (_module is null) return;
        try
        {
            await (await _module).InvokeVoidAsync(function, arguments);
        }
        catch (Exception e) when (IsGone(e))
        {
        }
    }

    private static bool IsGone(Exception e) => e is JSDisconnectedException or OperationCanceledException or JSException;
}
