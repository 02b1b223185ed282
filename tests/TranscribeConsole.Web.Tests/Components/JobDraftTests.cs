using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Web.Components.Pages.CreateJob;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Tests.Components;

public sealed class JobDraftTests
{
    private readonly UploadSession _uploads = new();
    private readonly JobDraft _draft;

    public JobDraftTests() => _draft = NewDraft(new HashSet<string> { "en-US" });

    [Fact]
    public void Untouched_draft_loses_nothing_when_left()
    {
        Assert.False(_draft.IsTouched);
        _draft.S3Uri = "s3://media/call.wav";
        Assert.True(_draft.IsTouched);
    }

    [Theory]
    [InlineData(UploadPhase.Uploading, true)]
    [InlineData(UploadPhase.Completed, true)]
    [InlineData(UploadPhase.Failed, false)]
    [InlineData(UploadPhase.Cancelled, false)]
    public void Upload_that_is_there_or_coming_touches_the_draft_and_passes_the_check(UploadPhase phase, bool counts)
    {
        _draft.Form.Name = "call-1";
        _uploads.Report(UploadState.Empty with { Phase = phase, FileName = "call.wav", Location = phase == UploadPhase.Completed ? "s3://media/call.wav" : null });
        var passes = _draft.CheckDetails();
        _draft.Form.Name = "";

        Assert.Equal(counts, _draft.IsTouched);
        Assert.Equal(counts, passes);
    }

    [Fact]
    public void Upload_is_not_looked_at_when_an_S3_location_is_chosen()
    {
        _draft.Form.Name = " call-1 ";
        _uploads.Report(UploadState.Empty with { Phase = UploadPhase.Completed, Location = "s3://media/uploaded.wav" });
        (_draft.Source, _draft.S3Uri) = (MediaSource.S3, " s3://media/chosen.wav ");

        Assert.True(_draft.CheckDetails());
        Assert.Equal(("call-1", "s3://media/chosen.wav"), (_draft.Form.Name, _draft.Form.MediaUri));
    }

    [Fact]
    public void Failed_check_counts_as_an_attempt_and_names_its_fields()
    {
        Assert.False(_draft.CheckDetails());

        Assert.Equal(1, _draft.Attempt);
        Assert.Equal([nameof(JobForm.Name), nameof(JobForm.MediaUri)], _draft.Errors.Select(error => error.Field));
        Assert.NotNull(_draft.ErrorOf(nameof(JobForm.Name)));
        Assert.Null(_draft.ErrorOf(nameof(JobForm.OutputUri)));
    }

    [Fact]
    public void Name_is_suggested_once_and_never_over_what_was_typed()
    {
        _draft.SuggestName("Board meeting.wav");
        Assert.Equal("Board-meeting", _draft.Form.Name);
        _draft.Form.Name = "";
        _draft.SuggestName("Board meeting.wav");
        Assert.Equal("", _draft.Form.Name);
        _draft.Form.Name = "mine";
        _draft.SuggestName("other.wav");
        Assert.Equal("mine", _draft.Form.Name);
    }

    [Fact]
    public void Reset_forgets_the_form_and_the_upload()
    {
        _draft.Form.Name = "call-1";
        _uploads.Report(UploadState.Empty with { Phase = UploadPhase.Completed, Location = "s3://media/call.wav" });
        _draft.Reset();

        Assert.False(_draft.IsTouched);
        Assert.Equal(UploadPhase.None, _uploads.State.Phase);
        Assert.Equal("", _draft.Form.Name);
    }

    [Fact]
    public void Language_starts_as_one_that_the_backend_transcribes() =>
        Assert.Equal("de-DE", NewDraft(new HashSet<string> { "de-DE" }).Form.LanguageCode);

    [Fact]
    public void Several_files_become_jobs_of_the_same_form()
    {
        _draft.Load("");
        _uploads.Replace([Uploaded(1, "a.wav"), Uploaded(2, "b.wav") with { Phase = UploadPhase.Uploading, Location = null }]);
        _draft.FollowFiles();
        _draft.Names[2] = " bee ";

        Assert.True(_draft.CheckDetails());
        Assert.Equal(("bee", ""), (_draft.FormOf(_uploads.Files[1]).Name, _draft.FormOf(_uploads.Files[1]).MediaUri));
        _draft.BeginBatch();
        Assert.Equal([("a", "s3://media/a.wav"), ("bee", "")], _draft.Batch!.Rows.Select(row => (row.Name, row.MediaUri)));
    }

    [Fact]
    public void A_file_that_is_not_uploaded_stops_the_step()
    {
        _draft.Load("");
        _uploads.Replace([Uploaded(1, "a.wav"), Uploaded(2, "b.wav") with { Phase = UploadPhase.Cancelled, Location = null }]);
        _draft.FollowFiles();

        Assert.False(_draft.CheckDetails());
        Assert.Equal(nameof(JobForm.MediaUri), Assert.Single(_draft.Errors).Field);
    }

    [Fact]
    public void Batch_and_names_come_back_as_they_were_kept()
    {
        _draft.Load("");
        _uploads.Replace([Uploaded(1, "a.wav"), Uploaded(2, "b.wav")]);
        _draft.FollowFiles();
        _draft.BeginBatch();
        _draft.Batch!.Rows[1].State = BatchRowState.Starting;

        var again = NewDraft(new HashSet<string> { "en-US" });
        again.Load(_draft.ToKept().Write());

        Assert.Equal("b", again.Names[2]);
        Assert.Equal([BatchRowState.Waiting, BatchRowState.Starting], again.Batch!.Rows.Select(row => row.State));
        Assert.True(again.IsTouched);
        foreach (var row in again.Batch.Rows) row.State = BatchRowState.Created;
        Assert.True(again is { IsTouched: false, IsWorthKeeping: true });
    }

    private static UploadState Uploaded(int id, string name) =>
        UploadState.Empty with { Id = id, FileName = name, Phase = UploadPhase.Completed, Location = $"s3://media/{name}" };

    private JobDraft NewDraft(IReadOnlySet<string> languages)
    {
        var backend = new BackendCapabilities { Name = "Test", Region = "us-east-1", Engine = new EngineInfo("Test"), Languages = languages };
        var limits = ServiceLimits.Load();
        return new JobDraft(backend, new JobRules(backend, limits), limits, _uploads);
    }
}
