using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Services.Tests.Backend;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.Services.Tests.Reading;

public abstract class TranscriptEditingTests
{
    private const string Me = "local user";

    private readonly LocalBackend _backend;
    private readonly TestDatabase _database;
    private readonly IServiceProvider _services;
    private readonly TranscriptEditing _editing;

    protected TranscriptEditingTests(LocalBackend backend, TestDatabase database)
    {
        (_backend, _database, _services) = (backend, database, backend.Compose(database: database));
        _editing = _services.GetRequiredService<TranscriptEditing>();
    }

    [Fact]
    public async Task Correction_is_in_force_with_its_author_until_it_is_undone()
    {
        var (transcript, turn) = await SpokenAsync();

        var saved = await _editing.CorrectAsync(transcript, turn, "First.", 0, Me, default);
        var again = await _editing.CorrectAsync(transcript, turn, "Second.", saved.State.Version, "Ana", default);
        Assert.Equal(("Second.", "Ana"), await InForceAsync(transcript, turn));

        var undone = await _editing.UndoAsync(transcript, turn, again.State.Version, Me, default);
        Assert.Equal(("First.", true), (undone.State.Text, undone.State.CanUndo));
        var original = await _editing.UndoAsync(transcript, turn, undone.State.Version, Me, default);
        Assert.Equal((null, false, 4), (original.State.Text, original.State.CanUndo, original.State.Version));
        Assert.Empty((await _editing.ReadAsync(transcript, default)).ToEdits().Corrections);
    }

    [Fact]
    public async Task Two_who_started_from_one_version_do_not_overwrite_each_other_be_it_at_two_instances()
    {
        var (transcript, turn) = await SpokenAsync();
        TranscriptEditing[] instances = [_editing, _backend.Compose(database: _database).GetRequiredService<TranscriptEditing>()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => instances[n % 2].CorrectAsync(transcript, turn, $"Text {n}.", 0, $"user {n}", default)));

