using TranscribeConsole.Data;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Jobs;

/// <summary>
/// Several jobs with the same settings, one for each medium. They are started one after the other, at the pace that the service allows; one
/// that fails leaves the others alone and can be tried again. A row is recognised by its medium, so that none is ever started twice.
/// </summary>
/// <remarks>Used by one caller at a time, as on a circuit's dispatcher.</remarks>
/// <param name="settings">A form that has passed its checks; name and media are the rows'.</param>
/// <param name="rows">As they are, or as they were kept when the page that ran them went away.</param>
public sealed class JobBatch(JobForm settings, IReadOnlyList<BatchRow> rows)
{
    private const int Attempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private bool _running;

    public IReadOnlyList<BatchRow> Rows { get; } = rows;

    public int CreatedCount => Count(BatchRowState.Created);

    public int FailedCount => Count(BatchRowState.Failed);

    /// <summary>No row waits or is being started.</summary>
    public bool IsSettled => CreatedCount + FailedCount == Rows.Count;

    public bool IsComplete => CreatedCount == Rows.Count;

    /// <summary>After each change of a row, before the service is asked as well as after.</summary>
    public Func<Task> Changed { get; set; } = () => Task.CompletedTask;

    /// <summary>Rows that were being started when the page that ran them went away are started again, which does not make a second job.</summary>
    public void Resume()
    {
        foreach (var row in Rows.Where(row => row.State == BatchRowState.Starting)) row.State = BatchRowState.Waiting;
    }

    /// <summary>Starts the rows that are ready; returns when none is. Nothing happens when it is running already.</summary>
    /// <param name="cancellationToken">Stops before the next row; the service's answer to a row that was asked for is awaited.</param>
    public async Task RunAsync(JobStarter starter, StartPace pace, TimeProvider time, CancellationToken cancellationToken)
    {
        if (_running) return;
        _running = true;
        try
        {
            while (Rows.FirstOrDefault(row => row.IsReady) is { } row)
            {
                await pace.WaitAsync(cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                await StartAsync(row, starter, time, cancellationToken);
            }
        }
        finally
        {
            _running = false;
        }
    }

    private async Task StartAsync(BatchRow row, JobStarter starter, TimeProvider time, CancellationToken cancellationToken)
    {
        row.State = BatchRowState.Starting;
        await Changed();
        try
        {
            await PatientlyAsync(() => starter.StartAsync(FormOf(row), askedBefore: true, CancellationToken.None), time, cancellationToken);
            row.State = BatchRowState.Created;
        }
        catch (AwsFailureException e)
        {
            (row.State, row.Error) = (BatchRowState.Failed, Sentence(e));
        }
        catch (Exception e) when (DatabaseFailure.Of(e) is not null)
        {
            (row.State, row.Error) = (BatchRowState.Failed, "The console's database could not be used. The job may have been created; trying again does not make a second one.");
        }
        catch (OperationCanceledException)
        {
            row.State = BatchRowState.Waiting;
            throw;
        }

        await Changed();
    }

    // The SDK has tried again by itself before it says so: others of the account are busy too.
    private static async Task PatientlyAsync(Func<Task> start, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await start();
                return;
            }
            catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Throttled && attempt < Attempts)
            {
                await Task.Delay(FirstPause * (1 << (attempt - 1)), time, cancellationToken);
            }
        }
    }

    private string Sentence(AwsFailureException e) => e.Kind switch
    {
        AwsFailureKind.Unavailable => $"{e.Message} The job may have been created; trying again does not make a second one.",
        AwsFailureKind.LimitExceeded when !settings.JobQueue => $"{e.Message} With Add to job queue, under Additional settings, a job waits until there is room for it.",
        _ => e.Message,
    };

    private JobForm FormOf(BatchRow row)
    {
        var form = settings.Clone();
        (form.Name, form.MediaUri) = (row.Name, row.MediaUri);
        return form;
    }

    private int Count(BatchRowState state) => Rows.Count(row => row.State == state);
}
