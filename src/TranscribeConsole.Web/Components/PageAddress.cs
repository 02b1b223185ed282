using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace TranscribeConsole.Web.Components;

/// <summary>The address of the page, as far as the page itself changes it while somebody types.</summary>
internal sealed class PageAddress(IJSRuntime script, NavigationManager navigation)
{
    /// <summary>Takes another address in place of the page's, without a step for Back.</summary>
    /// <remarks>
    /// By the browser: a link that somebody has just followed is known there a round trip before it is here, and navigating from here would
    /// take them back.
    /// </remarks>
    /// <param name="parameters">Of the query, with those that change; null removes one.</param>
    /// <param name="assets">Addresses of the scripts.</param>
    public async Task ReplaceAsync(IReadOnlyDictionary<string, object?> parameters, ResourceAssetCollection assets)
    {
        var (own, address) = (navigation.Uri, navigation.GetUriWithQueryParameters(parameters));
        try
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>("import", $"./{assets["js/page-address.js"]}");
            await module.InvokeVoidAsync("replace", own, address);
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone, and the page with it.
        }
        catch (JSException)
        {
            navigation.NavigateTo(address, replace: true); // the script could not be had
        }
    }
}
