using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>
/// Runs the jobs that are in progress, several at a time because they share the recognisers fairly. What to run is always asked of
/// the database, so after a restart waiting jobs wait and half-done ones start again.
/// </summary>
internal sealed partial class JobRunner(JobStore jobs, JobRun run, TimeProvider time, ILogger<JobRunner> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();

    // Both guarded by _lock. A held job is not started until it has been let go as often as it was held.
    private readonly Dictionary<long, ActiveRun> _active = [];
    private readonly Dictionary<long, int> _held = [];

    private bool _promoted;

    /// <summary>Most jobs that are worked on at a time; further ones are in progress too, but wait here.</summary>
    /// <remarks>
    /// They share the recognisers segment by segment, so a short job passes long ones only while it is active: more than the cores
    /// need, but each costs an ffmpeg process and a few megabytes of samples.
    /// </remarks>
    public static int MaxActive { get; } = Math.Max(16, 2 * Environment.ProcessorCount);

    /// <summary>How many jobs are being worked on.</summary>
    public int ActiveCount
    {
        get
        {
            lock (_lock) return _active.Count;
        }
    }

    /// <summary>Says that there may be a job to run.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Stops the job if it is being worked on and keeps it from starting until the result is disposed.</summary>
    /// <remarks>Once this has returned nothing of the job is written any more.</remarks>
    public async Task<IDisposable> HoldAsync(StoredJob job, CancellationToken cancellationToken)
    {
        ActiveRun? active;
        lock (_lock)
        {
            _held[job.Id] = _held.GetValueOrDefault(job.Id) + 1;
            _active.TryGetValue(job.Id, out active);
        }

        var hold = new Hold(this, job.Id);
        try
        {
            if (active is not null) await active.StopAsync(cancellationToken);
            return hold;
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await StartWaitingAsync(stoppingToken);
                await _wake.Reader.ReadAsync(stoppingToken);
            }
        }
        finally
        {
            Task[] ending;
            lock (_lock) ending = [.. _active.Values.Select(active => active.Task)];
            await Task.WhenAll(ending);
        }
    }

    private async Task StartWaitingAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!_promoted) await jobs.PromoteQueuedAsync(stoppingToken);
            _promoted = true;
            while (TryStartNext(stoppingToken)) { }
        }
        catch (Exception e) when (e is not OperationCanceledException) // an unreadable row or disk must not end the runner
        {
            Log.CannotRead(logger, e);
            await Task.Delay(RetryDelay, time, stoppingToken);
            Wake();
        }
    }

    private bool TryStartNext(CancellationToken stoppingToken)
    {
        lock (_lock)
        {
            if (stoppingToken.IsCancellationRequested || _active.Count >= MaxActive) return false;
            if (jobs.NextToRun([.. _active.Keys, .. _held.Keys]) is not { } job) return false;
            var active = new ActiveRun(CancellationTokenSource.CreateLinkedTokenSource(stoppingToken));
            _active.Add(job.Id, active);
            active.Task = Task.Run(() => RunAsync(job, active), CancellationToken.None);
            return true;
        }
    }

    private async Task RunAsync(StoredJob job, ActiveRun active)
    {
        var stop = active.Token;
        try
        {
            await run.RunAsync(job, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        catch (Exception e) // not even the failure could be committed: the job stays in progress and is tried again
        {
            Log.CannotCommit(logger, job.Name, e);
            await Task.Delay(RetryDelay, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            lock (_lock) _active.Remove(job.Id);
            active.Dispose();
            Wake();
        }
    }

    private void Release(long jobId)
    {
        lock (_lock)
        {
            if (--_held[jobId] == 0) _held.Remove(jobId);
        }

        Wake();
    }

    private sealed class Hold(JobRunner runner, long jobId) : IDisposable
    {
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed) return;
            _disposed = true;
            runner.Release(jobId);
        }
    }

    private sealed class ActiveRun(CancellationTokenSource stop) : IDisposable
    {
        public CancellationToken Token { get; } = stop.Token;

        /// <summary>Ends when the job is no longer active; never faults.</summary>
        public Task Task { get; set; } = Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            try { await stop.CancelAsync(); }
            catch (ObjectDisposedException) { /* It has just ended by itself. */ }

            await Task.WaitAsync(cancellationToken);
        }

        public void Dispose() => stop.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The job queue could not be read; trying again.")]
        public static partial void CannotRead(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Error, "The outcome of job {JobName} could not be stored; the job will run again.")]
        public static partial void CannotCommit(ILogger logger, string jobName, Exception exception);
    }
}
