using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Actions;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;

namespace TranscribeConsole.Web.Components.Pages.Jobs.Preview;

/// <summary>Reads the beginning of the transcript once the page is there.</summary>
public sealed partial class TranscriptionPreview : IDisposable
{
    private const string Redacted = "redacted";
    private const string Unredacted = "unredacted";

    private static readonly IReadOnlyList<Segment> Versions = [new(Redacted, "Redacted"), new(Unredacted, "Unredacted")];

    private readonly CancellationTokenSource _stop = new();
    private TranscriptPreview? _preview;
    private AwsFailureException? _failure;
    private string _version = Redacted; // the careful one first
    private bool _reading;

    [Inject] private TranscriptReader Transcripts { get; set; } = default!;

    [Inject] private TranscriptEditing Editing { get; set; } = default!;

    [Inject] private BackendCapabilities Backend { get; set; } = default!;

    [Parameter, EditorRequired] public JobDetails Job { get; set; } = default!;

    /// <summary>The job was deleted while the page was open: what was read stays, nothing more can be.</summary>
    [Parameter] public bool Gone { get; set; }

    private IReadOnlyList<MenuLink> Downloads => DownloadMenu.Of(Job);

    private bool CanDownload => Downloads.Count > 0 && !Gone;

    private bool HasBoth => Job is { HasTranscript: true, HasRedactedTranscript: true };

    private TranscriptVariant Variant => !HasBoth ? TranscriptVariant.Any : _version == Redacted ? TranscriptVariant.Redacted : TranscriptVariant.Unredacted;

    // A long transcript takes a moment to read: the page is shown first, and prerendering does without.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!CanDownload || _preview is not null || _failure is not null || _reading) return;
        await ReadAsync();
        StateHasChanged();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private Task SwitchAsync(string version)
    {
        (_version, _preview, _failure) = (version, null, null);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        _reading = true;
        try
        {
            if (await Transcripts.ReadAsync(Job.Name, Variant, _stop.Token) is { } read)
                (_preview, _failure) = (TranscriptPreview.Of(read, (await Editing.ReadAsync(read, _stop.Token)).ToEdits()), null);
            else
                _failure = new AwsFailureException(AwsFailureKind.NotFound, "The job or its transcript is no longer there.");
        }
        catch (AwsFailureException e)
        {
            _failure = e;
        }
        catch (TranscriptUnreadableException e)
        {
            _failure = new AwsFailureException(AwsFailureKind.BadRequest, e.Message, e);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        finally
        {
            _reading = false;
        }
    }
}
