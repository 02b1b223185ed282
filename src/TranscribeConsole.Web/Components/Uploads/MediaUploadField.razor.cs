using Microsoft.AspNetCore.Components;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Uploads;

public sealed partial class MediaUploadField
{
    private ElementReference _zone;

    /// <summary>Id of the file input.</summary>
    [Parameter]
    public string Id { get; set; } = "media-file";

    /// <summary>What the form has to say about the field; null: nothing.</summary>
    [Parameter]
    public string? ErrorText { get; set; }

    private UploadState State => Session.State;

    private bool HasFile => State.Phase.IsUnderWay() || State.Phase == UploadPhase.Completed;

    private string? Error => State.Phase == UploadPhase.Failed ? State.Error : ErrorText;

    private string HintId => $"{Id}-hint";

    private string ErrorId => $"{Id}-error";

    private string NameId => $"{Id}-name";

    private string DescribedBy => Error is null ? HintId : $"{ErrorId} {HintId}";

    private string Figures => State.Phase == UploadPhase.Completing
        ? $"{UploadText.Bytes(State.Size)} sent. Storing the file…"
        : UploadText.Progress(State);

    // For screen readers: beginning and end, not every step between.
    private string Announcement => State.Phase switch
    {
        UploadPhase.Uploading => $"Uploading {State.FileName}",
        UploadPhase.Completed => $"{State.FileName} is uploaded",
        UploadPhase.Cancelled => $"Upload of {State.FileName} cancelled",
        _ => "",
    };

    protected override void OnInitialized() => Session.Changed += OnChanged;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || Uploads.UnavailableReason is not null) return;
        await Script.ConnectAsync($"./{Assets["js/upload.js"]}");
        await Script.BindAsync(_zone);
    }

    public void Dispose() => Session.Changed -= OnChanged;

    private void OnChanged() => InvokeAsync(StateHasChanged);
}
