using System.Text;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

public sealed class StorageRaceTests
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task Whatever_meets_on_one_key_every_row_has_its_files_and_every_file_its_row()
    {
        await using var storage = await StorageFixture.CreateAsync();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 160), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await DoAsync(storage, i));

        var known = storage.Database.Read(connection =>
        {
            using var command = connection.Command("SELECT name, size FROM bodies UNION ALL SELECT name, size FROM parts");
            return ObjectRows.ReadBodies(command).Select(body => body.Name).Order(StringComparer.Ordinal);
        });
        Assert.Equal(known, storage.AllFiles().Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static async Task DoAsync(StorageFixture storage, int i)
    {
        switch (i % 5)
        {
            case 0: await storage.PutAsync("k", "pppp"); break;
            case 1: await UploadAsync(storage, abort: i % 2 == 0); break;
            case 2: await UploadAsync(storage, abort: false); break;
            case 3:
                using (var pin = await storage.Objects.PinAsync(StorageFixture.Bucket, "k", CancellationToken.None))
                    AssertWhole(pin is null ? null : await File.ReadAllTextAsync(pin.Path));
                break;
            default:
                AssertWhole(await storage.ReadAsync("k"));
                if (i % 3 == 0) await storage.Objects.DeleteAsync(StorageFixture.Bucket, "k", CancellationToken.None);
                break;
        }
    }

    private static void AssertWhole(string? text) => Assert.True(text is null or "pppp" or "partpart", text);

    // Completed and aborted at once by two clients, one part sent again meanwhile.
    private static async Task UploadAsync(StorageFixture storage, bool abort)
    {
        var uploads = new MultipartStore(storage.Database, storage.Files, storage.Cache, storage.Time);
        var upload = await uploads.CreateAsync(new("", StorageFixture.Bucket, "k", default, None, None, null, ChecksumTypes.FullObject), CancellationToken.None);
        for (var number = 1; number <= 2; number++) await PartAsync(number);
        await Task.WhenAll(
            UnlessGoneAsync(() => uploads.CompleteAsync(
                upload, WriteCondition.Always, stored => new CompletedUpload("0-2", stored, None, ChecksumTypes.FullObject), CancellationToken.None)),
            UnlessGoneAsync(() => abort ? uploads.AbortAsync(upload.Id, CancellationToken.None) : Task.CompletedTask),
            UnlessGoneAsync(() => PartAsync(2)));

        async Task PartAsync(int number)
        {
            using var staged = await storage.Objects.StageAsync(new MemoryStream(Encoding.UTF8.GetBytes("part")), 0, CancellationToken.None);
            await uploads.PutPartAsync(upload.Id, number, staged, None, CancellationToken.None);
        }
    }

    private static async Task UnlessGoneAsync(Func<Task> call)
    {
        try { await call(); }
        catch (ServiceErrorException e) when (e.Code == "NoSuchUpload") { }
    }
}
