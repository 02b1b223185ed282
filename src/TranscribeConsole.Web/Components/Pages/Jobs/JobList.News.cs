using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Jobs;

// What happens to the jobs while the page is open. States change in place; rows come and go only while nobody points at them.
public sealed partial class JobList
{
    private readonly HashSet<string> _deleted = [];
    private readonly Dictionary<string, JobRow> _missed = [];
    private ElementReference _table;
    private IJSObjectReference? _script;
    private DotNetObjectReference<JobList>? _self;

    private IReadOnlyList<JobRow> Watched => [.. Shown!.Jobs.Where(job => !_deleted.Contains(job.Name)), .. _missed.Values];

    private string? Missed => _missed.Count switch { 0 => null, 1 => "1 new job", var count => $"{count} new jobs" };

    private bool HasNews => _missed.Count + _deleted.Count > 0 || Shown?.HasMisfits == true;

    // The reader has begun something with these rows.
    private bool IsInUse => SelectedHere.Count > 0 || _toDelete.Count > 0 || _choosing;

    /// <summary>The pointer and the keyboard have left the table.</summary>
    [JSInvokable]
    public async Task SettleAsync()
    {
        if (!HasNews || IsInUse) return;
        await SettleNowAsync();
        StateHasChanged();
    }

    private async Task ApplyAsync(JobChanges changes)
    {
        if (Shown is null) return;
        _monitorFailure = changes.Failure;
        Shown = Shown.Update(changes.Updated);
        foreach (var row in changes.Updated.Values.Where(row => _missed.ContainsKey(row.Name))) _missed[row.Name] = row;
        foreach (var row in changes.Others.Values.Where(Shown.Misses)) _missed[row.Name] = row;
        foreach (var name in changes.Deleted)
        {
            _selected.Remove(name);
            if (!_missed.Remove(name)) _deleted.Add(name);
        }

        if (HasNews && !IsInUse && await MayMoveAsync()) await SettleNowAsync();
    }

    private Task Settle() => SettleNowAsync();

    private Task SettleNowAsync()
    {
        Shown = Shown!.Settle(_missed.Values, _deleted);
        ForgetNews();
        Finished.Saw(Shown.Jobs);
        // A page left open for long would grow without end, or run empty while there are more.
        return Shown.Jobs.Count > 2 * Shown.Query.PageSize || (Shown.Jobs.Count == 0 && Shown.Page.NextToken is not null) ? LoadAsync() : Task.CompletedTask;
    }

    private void ForgetNews()
    {
        _missed.Clear();
        _deleted.Clear();
    }

    private async Task<bool> MayMoveAsync()
    {
        if (Shown!.Jobs.Count == 0) return true;
        _self ??= DotNetObjectReference.Create(this);
        try
        {
            _script ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/job-list.js"]}");
            return await _script.InvokeAsync<bool>("mayMove", _table, _self);
        }
        catch (JSDisconnectedException)
        {
            return false;
        }
    }

    private async Task ForgetScriptAsync()
    {
        _self?.Dispose();
        try
        {
            if (_script is not null) await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
