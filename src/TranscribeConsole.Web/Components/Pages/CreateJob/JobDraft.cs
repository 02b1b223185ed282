using System.Text.Json;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>
/// The job that is being filled in: what was typed survives every step. The browser keeps a copy, from which another circuit goes on;
/// until that copy has been asked for, nothing may be entered.
/// </summary>
public sealed partial class JobDraft(BackendCapabilities backend, JobRules rules, ServiceLimits limits, UploadSession uploads)
{
    private Func<IReadOnlyList<FieldError>>? _check;
    private string? _suggestedFor;

    /// <summary>Raised by <see cref="Reset"/>, so that the browser forgets its copy too.</summary>
    internal event Action? Forgotten;

    public JobForm Form { get; private set; } = NewForm(backend, rules);

    public MediaSource Source { get; set; } = MediaSource.Upload;

    /// <summary>What stands in the field <c>Input file location on S3</c>, also while an upload is chosen.</summary>
    public string S3Uri { get; set; } = "";

    /// <summary>The browser's copy has been read.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>This circuit began with what was entered before.</summary>
    public bool WasRestored { get; set; }

    /// <summary>Name of the job that the form was filled from; null: none.</summary>
    public string? CopiedFrom { get; private set; }

    /// <summary>Sentences about what could not be filled from it.</summary>
    public IReadOnlyList<string> NotCopied { get; private set; } = [];

    /// <summary>The job was asked for under this name and no answer has come: it may be there. Null: no such job.</summary>
    public string? Unanswered { get; set; }

    /// <summary>What the last change of language, model or identification has cleared, in sentences.</summary>
    public IReadOnlyList<string> Cleared { get; private set; } = [];

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Counts the attempts to go on; pages move the focus to the first error when it changes.</summary>
    public int Attempt { get; private set; }

    public bool IsUploading => uploads.IsUnderWay;

    /// <summary>Whether something would be lost by leaving.</summary>
    public bool IsTouched => Batch is { IsComplete: false } || (Batch is null && HasContents);

    /// <summary>Whether the browser is to keep it; the results of a batch too, for a reload.</summary>
    public bool IsWorthKeeping => Batch is not null || HasContents;

    private bool HasContents => HasUpload || S3Uri.Length > 0 || Unanswered is not null || !IsNew(Form);

    private bool HasUpload => IsSeveral || IsUploading || uploads.State.Phase == UploadPhase.Completed;

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;

    /// <summary>Goes on with the browser's copy; what is no draft is ignored.</summary>
    internal void Load(string text)
    {
        IsLoaded = true;
        if (KeptDraft.Read(text) is not { } kept) return;
        Form = kept.Form;
        (Source, S3Uri, _suggestedFor) = (kept.Source, kept.S3Uri, kept.SuggestedFor);
        (CopiedFrom, NotCopied, Unanswered) = (kept.CopiedFrom, kept.NotCopied, kept.Unanswered);
        Names.Load(kept.Names);
        if (kept.Batch is { Count: > 0 } rows) Batch = new JobBatch(Form, rows);
        foreach (var (id, value) in kept.Fields) DraftFields.Set(this, id, value);
        rules.Reconcile(Form); // another backend may have been started meanwhile
        WasRestored = true;
    }

    internal KeptDraft ToKept() => new()
    {
        Form = Form,
        Source = Source,
        S3Uri = S3Uri,
        SuggestedFor = _suggestedFor,
        CopiedFrom = CopiedFrom,
        NotCopied = NotCopied,
        Unanswered = Unanswered,
        Names = Names.ToKept(),
        Batch = Batch?.Rows,
    };

    /// <summary>Fills everything but the name from a job.</summary>
    public void Fill(string name, CopiedJob copied)
    {
        Reset();
        Form = copied.Form;
        (Source, S3Uri) = (MediaSource.S3, copied.Form.MediaUri);
        (CopiedFrom, NotCopied) = (name, copied.NotCopied);
    }

    /// <summary>Puts into the form where the media is, or will be.</summary>
    public void TakeMedia() => Form.MediaUri = Source == MediaSource.S3 ? S3Uri.Trim() : uploads.State.Location ?? "";

    /// <summary>Clears what the form's language, model or identification no longer allows, and says so until it is dismissed or the step is left.</summary>
    public void Reconcile()
    {
        if (rules.Reconcile(Form) is { Count: > 0 } cleared) Cleared = cleared;
    }

    public void DismissCleared() => Cleared = [];

    /// <summary>Checks step 1 and remembers what it breaks.</summary>
    public bool CheckDetails()
    {
        Form.Trim();
        Names.Trim();
        return Accept(() =>
        {
            TakeMedia();
            return IsSeveral ? [.. CheckSeveral()] : rules.CheckDetails(Form, uploading: Source == MediaSource.Upload && HasUpload);
        });
    }

    /// <summary>Checks step 2 and remembers what it breaks.</summary>
    public bool CheckConfiguration() => Accept(() => rules.CheckConfiguration(Form));

    /// <summary>Remembers what the service or an upload refused.</summary>
    public void Refuse(FieldError error)
    {
        (_check, Errors) = (null, [error]);
        Attempt++;
    }

    /// <summary>After a change: an error that is mended goes away; new ones wait for the next attempt.</summary>
    public void DropMended()
    {
        if (_check is null || Errors.Count == 0) return;
        var broken = _check();
        Errors = [.. Errors.Select(error => broken.FirstOrDefault(now => now.Field == error.Field)).OfType<FieldError>()];
    }

    /// <summary>Forgets the errors of a list whose rows have moved.</summary>
    public void DropErrors(string property) => Errors = [.. Errors.Where(error => !error.Field.StartsWith(property, StringComparison.Ordinal))];

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
        Form = NewForm(backend, rules);
        (Source, S3Uri, _suggestedFor, CopiedFrom, NotCopied, Unanswered) = (MediaSource.Upload, "", null, null, [], null);
        Batch = null;
        Names.Load(new Dictionary<int, string>());
        (_check, Errors, Cleared, WasRestored) = (null, [], [], false);
        uploads.Reset();
        Forgotten?.Invoke();
    }

    private bool Accept(Func<IReadOnlyList<FieldError>> check)
    {
        (_check, Errors) = (check, check());
        if (Errors.Count > 0) Attempt++;
        return Errors.Count == 0;
    }

    private bool IsNew(JobForm form)
    {
        var written = JsonSerializer.Serialize(form);
        return written == JsonSerializer.Serialize(NewForm(backend, rules));
    }

    private static JobForm NewForm(BackendCapabilities backend, JobRules rules)
    {
        var form = new JobForm();
        if (!backend.Transcribes(form.LanguageCode)) form.LanguageCode = backend.Languages?.FirstOrDefault() ?? form.LanguageCode;
        rules.Reconcile(form);
        return form;
    }
}
