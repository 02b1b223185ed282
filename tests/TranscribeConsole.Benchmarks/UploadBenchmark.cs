using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>A file of 2 GB through the console's upload endpoints, four slices at a time as the page's script sends them.</summary>
internal static class UploadBenchmark
{
    private const long Size = 2_147_483_648;
    private const int SlicesAtATime = 4;

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        await using var console = await ConsoleProcess.StartAsync(directory["data"]);
        using var http = new HttpClient { BaseAddress = console.Address, Timeout = TimeSpan.FromMinutes(5) };
        await AddTokenAsync(http);
        await UploadAsync(http, 64 << 20); // what a first upload compiles and pools is no growth

        var before = console.PeakMemory(reset: true);
        var watch = Stopwatch.StartNew();
        await UploadAsync(http, Size);
        Figures.Print("2 GB upload, browser's way to durable object", Size / watch.Elapsed.TotalSeconds / (1 << 20), "MiB/s");
        Figures.Print("peak resident memory above the start (goal: < 64)", (console.PeakMemory(reset: false) - before) / 1024.0 / 1024.0, "MiB");
    }

    private static async Task AddTokenAsync(HttpClient http)
    {
        var token = await http.GetFromJsonAsync<JsonElement>("antiforgery");
        http.DefaultRequestHeaders.Add(token.GetProperty("header").GetString()!, token.GetProperty("token").GetString());
        http.DefaultRequestHeaders.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
    }

    private static async Task UploadAsync(HttpClient http, long size)
    {
        using var begun = await http.PostAsJsonAsync("uploads", new { fileName = "long.wav", size });
        begun.EnsureSuccessStatusCode();
        var upload = await begun.Content.ReadFromJsonAsync<JsonElement>();
        var (token, partSize, parts) = (upload.GetProperty("token").GetString(), upload.GetProperty("partSize").GetInt32(), upload.GetProperty("partCount").GetInt32());
        var slice = new byte[partSize];
        await Figures.RateAsync(parts, SlicesAtATime, async i =>
        {
            var length = (int)Math.Min(partSize, size - (long)i * partSize);
            using var content = new ByteArrayContent(slice, 0, length);
            using var sent = await http.PutAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"uploads/{token}/parts/{i + 1}"), UriKind.Relative), content);
            sent.EnsureSuccessStatusCode();
        });
        using var completed = await http.PostAsync(new Uri($"uploads/{token}/complete", UriKind.Relative), null);
        completed.EnsureSuccessStatusCode();
    }
}
