using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.Web.Health;

namespace TranscribeConsole.Web.Tests.Health;

public sealed class RecentAnswerTests
{
    [Fact]
    public async Task Service_is_asked_again_only_when_the_answer_is_old()
    {
        var time = new FakeTimeProvider();
        var check = new CountingCheck();
        using var recent = new RecentAnswer<CountingCheck>(check, time);
        for (var probe = 0; probe < 3; probe++) await recent.CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(1, check.Calls);

        time.Advance(TimeSpan.FromSeconds(10));
        var result = await recent.CheckHealthAsync(new HealthCheckContext());
        Assert.Equal("2", result.Description);
    }

    private sealed class CountingCheck : IHealthCheck
    {
        public int Calls { get; private set; }

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(HealthCheckResult.Healthy($"{++Calls}"));
    }
}
