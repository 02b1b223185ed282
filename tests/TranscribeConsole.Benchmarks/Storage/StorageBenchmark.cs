using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks.Storage;

/// <summary>
/// Objects by presigned addresses, so that no SDK limits the rate: beside a bare endpoint, the bare disk and, where it is installed, moto's
/// server. Every PUT is durable before it is answered.
/// </summary>
internal static class StorageBenchmark
{
    private const int Small = 1 << 10;
    private const int Large = 64 << 20;
    private const int Addresses = 1_000;
    private const int Seconds = 5;

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        var load = new LoadGenerator(directory);
        var (small, large) = (RandomFile(directory["small"], Small), RandomFile(directory["large"], Large));
        await using (var console = await ConsoleProcess.StartAsync(directory["data"]))
        {
            using (var s3 = console.CreateS3()) await s3.PutBucketAsync("benchmark");
            var presigner = new Presigner(console.AccessKey, console.SecretKey, console.Backend);
            await MeasureSmallAsync(directory, load, small, console.Backend, presigner);
            await MeasureLargeAsync(directory, load, large, console.Backend, presigner);
            await MeasureMotoAsync(load, small, large, presigner);
            await console.StopAsync();
        }

        await PageBenchmark.RunAsync(directory);
    }

    private static async Task MeasureSmallAsync(TemporaryDirectory directory, LoadGenerator load, string small, Uri server, Presigner presigner)
    {
        var synced = PlainDisk.SyncedFilesPerSecond(directory[""], Small);
        Figures.Print("plain files of 1 KiB, one fsync each", synced, "files/s");
        await load.RunAsync(server, "PUT", Targets("PUT"), 16, 2, small); // compiles
        foreach (var connections in (int[])[1, 16, 64])
        {
            var puts = await load.RunAsync(server, "PUT", Targets("PUT"), connections, Seconds, small);
            Figures.Print($"PUT 1 KiB, wrk with {connections} connections", puts, "requests/s", $"{puts / synced:0.0} times one fsync each");
        }

        await using var bare = await BareEndpoint.StartAsync(Small);
        foreach (var method in (string[])["GET", "HEAD"])
        {
            await load.RunAsync(bare.Address, method, Targets(method), 16, 2);
            await load.RunAsync(server, method, Targets(method), 16, 2);
            var most = await load.RunAsync(bare.Address, method, Targets(method), 16, Seconds);
            var ours = await load.RunAsync(server, method, Targets(method), 16, Seconds);
            Figures.Print($"{method} 1 KiB, bare Kestrel, 16 connections", most, "requests/s");
            Figures.Print($"{method} 1 KiB, 16 connections (goal: half)", ours, "requests/s", $"{ours / most:0.00} of it");
        }

        IEnumerable<string> Targets(string method) => SmallTargets(presigner, method);
    }

    private static async Task MeasureLargeAsync(TemporaryDirectory directory, LoadGenerator load, string large, Uri server, Presigner presigner)
    {
        await load.RunAsync(server, "PUT", LargeTargets(presigner, "PUT"), 1, 2, large);
        var before = PlainDisk.SyncedCopiesPerSecond(directory[""], large);
        var puts = await load.RunAsync(server, "PUT", LargeTargets(presigner, "PUT"), 1, Seconds, large);
        var between = PlainDisk.SyncedCopiesPerSecond(directory[""], large);
        var gets = await load.RunAsync(server, "GET", LargeTargets(presigner, "GET"), 1, Seconds);
        var after = PlainDisk.SyncedCopiesPerSecond(directory[""], large);
        Figures.Print("plain copy of 64 MiB with fsync, before", before * 64, "MiB/s");
        Figures.Print("plain copy of 64 MiB with fsync, between", between * 64, "MiB/s");
        Figures.Print("plain copy of 64 MiB with fsync, after", after * 64, "MiB/s");
        Figures.Print("PUT 64 MiB, one at a time (goal: 0.6)", puts * 64, "MiB/s", $"{puts / ((before + between) / 2):0.00} of the copies around it");
        Figures.Print("GET 64 MiB, one at a time (goal: 0.6)", gets * 64, "MiB/s", $"{gets / ((between + after) / 2):0.00} of the copies around it");
        using var client = new HttpClient { BaseAddress = server };
        Figures.Print("range of 64 KiB, p95 (goal: under 2)", await Figures.P95Async(() => RangeAsync(client, presigner)), "ms");
    }

    private static async Task MeasureMotoAsync(LoadGenerator load, string small, string large, Presigner presigner)
    {
        await using var moto = await MotoServer.TryStartAsync();
        if (moto is null)
        {
            Console.WriteLine("  moto's server: not installed (pip install 'moto[server]')");
            return;
        }

        using var client = new HttpClient { BaseAddress = moto.Address };
        (await client.PutAsync("benchmark", null)).EnsureSuccessStatusCode();
        await load.RunAsync(moto.Address, "PUT", SmallTargets(presigner, "PUT"), 16, 2, small);
        foreach (var (method, body) in ((string, string?)[])[("PUT", small), ("GET", null), ("HEAD", null)])
        {
            var rate = await load.RunAsync(moto.Address, method, SmallTargets(presigner, method), 16, Seconds, body);
            Figures.Print($"moto's server: {method} 1 KiB, 16 connections", rate, "requests/s");
        }

        Figures.Print("moto's server: PUT 64 MiB", 64 * await load.RunAsync(moto.Address, "PUT", LargeTargets(presigner, "PUT"), 1, Seconds, large), "MiB/s");
        Figures.Print("moto's server: GET 64 MiB", 64 * await load.RunAsync(moto.Address, "GET", LargeTargets(presigner, "GET"), 1, Seconds), "MiB/s");
    }

    private static async Task RangeAsync(HttpClient client, Presigner presigner)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, presigner.Target("GET", "/benchmark/large"));
        request.Headers.Range = new(10_000_000, 10_000_000 + (64 << 10) - 1);
        using var response = await client.SendAsync(request);
        if ((await response.Content.ReadAsByteArrayAsync()).Length != 64 << 10) throw new InvalidOperationException($"A range was answered with {response.StatusCode}.");
    }

    private static IEnumerable<string> SmallTargets(Presigner presigner, string method) =>
        Enumerable.Range(0, Addresses).Select(i => presigner.Target(method, $"/benchmark/small/{i}"));

    private static IEnumerable<string> LargeTargets(Presigner presigner, string method) => [presigner.Target(method, "/benchmark/large")];

    private static string RandomFile(string path, int size)
    {
        var body = new byte[size];
        new Random(1).NextBytes(body);
        File.WriteAllBytes(path, body);
        return path;
    }
}
