using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>The job that is being filled in, for as long as its circuit lives: what was typed survives every step.</summary>
internal sealed class JobDraft(BackendCapabilities backend, ServiceLimits limits, UploadSession uploads)
{
    private string? _suggestedFor;

    public JobForm Form { get; private set; } = NewForm(backend);

    public MediaSource Source { get; set; } = MediaSource.Upload;

    /// <summary>What stands in the field <c>Input file location on S3</c>, also while an upload is chosen.</summary>
    public string S3Uri { get; set; } = "";

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Counts the attempts to go on; pages move the focus to the first error when it changes.</summary>
    public int Attempt { get; private set; }

    public bool IsUploading => uploads.State.Phase.IsUnderWay();

    /// <summary>Whether something would be lost by leaving.</summary>
    public bool IsTouched =>
        Form.Name.Length > 0 || S3Uri.Length > 0 || Form.OutputUri.Length > 0 || IsUploading || uploads.State.Phase == UploadPhase.Completed;

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;

    /// <summary>Checks step 1 and remembers what it breaks.</summary>
    public bool CheckDetails()
    {
        var uploading = Source == MediaSource.Upload && (IsUploading || uploads.State.Phase == UploadPhase.Completed);
        Form.Name = Form.Name.Trim();
        Form.OutputUri = Form.OutputUri.Trim();
        Form.MediaUri = Source == MediaSource.S3 ? S3Uri.Trim() : uploads.State.Location ?? "";
        return Accept(Form.CheckDetails(backend, limits, uploading));
    }

    public bool CheckConfiguration() => Accept(Form.CheckConfiguration(backend));

    /// <summary>Remembers what the service or an upload refused.</summary>
    public void Refuse(FieldError error) => Accept([error]);

    /// <summary>Names the job after an uploaded file, unless a name was typed; each file is suggested once.</summary>
    public void SuggestName(string fileName)
    {
        if (fileName.Length == 0 || fileName == _suggestedFor) return;
        _suggestedFor = fileName;
        if (Form.Name.Length == 0) Form.Name = JobNameSuggestion.For(fileName, limits.Quotas.MaxJobNameLength);
    }

    /// <summary>Forgets everything, the upload too.</summary>
    public void Reset()
    {
        Form = NewForm(backend);
        (Source, S3Uri, Errors, _suggestedFor) = (MediaSource.Upload, "", [], null);
        uploads.Reset();
    }

    private bool Accept(IReadOnlyList<FieldError> errors)
    {
        Errors = errors;
        if (errors.Count > 0) Attempt++;
        return errors.Count == 0;
    }

    private static JobForm NewForm(BackendCapabilities backend)
    {
        var form = new JobForm();
        if (!backend.Transcribes(form.LanguageCode)) form.LanguageCode = backend.Languages?.FirstOrDefault() ?? form.LanguageCode;
        return form;
    }
}
