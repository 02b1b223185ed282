using System.Diagnostics;
using System.Diagnostics.Metrics;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Media;

/// <summary>Counts the steps of uploads, their failures and bytes.</summary>
public sealed class UploadMetrics
{
    private readonly Counter<long> _steps;
    private readonly Counter<long> _bytes;
    private readonly UpDownCounter<long> _activeParts;

    public UploadMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ServiceMeter.Name);
        _steps = meter.CreateCounter<long>("transcribeconsole.upload.steps", "{step}", "Steps of uploads: begin, part, complete, abort.");
        _bytes = meter.CreateCounter<long>("transcribeconsole.upload.io", "By", "Bytes of media that reached S3 through the console.");
        _activeParts = meter.CreateUpDownCounter<long>("transcribeconsole.upload.part.active", "{part}", "Parts that are being received.");
    }

    internal async Task<T> BeginAsync<T>(Func<Task<T>> begin) => await CountAsync("begin", begin);

    internal async Task<T> CompleteAsync<T>(Func<Task<T>> complete) => await CountAsync("complete", complete);

    internal Task AbortAsync(Func<Task> abort) => CountAsync("abort", abort);

    /// <param name="length">Bytes of the part.</param>
    internal async Task PartAsync(long length, Func<Task> send)
    {
        _activeParts.Add(1);
        try
        {
            await CountAsync("part", send);
            _bytes.Add(length);
        }
        finally
        {
            _activeParts.Add(-1);
        }
    }

    private Task<bool> CountAsync(string step, Func<Task> run) => CountAsync(step, async () => { await run(); return true; });

    private async Task<T> CountAsync<T>(string step, Func<Task<T>> run)
    {
        var tags = new TagList { { "transcribeconsole.upload.step", step } };
        try
        {
            return await run();
        }
        catch (Exception e)
        {
            tags.Add("error.type", ErrorType(e));
            throw;
        }
        finally
        {
            _steps.Add(1, tags);
        }
    }

    private static string ErrorType(Exception e) => e switch
    {
        MediaRefusedException => "Refused",
        AwsFailureException failure => failure.Kind.ToString(),
        _ => "BrokenOff", // by the browser: its connection ended, or stood still for too long
    };
}
