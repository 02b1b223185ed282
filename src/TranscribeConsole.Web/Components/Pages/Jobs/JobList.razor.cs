using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TranscribeConsole.Components.Navigation;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Web.Components.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Jobs;

/// <summary>The list of jobs. Search, status and page stand in the address; the tokens of earlier pages are kept for the way back.</summary>
public sealed partial class JobList : IAsyncDisposable
{
    private static readonly TimeSpan Typing = TimeSpan.FromMilliseconds(300);
    private static readonly IReadOnlyList<Crumb> Crumbs = [new("TranscribeConsole", ""), new("Transcription jobs")];

    private readonly CancellationTokenSource _stop = new();
    private readonly TokenTrail _trail = new();
    private string _searchText = "";
    private int _typed;
    private int _asked;
    private bool _loading;
    private bool _choosing;
    private AwsFailureException? _failure;
    private string? _monitorFailure;

    [Inject] private TranscriptionJobs Jobs { get; set; } = default!;

    [Inject] private FinishedJobs Finished { get; set; } = default!;

    [Inject] private KeptPreferences Preferences { get; set; } = default!;

    [Inject] private ServiceLimits Limits { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private PageAddress Address { get; set; } = default!;

    [Inject] private IJSRuntime Script { get; set; } = default!;

    [SupplyParameterFromQuery] public string? Search { get; set; }

    [SupplyParameterFromQuery] public string? Status { get; set; }

    [SupplyParameterFromQuery] public string? Token { get; set; }

    /// <summary>What was read last; survives from prerendering into the circuit, so that it is not read twice.</summary>
    [PersistentState] public JobListing? Shown { get; set; }

    private JobQuery Query => new(Search, JobStatuses.Parse(Status), Token, Preferences.JobList.PageSize);

    private bool HasFilter => !string.IsNullOrEmpty(Search) || JobStatuses.Parse(Status) is not null;

    private IReadOnlyList<string> ColumnLabels => [.. Preferences.JobList.Columns.Select(column => column.Label())];

    // The service tells no total: a plus says that there are more.
    private string? Counter
    {
        get
        {
            if (Shown is null || _trail.PageNumber is null) return null;
            var count = (_trail.PageNumber - 1) * Shown.Query.PageSize + Shown.Jobs.Count;
            var total = Shown.Page.NextToken is null ? $"{count}" : $"{count}+";
            return Selected.Count > 0 ? $"{Selected.Count}/{total}" : total;
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_typed == 0) _searchText = Search ?? "";
        if (Shown is { } shown && shown.Query with { NextToken = null } != Query with { NextToken = null }) _trail.Restart();
        _trail.MoveTo(Token, Shown?.Page.NextToken);
        if (Shown?.Query != Query) await LoadAsync();
        else Finished.Saw(Shown.Jobs);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
        await ForgetScriptAsync();
    }

    private async Task LoadAsync()
    {
        var asked = ++_asked;
        var query = Query;
        _loading = true;
        try
        {
            var page = await Jobs.ListAsync(query, _stop.Token);
            if (asked != _asked) return; // a slower, older answer must not win
            ForgetSelection(query);
            (Shown, _failure) = (new JobListing(query, page), null);
            ForgetNews();
            Finished.Saw(page.Jobs);
        }
        catch (AwsFailureException e)
        {
            if (asked == _asked) _failure = e; // the last good page stays on screen
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        finally
        {
            if (asked == _asked) _loading = false;
        }
    }

    private Task RefreshAsync()
    {
        if (Token is null) return LoadAsync();
        Go(Search, Status, null);
        return Task.CompletedTask;
    }

    private int DaysLeft(JobRow job) => Expiration.DaysLeft(job, Limits, Clock.GetUtcNow());

    // Another page size makes other pages: begin at the first.
    private async Task PreferencesChanged()
    {
        _choosing = false;
        if (Shown?.Query.PageSize == Preferences.JobList.PageSize) return;
        if (Token is null) await LoadAsync();
        else Go(Search, Status, null);
    }

    private async Task SearchChanged(string? text)
    {
        _searchText = text ?? "";
        var typed = ++_typed;
        try
        {
            await Task.Delay(Typing, Clock, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (typed != _typed) return;
        _typed = 0;
        await Address.ReplaceAsync(Parameters(_searchText.Trim(), Status, null), Assets);
    }

    private void StatusChanged(ChangeEventArgs e) => Go(Search, (string?)e.Value, null);

    private void ClearFilter() => Go(null, null, null);

    private void GoOn() => Go(Search, Status, Shown?.Page.NextToken);

    private void GoBack() => Go(Search, Status, _trail.Previous);

    private void ShowNewest() => Go(Search, Status, null);

    private void Go(string? search, string? status, string? token) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(Parameters(search, status, token)));

    private static Dictionary<string, object?> Parameters(string? search, string? status, string? token) => new()
    {
        ["search"] = string.IsNullOrEmpty(search) ? null : search,
        ["status"] = string.IsNullOrEmpty(status) ? null : status,
        ["token"] = token,
    };
}
