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

    private bool IsSeveral => Session.Files.Count > 1;

    private bool HasFile => IsSeveral || State.Phase.IsUnderWay() || State.Phase == UploadPhase.Completed;

    private string? Error => State.Phase == UploadPhase.Failed ? State.Error : ErrorText;

    private string HintId => $"{Id}-hint";

    private string ErrorId => $"{Id}-error";

    private string NameId => $"{Id}-name";

    private string DescribedBy => Error is null ? HintId : $"{ErrorId} {HintId}";

    // Of several: the one that needs most attention.
    private UploadPhase Phase =>
        !IsSeveral ? State.Phase
        : Session.IsUnderWay ? UploadPhase.Uploading
        : Session.Files.Any(file => file.Phase != UploadPhase.Completed) ? UploadPhase.Failed
        : UploadPhase.Completed;

    // For screen readers: beginning and end, not every step between.
    private string Announcement => IsSeveral
        ? $"{Session.Files.Count(file => file.Phase == UploadPhase.Completed)} of {Session.Files.Count} files are uploaded{FailedOnes}"
        : State.Phase switch
        {
            UploadPhase.Uploading => $"Uploading {State.FileName}",
            UploadPhase.Completed => $"{State.FileName} is uploaded",
            UploadPhase.Cancelled => $"Upload of {State.FileName} cancelled",
            _ => "",
        };

    private string FailedOnes => Session.Files.Count(file => file.Phase == UploadPhase.Failed) is > 0 and var failed ? $", {failed} failed" : "";

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
