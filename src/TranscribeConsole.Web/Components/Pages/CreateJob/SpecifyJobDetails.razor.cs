using Microsoft.AspNetCore.Components;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Components.Objects;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Step 1 of the wizard: name, language, media, output. With <c>?copy=NAME</c> it is filled from a job.</summary>
public sealed partial class SpecifyJobDetails : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private S3BrowserKind? _browse;
    private string _files = "";
    private bool _copying;
    private bool _focusName;
    private bool _signedIn;
    private AwsFailureException? _copyFailure;

    [Inject] private JobDraft Draft { get; set; } = default!;

    [Inject] private WizardScript Script { get; set; } = default!;

    [Inject] private ICallerSource Callers { get; set; } = default!;

    [Inject] private UploadSession Session { get; set; } = default!;

    [Inject] private UploadScript Uploads { get; set; } = default!;

    [Inject] private TranscriptionJobs Jobs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "copy")] public string? Copy { get; set; }

    private string Files => string.Join('/', Session.Files.Select(file => $"{file.Id} {file.Phase}"));

    protected override void OnInitialized()
    {
        _files = Files;
        Session.Changed += UploadChanged;
    }

    protected override async Task OnInitializedAsync() => _signedIn = (await Callers.GetAsync()).Id.Length > 0;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focusName || _copying) return;
        _focusName = false;
        await Script.FocusAsync(FieldIds.Of(nameof(JobForm.Name)));
    }

    public void Dispose()
    {
        Session.Changed -= UploadChanged;
        _stop.Cancel();
        _stop.Dispose();
    }

    // The names of the jobs follow the files: those are asked for first, or all names would be taken for names of files that are gone.
    private async Task LoadedAsync()
    {
        await Uploads.ConnectAsync($"./{Assets["js/upload.js"]}");
        Draft.FollowFiles();
        if (!string.IsNullOrEmpty(Copy)) await CopyAsync();
    }

    private async Task CopyAsync()
    {
        _copying = true;
        StateHasChanged();
        try
        {
            if (await Jobs.CopyAsync(Copy!, _stop.Token) is { } copied)
            {
                Draft.Fill(Copy!, copied);
                Draft.Reconcile();
                _copyFailure = null;
                _focusName = true;
                Navigation.NavigateTo("create-job", replace: true); // a reload must not fill it again over what is typed
            }
            else
            {
                _copyFailure = new AwsFailureException(AwsFailureKind.NotFound, $"There is no job named {Copy}; it may have been deleted or have expired.");
            }
        }
        catch (AwsFailureException e)
        {
            _copyFailure = e;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        finally
        {
            _copying = false;
            StateHasChanged();
        }
    }

    private void Changed() => Draft.DropMended();

    private void Chosen(string location)
    {
        if (_browse == S3BrowserKind.Folder) Draft.Form.OutputUri = location;
        else Draft.S3Uri = location;
        _browse = null;
        Changed();
    }

    // Progress is shown by the upload field itself.
    private void UploadChanged() => _ = InvokeAsync(() =>
    {
        if (_files == Files) return;
        _files = Files;
        Draft.FollowFiles();
        Changed();
        StateHasChanged();
    });

    private void Next()
    {
        if (Draft.CheckDetails()) Navigation.NavigateTo("create-job/configure");
    }
}
