using System.Globalization;
using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Navigation;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Objects;
using TranscribeConsole.Web.Components.Objects;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.Objects;

/// <summary>What S3 tells of one object, and its download.</summary>
public sealed partial class ObjectPage : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private S3Location? _location; // null: the address names none
    private int _asked;

    [Inject] private S3Browser Browser { get; set; } = default!;

    [Inject] private BackendCapabilities Backend { get; set; } = default!;

    [CascadingParameter] private HttpContext? Context { get; set; }

    /// <summary><c>s3://bucket/key</c>, the key as it is.</summary>
    [SupplyParameterFromQuery] public string? Uri { get; set; }

    /// <summary>What was read last; survives from prerendering into the circuit, so that it is not read twice.</summary>
    [PersistentState] public Lookup? Loaded { get; set; }

    private string Title => _location?.Name ?? "Object";

    private IReadOnlyList<Crumb> Crumbs
    {
        get
        {
            if (_location is null) return [new("TranscribeConsole", ""), new("S3 buckets", ObjectAddress.Buckets), new("Object")];
            var folders = _location.Parent.Folders.Select(folder => new Crumb(folder.Name, ObjectAddress.Folder(folder)));
            return [new("TranscribeConsole", ""), new("S3 buckets", ObjectAddress.Buckets), .. folders, new(_location.Name)];
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        _location = S3Location.TryParse(Uri, out var location) && location.Key.Length > 0 ? location : null;
        if (_location is null)
        {
            PageStatus.Set(Context, StatusCodes.Status404NotFound);
            return;
        }

        if (Loaded?.Uri != Uri)
        {
            Loaded = null;
            await LoadAsync();
        }

        if (Loaded?.Trouble is { } trouble) PageStatus.Set(Context, PageStatus.Of(trouble.Kind));
        else if (Loaded is { Facts: null }) PageStatus.Set(Context, StatusCodes.Status404NotFound);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static string SizeText(long size) => size < 1024
        ? UploadText.Bytes(size)
        : string.Create(CultureInfo.InvariantCulture, $"{UploadText.Bytes(size)} ({size:N0} bytes)");

    // What keeps it from being sent, as a sentence.
    private static string? Obstacle(ObjectFacts facts) => facts switch
    {
        { StorageClass: "GLACIER" or "DEEP_ARCHIVE" } => $"The object is archived ({facts.StorageClass}); it has to be restored before anything can read it.",
        { Location.Key: ['/', ..] } => "The AWS SDK for .NET can't fetch a key that begins with a slash. The AWS CLI can.",
        _ => null,
    };

    private async Task LoadAsync()
    {
        var asked = ++_asked;
        var (uri, location) = (Uri, _location!);
        try
        {
            var facts = await Browser.FindAsync(location, _stop.Token);
            if (asked == _asked) Loaded = new Lookup(uri, facts);
        }
        catch (AwsFailureException e)
        {
            if (asked == _asked) Loaded = new Lookup(uri, null, S3Trouble.Reading(e, location));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    /// <param name="Uri">What was asked for.</param>
    /// <param name="Facts">Null: there is no such object, or it could not be read.</param>
    public sealed record Lookup(string? Uri, ObjectFacts? Facts, S3Trouble? Trouble = null);
}
