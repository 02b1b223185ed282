using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.WordLists;
using TranscribeConsole.Web.WordLists;

namespace TranscribeConsole.Web.Components.WordLists;

public sealed partial class WordTable : IAsyncDisposable
{
    private const int PageSize = 25;

    private static readonly string[] Extensions = [".txt", ".csv", ".tsv"];

    private ElementReference _editor;
    private DotNetObjectReference<WordTable>? _self;
    private IJSObjectReference? _script;
    private Import? _import;
    private string? _refusal;
    private string? _focus;
    private int _page;
    private int _mending = -1;
    private IReadOnlyList<VocabularyEntry> _rows = [];

    [Inject] private IJSRuntime Runtime { get; set; } = default!;

    [Inject] private ParkedTexts Texts { get; set; } = default!;

    /// <summary>Of the group of rows; a row's first field is <c>{Id}-0-first</c>.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Heading of the first column.</summary>
    [Parameter, EditorRequired] public string First { get; set; } = "";

    /// <summary>What can be chosen, and how the rows are typed.</summary>
    [Parameter, EditorRequired] public string About { get; set; } = "";

    /// <summary>Rows have a second column, DisplayAs.</summary>
    [Parameter] public bool HasDisplayAs { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<VocabularyEntry> Rows { get; set; } = [];

    [Parameter] public EventCallback<IReadOnlyList<VocabularyEntry>> RowsChanged { get; set; }

    /// <summary>The rule that a row breaks; null: none.</summary>
    [Parameter, EditorRequired] public Func<int, VocabularyEntry, EntryProblem?> Check { get; set; } = default!;

    /// <summary>What is allowed and probably not meant; null: nothing.</summary>
    [Parameter] public Func<int, VocabularyEntry, EntryProblem?>? Advise { get; set; }

    /// <summary>The checks depend on it: rows are checked anew when it changes.</summary>
    [Parameter] public string Language { get; set; } = "";

    /// <summary>Reads a file's text; the flag says that its cells are separated by commas.</summary>
    [Parameter, EditorRequired] public Func<string, bool, VocabularyFileContent> Read { get; set; } = default!;

    /// <summary>The file that the rows are exported to.</summary>
    [Parameter, EditorRequired] public Func<(string Name, string Text)> Export { get; set; } = default!;

    /// <summary>Bytes that the rows take of <see cref="MaxBytes"/>.</summary>
    [Parameter, EditorRequired] public int Size { get; set; }

    [Parameter, EditorRequired] public int MaxBytes { get; set; }

    /// <summary>What is wrong with the rows as a whole.</summary>
    [Parameter] public string? Error { get; set; }

    private int FirstShown => _page * PageSize;

    private IReadOnlyList<VocabularyEntry> FilledRows => [.. _rows.Where(row => !row.IsEmpty)];

    private int Filled => _rows.Count(row => !row.IsEmpty);

    private string Summary => $"{Count(Filled)}, {Size:N0} of {MaxBytes:N0} bytes{(Faults is > 0 and var faults ? $", {(faults == 1 ? "1 row" : $"{faults} rows")} to mend" : "")}";

    private int Faults => _rows.Index().Count(row => IsFault(row.Index, row.Item));

    private int? NextProblem
    {
        get
        {
            for (var step = 1; step <= _rows.Count; step++)
            {
                var index = (Math.Max(_mending, -1) + step) % _rows.Count;
                if (IsFault(index, _rows[index])) return index;
            }

            return null;
        }
    }

    /// <summary>A file or several cells are parked.</summary>
    /// <param name="fileName">Null: pasted.</param>
    /// <param name="row">Where it was pasted; -1: a file.</param>
    [JSInvokable]
    public async Task Received(string id, string? fileName, int row)
    {
        (_refusal, _import) = (null, null);
        if (fileName is not null && !Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase))
        {
            _refusal = $"{fileName} was not taken: choose a .txt, .csv or .tsv file.";
            StateHasChanged();
            return;
        }

        var file = Texts.Take(id) is { } bytes ? WordListFile.Read(bytes, MaxBytes) : null;
        if (file?.Problem is not null || file is null)
        {
            _refusal = file?.Problem ?? "It is not kept any longer. Choose it again.";
        }
        else
        {
            var content = Read(file.Text, fileName?.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) == true);
            var notices = fileName is null ? content.Notices.Where(notice => !notice.StartsWith("There is no header", StringComparison.Ordinal)) : file.Notices.Concat(content.Notices);
            _import = new(fileName ?? "Pasted", content.Entries, [.. notices], content.Problems, Taken: false);
            if (row >= 0) await PasteAsync(row);
            else if (Filled == 0) await TakeAsync([]);
        }

