using System.IO.Compression;
using System.Text;
using TranscribeConsole.Transcripts.Archive;

namespace TranscribeConsole.Transcripts.Tests.Archive;

public sealed class TranscriptArchiveTests
{
    [Fact]
    public async Task Five_hundred_jobs_are_five_hundred_folders_and_one_is_open_at_a_time()
    {
        var open = 0;
        var most = 0;
        var (entries, zip) = await ArchiveAsync(Enumerable.Range(0, 500).Select(number => new ArchiveJob($"job-{number}", null, _ =>
        {
            most = Math.Max(most, ++open);
            return Task.FromResult(new ArchiveFiles([File($"job-{number}.txt", $"text {number}"), File($"job-{number}.srt", "")], new Closing(() => open--)));
        })));

        Assert.Equal((1000, 0, 1), (entries.Count, open, most));
        Assert.Equal(1001, zip.Entries.Count);
        Assert.Equal("text 499", await TextAsync(zip, "job-499/job-499.txt"));
        Assert.Equal(1001, (await TextAsync(zip, TranscriptArchive.ManifestName)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task What_fails_is_a_row_of_the_manifest_and_the_rest_is_there()
    {
        var (_, zip) = await ArchiveAsync(
        [
            new("gone", null, _ => throw new IOException("It is gone.")),
            new("half", null, _ => Task.FromResult(new ArchiveFiles([new("half.txt", async (to, stop) =>
            {
                await to.WriteAsync("half"u8.ToArray(), stop);
                throw new IOException("It broke.");
            })]))),
            new("whole", null, _ => Task.FromResult(new ArchiveFiles([File("whole.txt", "whole")]))),
        ]);

        Assert.Equal("whole", await TextAsync(zip, "whole/whole.txt"));
        Assert.Equal(
            ["gone,,failed,0,It is gone.", "half,half/half.txt,incomplete,4,It broke.", "whole,whole/whole.txt,complete,5,"],
            (await TextAsync(zip, TranscriptArchive.ManifestName)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("CON")]
    [InlineData("manifest.csv")]
    [InlineData("a.")]
    public async Task Folder_is_safe_and_no_other_ones(string name)
    {
        var (_, zip) = await ArchiveAsync(Enumerable.Repeat(new ArchiveJob(name, null, _ => Task.FromResult(new ArchiveFiles([File("../text.txt", "a")]))), 2));

        var paths = zip.Entries.Select(entry => entry.FullName).Where(path => path != TranscriptArchive.ManifestName).ToArray();
        Assert.Equal(2, paths.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(paths, path =>
        {
            var parts = path.Split('/');
            Assert.Equal(2, parts.Length);
            Assert.All(parts, part => Assert.False(part is ".." or "." or "CON" or "manifest.csv" || part.EndsWith('.'), path));
        });
    }

    private static async Task<(IReadOnlyList<ArchiveEntry> Entries, ZipArchive Zip)> ArchiveAsync(IEnumerable<ArchiveJob> jobs)
    {
        var to = new MemoryStream();
        var entries = await TranscriptArchive.WriteAsync(jobs.ToAsyncEnumerable(), error => error.Message, to, CancellationToken.None);
        return (entries, await ZipArchive.CreateAsync(to, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null));
    }

    private static ArchiveFile File(string name, string text) => new(name, (to, stop) => to.WriteAsync(Encoding.UTF8.GetBytes(text), stop).AsTask());

    private static async Task<string> TextAsync(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(await zip.GetEntry(path)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    private sealed class Closing(Action close) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            close();
            return ValueTask.CompletedTask;
        }
    }
}
