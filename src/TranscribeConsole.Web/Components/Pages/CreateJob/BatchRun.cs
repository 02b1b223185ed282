using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Security.SignIn;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>
/// Works off the draft's batch for as long as the circuit lives, whichever page is shown: hands each row its upload, starts it, and has the
/// browser keep how far it is, from which another circuit goes on.
/// </summary>
public sealed class BatchRun : IDisposable
{
    private readonly JobDraft _draft;
    private readonly JobRules _rules;
    private readonly UploadSession _session;
    private readonly UploadScript _uploads;
    private readonly WizardScript _script;
    private readonly JobStarter _starter;
    private readonly StartPace _pace;
    private readonly TimeProvider _time;
    private readonly S3Use _s3;
    private CancellationTokenSource _stop = new();
    private JobBatch? _begun;

    public BatchRun(JobDraft draft, JobRules rules, UploadSession session, UploadScript uploads, WizardScript script, JobStarter starter, StartPace pace, TimeProvider time, S3Use s3)
    {
        (_draft, _rules, _session, _uploads, _script, _starter, _pace, _time, _s3) = (draft, rules, session, uploads, script, starter, pace, time, s3);
        draft.Forgotten += Stop;
        session.Changed += Advance;
    }

    public event Action? Changed;

    /// <summary>To be called once draft and uploads have been read from the browser.</summary>
    public async Task BeginAsync()
    {
        if (_draft.Batch is not { } batch || batch == _begun) return;
        Stop();
        _begun = batch;
        batch.Resume();
        batch.Changed = KeepAsync;
        await KeepAsync();
        Advance();
    }

    /// <summary>Why the row can't be tried again with the name that it has; null: it can.</summary>
    public string? FaultOf(BatchRow row) =>
        row.State != BatchRowState.Failed ? null
        : _draft.Batch!.Rows.Any(other => other != row && other.Name == row.Name) ? "Another file's job has this name already. Names must be unique."
        : _rules.FaultOfName(row.Name);

    /// <summary>Tries rows again that have failed, from the upload on if it was that.</summary>
    public async Task RetryAsync(IReadOnlyList<BatchRow> rows)
    {
        if (_begun is null) return;
        foreach (var row in rows)
        {
            row.Name = row.Name.Trim();
            if (FaultOf(row) is not null) continue;
            if (row.MediaUri.Length == 0 && _session.Find(row.File) is { CanRetry: true }) await _uploads.RetryAsync(row.File);
            row.Retry();
        }

        await KeepAsync();
        Advance();
    }

    /// <summary>Has the browser keep the batch as it is now.</summary>
    public async Task KeepAsync()
    {
        if (_begun == _draft.Batch) await _script.KeepAsync();
        Changed?.Invoke();
    }

    public void Dispose()
    {
        _draft.Forgotten -= Stop;
        _session.Changed -= Advance;
        _stop.Cancel();
        _stop.Dispose();
    }

    private void Advance()
    {
        if (_begun is not { } batch || batch != _draft.Batch) return;
        foreach (var row in batch.Rows.Where(row => row is { State: BatchRowState.Waiting, MediaUri: "" }))
        {
            switch (_session.Find(row.File))
            {
                case { Phase: UploadPhase.Completed, Location: { } location }:
                    row.Provide(location);
                    break;
                case { Phase: UploadPhase.Failed or UploadPhase.Cancelled } upload:
                    row.Fail(upload.Error ?? "The upload was cancelled.");
                    break;
                case null:
                    row.Fail("The file is not known any more. Choose it again, by Change settings.");
                    break;
            }
        }

        // The rows may come from the browser, which keeps them.
        foreach (var row in batch.Rows.Where(row => row.IsReady))
            if ((_s3.RefusalOf(row.MediaUri) ?? _s3.RefusalOf(_draft.Form.Output)) is { } refusal) row.Fail(refusal);
        Changed?.Invoke();
        _ = RunAsync(batch);
    }

    private async Task RunAsync(JobBatch batch)
    {
        try
        {
            await batch.RunAsync(_starter, _pace, _time, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Left, or the circuit has gone: the browser knows how far it is.
        }
    }

    private void Stop()
    {
        _begun = null;
        _stop.Cancel();
        _stop.Dispose();
        _stop = new CancellationTokenSource();
    }
}
