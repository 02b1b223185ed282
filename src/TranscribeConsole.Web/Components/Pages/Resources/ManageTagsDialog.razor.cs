using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Forms;
using TranscribeConsole.Components.Status;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Tags;
using TranscribeConsole.Web.Components.Messages;

namespace TranscribeConsole.Web.Components.Pages.Resources;

/// <summary>Saves by what changed: a removal, then additions and new values.</summary>
public sealed partial class ManageTagsDialog : IDisposable
{
    private const string EditorId = "managed-tags";

    private readonly CancellationTokenSource _stop = new();
    private IReadOnlyList<TagRow>? _rows;
    private IReadOnlyList<KeyValuePair<string, string>> _fixed = [];
    private IReadOnlyList<FieldError> _errors = [];
    private AwsFailureException? _notRead;
    private string? _failure;
    private bool _wasOpen;
    private bool _saving;
    private int _attempt;

    [Inject] private ResourceTags Tags { get; set; } = default!;

    [Inject] private JobRules Rules { get; set; } = default!;

    [Inject] private ServiceLimits Limits { get; set; } = default!;

    [Inject] private MessageBar Messages { get; set; } = default!;

    [Parameter, EditorRequired] public TaggedResource Kind { get; set; }

    /// <summary>One of its kind, as in <c>vocabulary filter</c>.</summary>
    [Parameter, EditorRequired] public string Noun { get; set; } = "";

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public bool Open { get; set; }

    /// <summary>Saved or cancelled: the owner sets <see cref="Open"/> to false.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The tags after they were saved.</summary>
    [Parameter] public EventCallback<IReadOnlyList<KeyValuePair<string, string>>> OnSaved { get; set; }

    private IReadOnlyList<SummaryError> Summary => [.. _errors.Select(error => new SummaryError(IdOf(error.Field), error.Message))];

    // What is edited are the tags of this moment, not those that the page has shown for an hour.
    protected override Task OnParametersSetAsync()
    {
        if (Open == _wasOpen) return Task.CompletedTask;
        _wasOpen = Open;
        (_rows, _errors, _failure, _notRead) = (null, [], null, null);
        return Open ? ReadAsync() : Task.CompletedTask;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            var tags = await Tags.ReadAsync(Kind, Name, _stop.Token);
            _fixed = [.. tags.Where(IsFixed)];
            _rows = [.. tags.Where(tag => !IsFixed(tag)).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new TagRow(tag.Key, tag.Value))];
        }
        catch (AwsFailureException e)
        {
            _notRead = e;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private void Change(IReadOnlyList<TagRow> rows)
    {
        // The errors go by position; after a removal they would stand at others.
        var removed = rows.Count < _rows!.Count;
        _rows = rows;
        if (removed) _errors = [];
        else if (_errors.Count > 0) _errors = [.. _errors.Where(error => Check().Contains(error))];
    }

    private IReadOnlyList<FieldError> Check() => Rules.CheckTags([.. _rows!.Select(row => new JobTag { Key = row.Key, Value = row.Value })]);

    // Not cancelled with the page: half of a change would be worse than all of it.
    private async Task SaveAsync()
    {
        if (_saving || _rows is null) return;
        (_errors, _failure) = (Check(), null);
        _attempt++;
        if (_errors.Count > 0) return;
        _saving = true;
        try
        {
            List<KeyValuePair<string, string>> tags = [.. _fixed, .. _rows.Where(row => row is not { Key: "", Value: "" }).Select(row => KeyValuePair.Create(row.Key, row.Value))];
            await Tags.WriteAsync(Kind, Name, tags, CancellationToken.None);
            Messages.Show(StatusKind.Success, $"The tags of {Name} were saved.");
            await OnSaved.InvokeAsync(tags);
            await OnClose.InvokeAsync();
        }
        catch (AwsFailureException e)
        {
            var form = new JobForm { Tags = [.. _rows.Select(row => new JobTag { Key = row.Key, Value = row.Value })] };
            if (e.Kind == AwsFailureKind.BadRequest && ServiceFieldErrors.Locate(e.Message, form) is { } error && error.Field.StartsWith(nameof(JobForm.Tags), StringComparison.Ordinal))
                _errors = [error];
            else
                _failure = e.Message;
        }
        finally
        {
            _saving = false;
        }
    }

    private Task CloseAsync() => _saving ? Task.CompletedTask : OnClose.InvokeAsync();

    private string? ErrorOf(int index, string part) => ErrorOf($"{nameof(JobForm.Tags)}[{index}].{part}");

    private string? ErrorOf(string field) => _errors.FirstOrDefault(error => error.Field == field)?.Message;

    // Tags[2].Key → managed-tags-2-key
    private static string IdOf(string field) => field.Split('[', ']', '.') is [_, var index, _, var part] ? $"{EditorId}-{index}-{part.ToLowerInvariant()}" : EditorId;

    private static bool IsFixed(KeyValuePair<string, string> tag) => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);
}
