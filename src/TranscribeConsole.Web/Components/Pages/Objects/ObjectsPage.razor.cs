using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Navigation;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Objects;
using TranscribeConsole.Web.Components.Objects;

namespace TranscribeConsole.Web.Components.Pages.Objects;

/// <summary>The buckets, or what is in a bucket or folder. Place, search and page stand in the address.</summary>
public sealed partial class ObjectsPage : IDisposable
{
    private const int PageSize = 50;

    private static readonly TimeSpan Typing = TimeSpan.FromMilliseconds(300);
    private static readonly string[] BucketColumns = ["Name", "Creation date", "Region"];
    private static readonly string[] ObjectColumns = ["Name", "Last modified", "Size"];

    private readonly CancellationTokenSource _stop = new();
    private readonly TokenTrail _trail = new();
    private S3Location? _folder; // null: the buckets
    private bool _invalid;
    private string _searchText = "";
    private bool _loading;
    private int _asked;
    private int _typed;
    private bool _typing;
    private string? _typedFor;

    [Inject] private S3Browser Browser { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private PageAddress Address { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter] private HttpContext? Context { get; set; }

    /// <summary><c>s3://bucket/folder/</c>; empty: the buckets.</summary>
    [SupplyParameterFromQuery] public string? Uri { get; set; }

    [SupplyParameterFromQuery] public string? Search { get; set; }

    [SupplyParameterFromQuery] public string? Token { get; set; }

    /// <summary>What was read last; survives from prerendering into the circuit, so that it is not read twice.</summary>
    [PersistentState] public Listing? Loaded { get; set; }

    private string Title => _folder?.Name ?? "S3 buckets";

    private string? Description => _folder is { Key.Length: > 0 } ? _folder.ToString() : null;

    private string SearchLabel => _folder is null ? "Search buckets" : "Search this folder by the beginning of the name";

    private string EmptyText => string.IsNullOrEmpty(Search)
        ? _folder is null ? "The account has no bucket that the console may show." : "This folder is empty, or there is none of that name."
        : _folder is null ? "No bucket has this in its name." : "Nothing in this folder begins so. Upper and lower case matter.";

    private IReadOnlyList<Crumb> Crumbs
    {
        get
        {
            if (_folder is null) return [new("TranscribeConsole", ""), new("S3 buckets")];
            var above = _folder.Folders.SkipLast(1).Select(folder => new Crumb(folder.Name, ObjectAddress.Folder(folder)));
            return [new("TranscribeConsole", ""), new("S3 buckets", ObjectAddress.Buckets), .. above, new(_folder.Name)];
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        _folder = S3Location.TryParse(Uri, out var location) ? location.IsFolder ? location : location with { Key = location.Key + "/" } : null;
        _invalid = _folder is null && !string.IsNullOrEmpty(Uri);
        // Another folder: what was typed for the one before is not meant for it.
        if (Uri != _typedFor) (_typedFor, _typing) = (Uri, false);
        if (!_typing) _searchText = Search ?? "";
        _trail.MoveTo(Token, Loaded?.Page?.NextToken);
        if (_invalid)
        {
            PageStatus.Set(Context, StatusCodes.Status404NotFound);
            return;
        }

        if (Loaded is null || (Loaded.Uri, Loaded.Search, Loaded.Token) != (Uri, Search, Token))
        {
            if (Loaded?.Uri != Uri) Loaded = null; // rows of another folder would mislead
            await LoadAsync();
        }

        if (Loaded?.Trouble is { } trouble) PageStatus.Set(Context, PageStatus.Of(trouble.Kind));
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static string NameOf(S3Entry entry) => entry.Location.Name + (entry.Kind == S3EntryKind.Folder && entry.Location.Name != "/" ? "/" : "");

    // The key of an object may end in a slash, too.
    private static string AddressOf(S3Entry entry) => entry.Kind == S3EntryKind.Object ? ObjectAddress.View(entry.Location) : ObjectAddress.Folder(entry.Location);

    private async Task LoadAsync()
    {
        var asked = ++_asked;
        var (uri, search, token) = (Uri, Search, Token);
        _loading = true;
        try
        {
            var page = await Browser.ListAsync(_folder, search ?? "", token, PageSize, _stop.Token);
            if (asked == _asked) Loaded = new Listing(uri, search, token, page); // a slower, older answer must not win
        }
        catch (AwsFailureException e)
        {
            if (asked == _asked) Loaded = new Listing(uri, search, token, null, S3Trouble.Listing(e, _folder));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        finally
        {
            if (asked == _asked) _loading = false;
        }
    }

    private async Task SearchAsync(string? text)
    {
        _searchText = text ?? "";
        _typing = true;
        var typed = ++_typed;
        try
        {
            await Task.Delay(Typing, Clock, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (typed != _typed || !_typing) return;
        _typing = false;
        await Address.ReplaceAsync(Parameters(_searchText.Length > 0 ? _searchText : null, null), Assets);
    }

    private void GoOn() => Go(Search, Loaded?.Page?.NextToken);

    private void GoBack() => Go(Search, _trail.Previous);

    private void Go(string? search, string? token) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(Parameters(search, token)));

    private static Dictionary<string, object?> Parameters(string? search, string? token) => new() { ["search"] = search, ["token"] = token };

    /// <summary>A page of a listing and what it was asked by.</summary>
    public sealed record Listing(string? Uri, string? Search, string? Token, S3Page? Page, S3Trouble? Trouble = null);
}
