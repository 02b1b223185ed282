using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace TranscribeConsole.Web.Uploads;

/// <summary>
/// The circuit's end of upload.js. The script's module keeps the uploads for as long as the document lives; a new circuit, or a page
/// shown again, connects and gets the state as it is.
/// </summary>
public sealed class UploadScript : IAsyncDisposable
{
    private readonly IJSRuntime _runtime;
    private readonly UploadSession _session;
    private readonly DotNetObjectReference<UploadScript> _self;
    private Task<IJSObjectReference>? _module;

    public UploadScript(IJSRuntime runtime, UploadSession session)
    {
        (_runtime, _session, _self) = (runtime, session, DotNetObjectReference.Create(this));
        session.Forgotten += Forget;
    }

    /// <summary>Subscribes to the script's uploads. To be called after the first interactive render.</summary>
    /// <param name="modulePath">Address of upload.js, relative to the base address, the same on every page.</param>
    public async Task ConnectAsync(string modulePath)
    {
        _module ??= _runtime.InvokeAsync<IJSObjectReference>("import", modulePath).AsTask();
        _session.Replace(UploadReport.Read(await InvokeAsync<string>("connect", _self)));
    }

    /// <summary>Makes an element a drop zone, and the file input in it the way to choose; its data attributes carry the limits.</summary>
    public Task BindAsync(ElementReference dropZone) => InvokeAsync<object?>("bind", dropZone);

    /// <summary>Stops an upload and aborts it in S3.</summary>
    public Task CancelAsync(int id) => InvokeAsync<object?>("cancel", id);

    /// <summary>Begins an upload anew that failed or was cancelled.</summary>
    public Task RetryAsync(int id) => InvokeAsync<object?>("retry", id);

    /// <summary>Forgets one upload; it is aborted when it is under way.</summary>
    public Task RemoveAsync(int id) => InvokeAsync<object?>("remove", id);

    [JSInvokable]
    public void Report(string changed, int[] ids) => _session.Report(UploadReport.Read(changed), ids);

    public async ValueTask DisposeAsync()
    {
        _session.Forgotten -= Forget;
        _self.Dispose();
        try
        {
            if (_module is not null) await (await _module).DisposeAsync();
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException or JSException)
        {
            // The circuit is gone, and the module's reference with it.
        }
    }

    private async Task<T> InvokeAsync<T>(string function, params object?[] arguments)
    {
        var module = await (_module ?? throw new InvalidOperationException("Connect first."));
        return await module.InvokeAsync<T>(function, arguments);
    }

    private void Forget() => _ = ForgetAsync();

    private async Task ForgetAsync()
    {
        try
        {
            if (_module is not null) await InvokeAsync<object?>("forget");
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException or JSException)
        {
            // Without a page there is nothing to forget.
        }
    }
}
