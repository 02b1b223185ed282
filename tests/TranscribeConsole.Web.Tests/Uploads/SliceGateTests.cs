using System.Threading.RateLimiting;
using TranscribeConsole.Web.Options;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Tests.Uploads;

public sealed class SliceGateTests : IDisposable
{
    private readonly SliceGate _gate = new(new LimitsOptions { UploadsAtATimePerPerson = 2, UploadsAtATime = 3 });

    [Fact]
    public async Task Slices_of_an_upload_beyond_four_wait_until_one_is_done()
    {
        var held = await FillAsync("a", "ana");
        var next = EnterAsync("a", "ana");

        Assert.False(next.IsCompleted);
        held[0].Dispose();
        using var lease = await next;
        Assert.True(lease.IsAcquired);
    }

    [Fact]
    public async Task Uploads_of_a_person_beyond_the_limit_wait_while_somebody_else_sends()
    {
        var held = await FillAsync("a", "ana");
        await FillAsync("b", "ana");
        var third = EnterAsync("c", "ana");
        var other = EnterAsync("d", "ben");

        Assert.True(other.IsCompletedSuccessfully && (await other).IsAcquired);
        Assert.False(third.IsCompleted);
        held[0].Dispose();
        Assert.True((await third).IsAcquired);
    }

    [Fact]
    public async Task Uploads_of_all_people_beyond_the_limit_wait()
    {
        var held = await FillAsync("a", "ana");
        await FillAsync("b", "ana");
        await FillAsync("c", "ben");
        var fourth = EnterAsync("d", "cleo");

        Assert.False(fourth.IsCompleted);
        held[0].Dispose();
        Assert.True((await fourth).IsAcquired);
    }

    [Fact]
    public async Task Slice_is_refused_when_as_many_wait_as_may_be_sent()
    {
        await FillAsync("a", "ana");
        var waiting = Enumerable.Range(0, SliceGate.SlicesAtATime).Select(_ => EnterAsync("a", "ana")).ToList();

        Assert.All(waiting, slice => Assert.False(slice.IsCompleted));
        Assert.False((await EnterAsync("a", "ana")).IsAcquired);
    }

    public void Dispose() => _gate.Dispose();

    private Task<RateLimitLease> EnterAsync(string upload, string person) => _gate.EnterAsync(upload, person, CancellationToken.None).AsTask();

    private async Task<List<RateLimitLease>> FillAsync(string upload, string person)
    {
        var leases = new List<RateLimitLease>();
        for (var i = 0; i < SliceGate.SlicesAtATime; i++) leases.Add(await EnterAsync(upload, person));
        Assert.All(leases, lease => Assert.True(lease.IsAcquired));
        return leases;
    }
}
