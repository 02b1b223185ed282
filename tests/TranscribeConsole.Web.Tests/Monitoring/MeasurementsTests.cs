using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Web.Monitoring;

namespace TranscribeConsole.Web.Tests.Monitoring;

public sealed class MeasurementsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ServiceProvider _others = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Measurements _measurements;

    public MeasurementsTests() => _measurements = new Measurements(Meters(_services));

    [Fact]
    public void Counts_and_sums_by_the_tags_that_matter()
    {
        var calls = Meters(_services).Create("any").CreateHistogram<double>(Instruments.AwsCalls);
        calls.Record(0.5, new("rpc.service", "S3"), new("rpc.method", "PutObject"), new("irrelevant", 1));
        calls.Record(1.5, new("rpc.method", "PutObject"), new("rpc.service", "S3"), new("irrelevant", 2));
        calls.Record(1, new("rpc.service", "S3"), new("rpc.method", "PutObject"), new("error.type", "Denied"));

        Assert.Collection(
            _measurements.Of(Instruments.AwsCalls),
            good => Assert.Equal((2, 2.0, "S3 PutObject "), (good.Count, good.Total, string.Join(' ', good.Tags))),
            bad => Assert.Equal((1, 1.0, "S3 PutObject Denied"), (bad.Count, bad.Total, string.Join(' ', bad.Tags))));
    }

    [Fact]
    public void Another_console_in_the_process_is_not_counted()
    {
        Meters(_others).Create("any").CreateCounter<long>(Instruments.UploadBytes).Add(7);

        Assert.Empty(_measurements.Of(Instruments.UploadBytes));
    }

    [Fact]
    public void A_state_is_the_last_one_told_and_stands_when_it_can_not_be_told()
    {
        var waiting = new Queue<Func<long>>([() => 3, () => 2, () => throw new IOException("busy")]);
        Meters(_services).Create("any").CreateObservableUpDownCounter(Instruments.WaitingJobs, () => waiting.Dequeue()());

        _measurements.Refresh();
        _measurements.Refresh();
        _measurements.Refresh();

        Assert.Equal(2, Assert.Single(_measurements.Of(Instruments.WaitingJobs)).Total);
    }

    private static IMeterFactory Meters(ServiceProvider services) => services.GetRequiredService<IMeterFactory>();

    public void Dispose()
    {
        _measurements.Dispose();
        _services.Dispose();
        _others.Dispose();
    }
}