        var winner = Assert.Single(outcomes, outcome => outcome.IsSaved);
        Assert.All(outcomes, outcome => Assert.Equal(winner.State.Text, outcome.State.Text)); // each loser is told what is in force
        Assert.Equal((winner.State.Text, winner.State.By), await InForceAsync(transcript, turn));
    }

    [Fact]
    public async Task Version_that_was_undone_meanwhile_is_a_conflict_and_not_a_new_start()
    {
        var (transcript, turn) = await SpokenAsync();
        var first = await _editing.CorrectAsync(transcript, turn, "First.", 0, Me, default);
        await _editing.UndoAsync(transcript, turn, first.State.Version, Me, default);

        Assert.False((await _editing.CorrectAsync(transcript, turn, "Late.", first.State.Version, Me, default)).IsSaved);
        Assert.False((await _editing.CorrectAsync(transcript, turn, "Late.", 0, Me, default)).IsSaved);
    }

    [Fact]
    public async Task Recognised_text_typed_again_takes_the_correction_back()
    {
        var (transcript, turn) = await SpokenAsync();
        Assert.Equal(0, (await _editing.CorrectAsync(transcript, turn, turn.Text, 0, Me, default)).State.Version); // nothing to keep
        var saved = await _editing.CorrectAsync(transcript, turn, "Other.", 0, Me, default);

        var back = await _editing.CorrectAsync(transcript, turn, turn.Text, saved.State.Version, Me, default);

        Assert.Null(back.State.Text);
        Assert.Empty((await _editing.ReadAsync(transcript, default)).ToEdits().Corrections);
    }

    [Fact]
    public async Task Undo_of_an_untouched_turn_changes_nothing()
    {
        var (transcript, turn) = await SpokenAsync();

        var outcome = await _editing.UndoAsync(transcript, turn, 0, Me, default);

        Assert.Equal((true, 0), (outcome.IsSaved, outcome.State.Version));
        Assert.Empty((await _editing.ReadAsync(transcript, default)).Turns);
    }

    [Fact]
    public async Task What_is_corrected_in_one_transcript_is_not_in_the_redacted_one()
    {
        var (transcript, turn) = await SpokenAsync();
        await _editing.CorrectAsync(transcript, turn, "My name is Ana.", 0, Me, default);

        Assert.Empty((await _editing.ReadAsync(transcript with { IsRedacted = true }, default)).Turns);
    }

    [Fact]
    public async Task Name_is_versioned_and_can_be_taken_back()
    {
        var (transcript, _) = await SpokenAsync();
        var named = await _editing.NameAsync(transcript, "spk_0", "Ana", 0, Me, default);
        var late = await _editing.NameAsync(transcript, "spk_0", "Ben", 0, "Ben", default);
        Assert.Equal((true, false, "Ana"), (named.IsSaved, late.IsSaved, late.State.Name));
        Assert.Equal("Ana", (await _editing.ReadAsync(transcript, default)).ToEdits().Names["spk_0"].Name);

        await _editing.NameAsync(transcript, "spk_0", "", named.State.Version, Me, default);

        Assert.Empty((await _editing.ReadAsync(transcript, default)).ToEdits().Names);
        Assert.False((await _editing.NameAsync(transcript, "spk_0", "Late", named.State.Version, Me, default)).IsSaved);
    }

    [Fact]
    public async Task Deleting_the_job_forgets_all_and_a_new_job_of_the_name_has_nothing()
    {
        var (transcript, turn) = await SpokenAsync();
        await _editing.CorrectAsync(transcript, turn, "Secret.", 0, Me, default);
        await _editing.NameAsync(transcript, "spk_0", "Ana", 0, Me, default);

        await _services.GetRequiredService<TranscriptionJobs>().DeleteAsync(transcript.Job.Name, default);

        Assert.Empty(await _editing.JobsAsync(transcript.Job.Name, default));
    }

    [Fact]
    public async Task Job_deleted_elsewhere_and_started_anew_inherits_nothing_and_is_swept()
    {
        var (transcript, turn) = await SpokenAsync();
        await _editing.CorrectAsync(transcript, turn, "Secret.", 0, Me, default);
        var (kept, keptTurn) = await SpokenAsync();
        await _editing.CorrectAsync(kept, keptTurn, "Kept.", 0, Me, default);
        await _services.GetRequiredService<Amazon.TranscribeService.IAmazonTranscribeService>()
            .DeleteTranscriptionJobAsync(new() { TranscriptionJobName = transcript.Job.Name });
        var form = LocalBackend.Form("speech.wav");
        form.Name = transcript.Job.Name;
        await _backend.RunAsync(form);
        var anew = (await ReadAsync(form.Name))!;

        Assert.Empty((await _editing.ReadAsync(anew, default)).Turns);
        await _services.GetRequiredService<ForgottenEdits>().SweepAsync(default);
        Assert.Empty(await _editing.JobsAsync(form.Name, default));
        Assert.NotEmpty(await _editing.JobsAsync(kept.Job.Name, default));
    }

    [Fact]
    public async Task Jobs_of_another_account_are_not_swept()
    {
        var (transcript, turn) = await SpokenAsync();
        await _editing.CorrectAsync(transcript, turn, "Kept.", 0, Me, default);
        await _services.GetRequiredService<Amazon.TranscribeService.IAmazonTranscribeService>()
            .DeleteTranscriptionJobAsync(new() { TranscriptionJobName = transcript.Job.Name });
        var elsewhere = _backend.Compose(change: connection => connection with { Region = Amazon.RegionEndpoint.EUCentral1 }, database: _database);

        // The backend knows one Region only; what matters is that nobody is asked and nothing is forgotten.
        await Record.ExceptionAsync(() => elsewhere.GetRequiredService<ForgottenEdits>().SweepAsync(default));

        Assert.NotEmpty(await _editing.JobsAsync(transcript.Job.Name, default));
    }

    private async Task<(JobTranscript Transcript, Turn Turn)> SpokenAsync()
    {
        var form = LocalBackend.Form("speech.wav");
        await _backend.RunAsync(form);
        var transcript = (await ReadAsync(form.Name))!;
        return (transcript, transcript.Transcript.Turns[0]);
    }

    private Task<JobTranscript?> ReadAsync(string name) =>
        _services.GetRequiredService<TranscriptReader>().ReadAsync(name, TranscriptVariant.Any, default);

    private async Task<(string? Text, string By)> InForceAsync(JobTranscript transcript, Turn turn)
    {
        var correction = (await _editing.ReadAsync(transcript, default)).ToEdits().Corrections[turn.Id];
        return (correction.Text, correction.By);
    }
}

[Collection(OnLocalBackend.Name)]
public sealed class TranscriptEditingOnSqliteTests(LocalBackend backend) : TranscriptEditingTests(backend, new SqliteTestDatabase());

[Collection(OnLocalBackend.Name)]
public sealed class TranscriptEditingOnPostgresTests(LocalBackend backend) : TranscriptEditingTests(backend, new PostgresTestDatabase());
