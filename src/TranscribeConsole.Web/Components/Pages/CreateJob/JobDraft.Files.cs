using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>What differs while there are several files.</summary>
public sealed partial class JobDraft
{
    /// <summary>The names of the jobs while there are several files.</summary>
    public FileJobNames Names { get; } = new(limits.Quotas.MaxJobNameLength);

    /// <summary>Each of the files that are uploaded becomes a job.</summary>
    public bool IsSeveral => Source == MediaSource.Upload && uploads.Files.Count > 1;

    /// <summary>How many jobs will be created.</summary>
    public int JobCount => IsSeveral ? uploads.Files.Count : 1;

    /// <summary>The jobs that are being created; null: none yet, or there is but one.</summary>
    public JobBatch? Batch { get; private set; }

    /// <summary>The form of one file's job.</summary>
    public JobForm FormOf(UploadState file)
    {
        var form = Form.Clone();
        (form.Name, form.MediaUri) = (Names[file.Id], file.Location ?? "");
        return form;
    }

    /// <summary>After files have come or gone: names follow.</summary>
    public void FollowFiles()
    {
        if (!IsLoaded || Batch is not null) return;
        Names.Follow(uploads.Files, Form);
        if (uploads.State.Phase is UploadPhase.Waiting or UploadPhase.Uploading or UploadPhase.Completed) SuggestName(uploads.State.FileName);
    }

    /// <summary>From now on the jobs are being created; the form stays as it is.</summary>
    public void BeginBatch() => Batch = new JobBatch(Form, [.. uploads.Files.Select(file => new BatchRow
    {
        File = file.Id,
        FileName = file.FileName,
        Name = Names[file.Id],
        MediaUri = file.Location ?? "",
    })]);

    /// <summary>Back to the form with the names that the rows have by now.</summary>
    public void EndBatch()
    {
        foreach (var row in Batch?.Rows ?? []) Names[row.File] = row.Name;
        Batch = null;
    }

    private IEnumerable<FieldError> CheckSeveral()
    {
        foreach (var error in Names.Check(uploads.Files, rules)) yield return error;
        foreach (var error in rules.CheckDetails(Form, uploading: true).Where(error => error.Field != nameof(JobForm.Name))) yield return error;
        if (Form.Output == OutputLocation.CustomerBucket && S3Location.TryParse(Form.OutputUri, out var output) && output.Key.Length > 0 && !output.Key.EndsWith('/'))
            yield return new(nameof(JobForm.OutputUri), "Several jobs would write over each other's output. Enter a bucket, or a folder with a slash at its end.");
        if (uploads.Files.Count(file => file.Phase is UploadPhase.Failed or UploadPhase.Cancelled) is > 0 and var lost)
            yield return new(nameof(JobForm.MediaUri), $"{(lost == 1 ? "One file is" : $"{lost} files are")} not uploaded. Try again, or remove {(lost == 1 ? "it" : "them")}.");
    }
}
