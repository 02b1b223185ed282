using Microsoft.AspNetCore.Components;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Web.Components.Pages.Resources;

public sealed partial class ResourceList<T> : IDisposable
{
    private const int PageSize = 20;
    private static readonly TimeSpan Typing = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _stop = new();
    private readonly TokenTrail _trail = new();
    private readonly HashSet<string> _deleted = [];
    private readonly HashSet<string> _new = [];
    private HashSet<string>? _known;
    private IDisposable? _subscription;
    private string _searchText = "";
    private string? _selected;
    private bool _deleting;
    private int _typed;
    private int _asked;
    private bool _loading;
    private AwsFailureException? _failure;
    private string? _monitorFailure;

    [Inject] private ResourceMonitor<T> Monitor { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private PageAddress Address { get; set; } = default!;

    [SupplyParameterFromQuery] public string? Search { get; set; }

    [SupplyParameterFromQuery] public string? Status { get; set; }

    [SupplyParameterFromQuery] public string? Token { get; set; }

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>One of them, as in <c>vocabulary filter</c>.</summary>
    [Parameter, EditorRequired] public string Noun { get; set; } = "";

    [Parameter, EditorRequired] public string Nouns { get; set; } = "";

    /// <summary>What they are for, where there is none.</summary>
    [Parameter, EditorRequired] public string Purpose { get; set; } = "";

    /// <summary>Address of the list; that of one of them is below it.</summary>
    [Parameter, EditorRequired] public string Href { get; set; } = "";

    [Parameter, EditorRequired] public string Create { get; set; } = "";

    [Parameter, EditorRequired] public string CreateHref { get; set; } = "";

    /// <summary>Headings, the first for the name.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Columns { get; set; } = [];

    /// <summary>The cells after the name.</summary>
    [Parameter, EditorRequired] public RenderFragment<T> Row { get; set; } = default!;

    /// <summary>Wire values of states and what the console calls them; empty: they have none.</summary>
    [Parameter] public IReadOnlyList<(string Value, string Text)> States { get; set; } = [];

    [Parameter] public Func<T, string>? DownloadHref { get; set; }

    [Parameter, EditorRequired] public Func<ResourceQuery, CancellationToken, Task<NamePage<T>>> Read { get; set; } = default!;

    [Parameter, EditorRequired] public Func<string, CancellationToken, Task> Remove { get; set; } = default!;

    /// <summary>What deleting one means, a sentence.</summary>
    [Parameter, EditorRequired] public string Consequence { get; set; } = "";

    [Parameter] public string? Info { get; set; }

    /// <summary>Over the list.</summary>
    [Parameter] public RenderFragment? Notice { get; set; }

    /// <summary>What was read last; survives from prerendering into the circuit, so that it is not read twice.</summary>
    [PersistentState] public Listing? Shown { get; set; }

    private ResourceQuery Query => new(Search, string.IsNullOrEmpty(Status) ? null : Status, Token, PageSize);

    private bool HasFilter => !string.IsNullOrEmpty(Search) || !string.IsNullOrEmpty(Status);

    private T? Chosen => _selected is null || _deleted.Contains(_selected) ? null : Shown?.Page.Items.FirstOrDefault(item => item.Name == _selected);

    // The service tells no total: a plus says that there are more.
    private string? Counter
    {
        get
        {
            if (Shown is null || _trail.PageNumber is null) return null;
            var count = ((_trail.PageNumber - 1) * PageSize) + Shown.Page.Items.Count;
            return Shown.Page.NextToken is null ? $"{count}" : $"{count}+";
        }
    }

    protected override Task OnParametersSetAsync()
    {
        if (_typed == 0) _searchText = Search ?? "";
        if (Shown is { } shown && (shown.Query.NameContains, shown.Query.State) != (Query.NameContains, Query.State)) _trail.Restart();
        _trail.MoveTo(Token, Shown?.Page.NextToken);
        return Shown?.Query == Query ? Task.CompletedTask : LoadAsync();
    }

    // Not while prerendering: nobody would dispose the subscription in time.
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _subscription = Monitor.Subscribe(news => InvokeAsync(() => Apply(news)));
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task LoadAsync()
    {
        var asked = ++_asked;
        var query = Query;
        _loading = true;
        try
        {
            var page = await Read(query, _stop.Token);
            if (asked != _asked) return; // a slower, older answer must not win
            (Shown, _failure) = (new Listing(query, page), null);
            _deleted.Clear();
            if (Token is null) _new.Clear();
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

    // Rows keep their places: what is gone is marked, what is new is announced.
    private void Apply(ResourceNews<T> news)
    {
        if (_stop.IsCancellationRequested) return;
        var before = (Shown, _monitorFailure, _deleted.Count, _new.Count);
        _monitorFailure = news.Failure;
        if (Shown is { } shown && news.Failure is null)
        {
            var newest = news.Newest.ToDictionary(item => item.Name);
            if (shown.Page.Items.Any(item => newest.TryGetValue(item.Name, out var now) && !now.Equals(item)))
                Shown = shown with { Page = shown.Page with { Items = [.. shown.Page.Items.Select(item => newest.GetValueOrDefault(item.Name, item))] } };
            if (news.IsAll) _deleted.UnionWith(shown.Page.Items.Select(item => item.Name).Where(name => !newest.ContainsKey(name)));
            _new.UnionWith(newest.Keys.Where(name => _known?.Contains(name) == false && !shown.Page.Items.Any(item => item.Name == name) && Concerns(name)));
            _known = [.. newest.Keys];
        }

        if (before != (Shown, _monitorFailure, _deleted.Count, _new.Count)) StateHasChanged();
    }

    private bool Concerns(string name) => string.IsNullOrEmpty(Search) || name.Contains(Search, StringComparison.OrdinalIgnoreCase);

    private Task DeletedAsync()
    {
        (_selected, _deleting) = (null, false);
        return LoadAsync();
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

    private void GoBack() => Go(Search, Status, _trail.Previous);

    private Task ShowNewestAsync()
    {
        if (Token is null) return LoadAsync();
        Go(Search, Status, null);
        return Task.CompletedTask;
    }

    private void Go(string? search, string? status, string? token) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(Parameters(search, status, token)));

    private static Dictionary<string, object?> Parameters(string? search, string? status, string? token) => new()
    {
        ["search"] = string.IsNullOrEmpty(search) ? null : search,
        ["status"] = string.IsNullOrEmpty(status) ? null : status,
        ["token"] = token,
    };

    /// <summary>A page and what was asked for it.</summary>
    public sealed record Listing(ResourceQuery Query, NamePage<T> Page);
}
