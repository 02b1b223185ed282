using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TranscribeConsole.Web.Components.Drafts;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>What the wizard asks of the browser: to keep the draft, whichever step is shown, and the few calls of create-job.js.</summary>
public sealed class WizardScript : IAsyncDisposable
{
    private readonly IJSRuntime _runtime;
    private readonly JobDraft _draft;
    private readonly BrowserDraft _kept;
    private Task<IJSObjectReference>? _module;

    public WizardScript(IJSRuntime runtime, JobDraft draft, CircuitConnection connection)
    {
        (_runtime, _draft, _kept) = (runtime, draft, new BrowserDraft(runtime, connection));
        draft.Forgotten += Forget;
    }

    /// <summary>To be called after the first interactive render; reads the draft that the browser has kept, once.</summary>
    /// <param name="assets">Addresses of the scripts.</param>
    public async Task ConnectAsync(ResourceAssetCollection assets)
    {
        await (_module ??= _runtime.InvokeAsync<IJSObjectReference>("import", $"./{assets["js/create-job.js"]}").AsTask());
        await _kept.OpenAsync($"./{assets["js/draft.js"]}", "job-draft");
        if (!_draft.IsLoaded) _draft.Load(await _kept.LoadAsync());
    }

    /// <summary>The fields of a step have been filled from the draft; from now on the browser watches them.</summary>
    public Task BeginAsync(ElementReference form) => _kept.BeginAsync(form, _draft.ToKept().Write(), _draft.IsWorthKeeping);

    /// <summary>Hands the draft over when it has changed.</summary>
    public Task KeepAsync() => _kept.KeepAsync(_draft.ToKept().Write(), _draft.IsWorthKeeping);

    public Task FocusAsync(string id) => CallAsync("focus", id);

    public async Task<bool> IsPanelOpenAsync() => await (await _module!).InvokeAsync<bool>("isPanelOpen");

    public Task RememberPanelAsync(bool open) => CallAsync("rememberPanel", open);

    public async ValueTask DisposeAsync()
    {
        _draft.Forgotten -= Forget;
        await _kept.DisposeAsync();
        try
        {
            if (_module is not null) await (await _module).DisposeAsync();
        }
        catch (Exception e) when (IsGone(e))
        {
        }
    }

    private async Task CallAsync(string function, object? argument)
    {
        try
        {
            await (await _module!).InvokeVoidAsync(function, argument);
        }
        catch (Exception e) when (IsGone(e))
        {
        }
    }

    // The page, and the script's reference with it.
    private static bool IsGone(Exception e) => e is JSDisconnectedException or OperationCanceledException or JSException;

    private void Forget() => _ = _kept.ForgetAsync();
}
