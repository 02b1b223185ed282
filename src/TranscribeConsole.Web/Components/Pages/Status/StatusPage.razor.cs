using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TranscribeConsole.Web.Monitoring;
using TranscribeConsole.Web.Security;

namespace TranscribeConsole.Web.Components.Pages.Status;

public sealed partial class StatusPage : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan HealthInterval = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private Figures _figures = null!;
    private HealthReport? _health;
    private DateTimeOffset _checked;

    [Inject] private ServerFigures Server { get; set; } = null!;

    [Inject] private HealthCheckService Health { get; set; } = null!;

    [Inject] private UnknownProxies Proxies { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    protected override void OnInitialized() => _figures = Server.Read();

    // The checks ask the services: they wait until the page is there, and are not asked at each look.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        try
        {
            using var timer = new PeriodicTimer(Interval, Time);
            do await LookAsync();
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested) { }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        if (_health is null || Time.GetUtcNow() - _checked >= HealthInterval)
        {
            _health = await Health.CheckHealthAsync(_stop.Token);
            _checked = Time.GetUtcNow();
        }

        _figures = Server.Read();
        StateHasChanged();
    }
}