        StateHasChanged();
    }

    [JSInvokable]
    public void Refused(string message)
    {
        _refusal = message;
        StateHasChanged();
    }

    /// <summary>Turns to the page that the row is on.</summary>
    public void Show(int row)
    {
        _page = row / PageSize;
        StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        _rows = Rows;
        if (FirstShown >= _rows.Count) _page = Math.Max(0, (_rows.Count - 1) / PageSize);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await Runtime.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/word-list.js"]}");
            await _script.InvokeVoidAsync("connect", _editor, _self);
        }

        if (_focus is { } id && _script is not null)
        {
            _focus = null;
            await _script.InvokeVoidAsync("focus", id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_script is not null) await _script.DisposeAsync();
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException or JSException)
        {
            // The page is gone, and the script's reference with it.
        }
    }

    // The table renders before the new rows have come back through its ancestors; with the old ones it would empty the field under the
    // fingers of whoever types.
    private Task ChangeAsync(IReadOnlyList<VocabularyEntry> rows)
    {
        _rows = rows;
        return RowsChanged.InvokeAsync(rows);
    }

    private static string Count(int rows) => rows == 1 ? "1 row" : $"{rows:N0} rows";

    private bool IsFault(int index, VocabularyEntry row) => !row.IsEmpty && Check(index, row) is not null;

    // The rows of the clipboard take the place of the row they were pasted into, if that is empty; else they come after it.
    private async Task PasteAsync(int row)
    {
        var pasted = _import!.Rows;
        var keep = row < _rows.Count && _rows[row].IsEmpty ? row : row + 1;
        await ChangeAsync([.. _rows.Take(keep), .. pasted, .. _rows.Skip(row + 1)]);
        _import = _import.Notices.Count + _import.Problems.Count > 0 ? _import with { Taken = true } : null;
    }

    private async Task TakeAsync(IReadOnlyList<VocabularyEntry> before)
    {
        await ChangeAsync([.. before, .. _import!.Rows]);
        _import = _import with { Taken = true };
        _page = before.Count / PageSize;
    }

    private Task SetAsync(int index, VocabularyEntry entry) => ChangeAsync([.. _rows.Select((row, at) => at == index ? entry : row)]);

    private Task AddAsync()
    {
        _page = _rows.Count / PageSize;
        _focus = $"{Id}-{_rows.Count}-first";
        return ChangeAsync([.. _rows, new VocabularyEntry("")]);
    }

    private Task RemoveAsync(int index)
    {
        List<VocabularyEntry> left = [.. _rows.Where((_, at) => at != index)];
        if (left.Count == 0) left.Add(new(""));
        _focus = $"{Id}-{Math.Min(index, left.Count - 1)}-first";
        return ChangeAsync(left);
    }

    private void GoToAsync(int index)
    {
        _mending = index;
        _page = index / PageSize;
        _focus = $"{Id}-{index}-first";
    }

    // A download by the script, not a navigation: leaving the page would be asked about.
    private async Task ExportAsync()
    {
        var (name, text) = Export();
        var id = Texts.Park(System.Text.Encoding.UTF8.GetBytes(text));
        if (_script is not null) await _script.InvokeVoidAsync("download", $"word-lists/{id}?name={Uri.EscapeDataString(name)}", name);
    }

    /// <param name="Taken">The rows are in the table.</param>
    private sealed record Import(string Name, IReadOnlyList<VocabularyEntry> Rows, IReadOnlyList<string> Notices, IReadOnlyList<string> Problems, bool Taken);
}
