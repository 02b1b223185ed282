using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Forms;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Step 1 of the wizard: name, language, media, output.</summary>
public sealed partial class SpecifyJobDetails : IDisposable
{
    private static readonly IReadOnlyList<SelectGroup> StartIndexes = [new(null, [new("0", "0"), new("1", "1")])];

    private static readonly IReadOnlyList<RadioOption<OutputLocation>> Outputs =
    [
        new(OutputLocation.ServiceManaged, "Service-managed S3 bucket", "The output is removed when the job expires, 90 days after it was created."),
        new(OutputLocation.CustomerBucket, "Customer specified S3 bucket", "The output goes to a bucket of yours and stays there when the job expires."),
    ];

    private IReadOnlyList<SelectGroup> _languages = [];
    private IReadOnlyList<RadioOption<MediaSource>> _sources = [];
    private UploadState? _upload;

    [Inject] private JobDraft Draft { get; set; } = default!;

    [Inject] private UploadSession Session { get; set; } = default!;

    [Inject] private MediaUploads Uploads { get; set; } = default!;

    [Inject] private BackendCapabilities Backend { get; set; } = default!;

    [Inject] private ServiceLimits Limits { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private IReadOnlyList<SelectGroup> Languages => _languages;

    private IReadOnlyList<RadioOption<MediaSource>> Sources => _sources;

    private string Formats => string.Join(", ", Limits.MediaFormats.Select(format => format.Format.ToUpperInvariant()));

    protected override void OnInitialized()
    {
        _languages = GroupLanguages();
        _sources =
        [
            new(MediaSource.Upload, "Upload file", Uploads.UnavailableReason ?? "From this device.", Disabled: Uploads.UnavailableReason is not null),
            new(MediaSource.S3, "S3 location", "A file that is in an S3 bucket already."),
        ];
        if (Uploads.UnavailableReason is not null) Draft.Source = MediaSource.S3;
        Session.Changed += UploadChanged;
    }

    public void Dispose() => Session.Changed -= UploadChanged;

    // Those that can be chosen first; the others are shown, so that people see what the service has and this backend has not.
    private IReadOnlyList<SelectGroup> GroupLanguages()
    {
        var byChoice = Limits.Languages.ToLookup(language => Backend.Transcribes(language.Code));
        if (!byChoice[false].Any()) return [new(null, [.. byChoice[true].Select(Option)])];
        return
        [
            new($"Transcribed by {Backend.Engine.Name}", [.. byChoice[true].Select(Option)]),
            new($"Not available with {Backend.Engine.Name}", [.. byChoice[false].Select(language => Option(language) with { Disabled = true })]),
        ];

        static SelectOption Option(LanguageInfo language) => new(language.Code, language.Text);
    }

    private void SetStartIndex(string? value) => Draft.Form.SubtitleStartIndex = value == "1" ? 1 : 0;

    // Progress is shown by the upload field itself.
    private void UploadChanged() => _ = InvokeAsync(() =>
    {
        var state = Session.State;
        if (_upload is { } before && (before.Phase, before.FileName) == (state.Phase, state.FileName)) return;
        _upload = state;
        if (state.Phase is UploadPhase.Uploading or UploadPhase.Completed) Draft.SuggestName(state.FileName);
        StateHasChanged();
    });

    private void Next()
    {
        if (Draft.CheckDetails()) Navigation.NavigateTo("create-job/configure");
    }
}
