using System.Globalization;
using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Forms;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Sharing;

namespace TranscribeConsole.Web.Components.Sharing;

public sealed partial class ShareDialog : IDisposable
{
    private const string Day = "day"; // one that is typed

    private static readonly int[] Choices = [1, 7, 30, 90];

    private readonly CancellationTokenSource _stop = new();
    private bool _wasOpen;
    private IReadOnlyList<ListedLink>? _links;
    private IReadOnlyList<FieldError> _errors = [];
    private ListedLink? _revoking;
    private string? _failure;
    private string? _link;
    private string? _days;
    private string? _until;
    private string? _password;
    private bool _mayExport;
    private bool _redactedOnly;
    private bool _withPassword;
    private bool _busy;

    [Inject] private JobSharing Sharing { get; set; } = default!;

    [Inject] private ShareSettings Settings { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter, EditorRequired] public JobDetails Job { get; set; } = default!;

    [Parameter, EditorRequired] public bool Open { get; set; }

    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    private string Title => _revoking is not null ? "Revoke link?" : _link is not null ? "The link is ready" : $"Share {Job.Name}";

    private IReadOnlyList<SelectGroup> Days => [new(null,
    [
        .. Choices.Where(days => days <= Settings.MaxDays).Select(days => new SelectOption(days.ToString(CultureInfo.InvariantCulture), days == 1 ? "1 day" : $"{days} days")),
        new(Day, "Until a day"),
    ])];

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    protected override Task OnParametersSetAsync()
    {
        if (Open == _wasOpen) return Task.CompletedTask;
        _wasOpen = Open;
        (_links, _errors, _revoking, _failure, _link) = (null, [], null, null, null);
        (_days, _until, _password, _mayExport) = (Settings.MaxDays >= 7 ? "7" : "1", null, null, false);
        _redactedOnly = Job.HasRedactedTranscript; // who redacts means to
        return Open ? RunAsync(LoadAsync) : Task.CompletedTask;
    }

    private Task CloseAsync() => OnClose.InvokeAsync();

    private string? ErrorOf(string field) => _errors.FirstOrDefault(error => error.Field == field)?.Message;

    private async Task LoadAsync() => _links = await Sharing.ListAsync(Job.Name, _stop.Token);

    private Task MakeAsync() => RunAsync(async () =>
    {
        if (Expires() is not { } expires)
        {
            _errors = [new FieldError(nameof(NewShareLink.Expires), "Valid until must be a day such as 2026-11-28.")];
            return;
        }

        var made = await Sharing.CreateAsync(Job.Name, new NewShareLink(expires, _password, _mayExport, _redactedOnly), _stop.Token);
        _errors = made.Faults;
        if (made.Token is null) return;
        (_link, _withPassword, _password) = ($"{Navigation.BaseUri}shared/{made.Token}", !string.IsNullOrEmpty(_password), null);
        await LoadAsync();
    });

    private Task RevokeAsync() => RunAsync(async () =>
    {
        await Sharing.RevokeAsync(_revoking!.Link.Id, _stop.Token);
        _revoking = null;
        await LoadAsync();
    });

    private async Task RunAsync(Func<Task> act)
    {
        if (_busy) return;
        (_busy, _failure) = (true, null);
        try
        {
            await act();
        }
        catch (AwsFailureException e)
        {
            _failure = e.Message;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        finally
        {
            _busy = false;
        }
    }

    // The last day that may be chosen ends later than a link may: it is good for as long as it can be.
    private DateTimeOffset? Expires()
    {
        var now = Clock.GetUtcNow();
        if (_days != Day) return now + TimeSpan.FromDays(int.Parse(_days!, CultureInfo.InvariantCulture));
        if (!DateTimeOffset.TryParseExact(_until?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) || day.Year == 9999) return null;
        var (end, longest) = (day.AddDays(1), now + TimeSpan.FromDays(Settings.MaxDays));
        return end > longest && day <= longest ? longest : end;
    }
}
