using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Objects;

namespace TranscribeConsole.Web.Components.Objects;

/// <summary>The dialog behind <c>Browse S3</c>.</summary>
public sealed partial class S3BrowserDialog : IDisposable
{
    private const int PageSize = 50;

    private static readonly TimeSpan Typing = TimeSpan.FromMilliseconds(300);
    private static readonly string[] BucketColumns = ["Select", "Name", "Creation date", "Region"];
    private static readonly string[] ObjectColumns = ["Select", "Name", "Last modified", "Size"];
    private static readonly object Nowhere = new(); // key of the step that has no location

    private readonly CancellationTokenSource _stop = new();
    private readonly TokenTrail _trail = new();
    private ElementReference _here;
    private bool _used; // before, a closed dialog would be kept for nothing
    private bool _wasOpen;
    private bool _focus;
    private S3Location? _folder; // null: the buckets
    private string _search = "";
    private S3Page? _page;
    private S3Trouble? _trouble;
    private S3Location? _chosen;
    private bool _loading;
    private int _asked;
    private int _typed;

    [Inject] private S3Browser Browser { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <summary>Unique in the page.</summary>
    [Parameter] public string Id { get; set; } = "s3-browser";

    [Parameter, EditorRequired] public bool Open { get; set; }

    [Parameter, EditorRequired] public S3BrowserKind Kind { get; set; }

    /// <summary>For example <c>Choose input file in S3</c>.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>What stands in the field, as <c>s3://bucket/key</c>: the dialog opens there. Anything else opens it at the buckets.</summary>
    [Parameter] public string? Start { get; set; }

    [Parameter] public EventCallback<string> OnChosen { get; set; }

    /// <summary>Cancelled or chosen: the owner sets <see cref="Open"/> to false.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    private string RuleId => $"{Id}-rule";

    private string Rule => Kind == S3BrowserKind.Object
        ? "Choose one object. Buckets and folders can't be chosen; open them to get to what is inside."
        : "Choose a bucket or a folder. Objects are shown for orientation and can't be chosen.";

    private string SearchLabel => _folder is null ? "Search buckets" : "Search this folder by the beginning of the name";

    private IReadOnlyList<S3Location?> Path => _folder is null ? [null] : [null, .. _folder.Folders];

    // The open folder can be chosen itself, also when it is empty.
    private IReadOnlyList<S3Entry> Rows => Kind == S3BrowserKind.Folder && _folder is not null && _search.Length == 0 && !_trail.HasPrevious
        ? [new S3Entry(_folder.Key.Length == 0 ? S3EntryKind.Bucket : S3EntryKind.Folder, _folder), .. _page!.Entries]
        : _page!.Entries;

    private string EmptyText => _search.Length > 0
        ? _folder is null ? "No bucket has this in its name." : "Nothing in this folder begins so. Upper and lower case matter."
        : _folder is null ? "The account has no bucket that the console may show." : "This folder is empty.";

    private string Summary
    {
        get
        {
            var count = _page!.Entries.Count;
            var more = _page.NextToken is null ? "" : ", and there are more pages";
            return _folder is null ? $"{count} {(count == 1 ? "bucket" : "buckets")}{more}" : $"{count} {(count == 1 ? "folder or object" : "folders and objects")} in {NameOf(_folder)}{more}";
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Open == _wasOpen) return;
        _wasOpen = Open;
        _asked++; // what is still under way belongs to the last time
        _trouble = null; // nor is it tried again
        if (!Open) return;
        var start = S3Location.TryParse(Start, out var typed) ? typed : null;
        _chosen = start is not null && Wants(start.IsFolder ? S3EntryKind.Folder : S3EntryKind.Object) ? start : null;
        await ShowAsync(start?.Folders[^1]);
    }

    // What was opened is gone with its row: the reading position moves to where one is now.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        try
        {
            await _here.FocusAsync();
        }
        catch (Exception e) when (e is JSDisconnectedException or JSException)
        {
            // The page, or the dialog, was left meanwhile.
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private bool Wants(S3EntryKind kind) => kind == S3EntryKind.Object == (Kind == S3BrowserKind.Object);

    private static string NameOf(S3Location? step) => step?.Name ?? "S3 buckets";

    private Task OpenAsync(S3Location? folder)
    {
        _chosen = null;
        _focus = true;
        return ShowAsync(folder);
    }

    private Task ShowAsync(S3Location? folder)
    {
        (_folder, _search, _page, _trouble) = (folder, "", null, null);
        _trail.Restart();
        _typed++;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = ++_asked;
        _loading = true;
        try
        {
            var page = await Browser.ListAsync(_folder, _search, _trail.Current, PageSize, _stop.Token);
            if (asked == _asked) (_page, _trouble) = (page, null); // a slower, older answer must not win
        }
        catch (AwsFailureException e)
        {
            if (asked == _asked) (_page, _trouble) = (null, S3Trouble.Listing(e, _folder));
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
        _search = text ?? "";
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
        _chosen = null;
        _trail.Restart();
        await LoadAsync();
    }

    private Task GoOnAsync()
    {
        _trail.MoveTo(_page!.NextToken, _page.NextToken);
        return LoadAsync();
    }

    private Task GoBackAsync()
    {
        _trail.MoveTo(_trail.Previous, next: null);
        return LoadAsync();
    }

    private void Choose(S3Location location) => _chosen = location;

    private async Task ReportAsync()
    {
        await OnChosen.InvokeAsync(_chosen!.ToString());
        await OnClose.InvokeAsync();
    }
}
