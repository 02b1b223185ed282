using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

public sealed class MultipartStoreTests
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task Parts_survive_a_restart_and_its_sweep_and_become_one_body()
    {
        await using var storage = await StorageFixture.CreateAsync();
        var upload = await StartAsync(storage);
        await PartAsync(storage, upload, 1, "one ");
        await PartAsync(storage, upload, 2, "");
        await PartAsync(storage, upload, 3, "three");

        await storage.ReopenAsync();
        Assert.Equal(0, storage.Objects.Sweep());
        var info = await CompleteAsync(storage, upload, 1, 2, 3);
        Assert.Equal(0, storage.Objects.Sweep());

        Assert.Equal(9, info.Size);
        Assert.Equal("one three", await storage.ReadAsync("k"));
        using var pin = await storage.Objects.PinAsync(StorageFixture.Bucket, "k", CancellationToken.None);
        Assert.Equal("one three", await File.ReadAllTextAsync(pin!.Path));
    }

    [Fact]
    public async Task Completion_removes_the_parts_that_it_leaves_out_and_the_object_it_replaces()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "old");
        var upload = await StartAsync(storage);
        for (var number = 1; number <= 3; number++) await PartAsync(storage, upload, number, $"{number}");

        await CompleteAsync(storage, upload, 1, 3);

        Assert.Equal("13", await storage.ReadAsync("k"));
        Assert.Equal(2, storage.AllFiles().Length);
        Assert.NotNull(Uploads(storage).FindCompleted(StorageFixture.Bucket, "k", upload.Id));
    }

    [Fact]
    public async Task Part_sent_again_and_abort_leave_no_file_behind()
    {
        await using var storage = await StorageFixture.CreateAsync();
        var upload = await StartAsync(storage);
        await PartAsync(storage, upload, 1, "first");
        await PartAsync(storage, upload, 1, "second");
        Assert.Single(storage.AllFiles());

        await Uploads(storage).AbortAsync(upload.Id, CancellationToken.None);

        Assert.Empty(storage.AllFiles());
    }

    [Fact]
    public async Task Joined_body_can_be_read_from_any_position()
    {
        await using var storage = await StorageFixture.CreateAsync();
        var upload = await StartAsync(storage);
        string[] texts = ["abc", "", "defg", "h"];
        for (var i = 0; i < texts.Length; i++) await PartAsync(storage, upload, i + 1, texts[i]);
        await CompleteAsync(storage, upload, 1, 2, 3, 4);
        const string whole = "abcdefgh";

        await using var body = storage.Objects.Open(StorageFixture.Bucket, "k")!.Value.Body;
        for (var position = 0; position <= whole.Length; position++)
        {
            body.Position = position;
            Assert.Equal(whole[position..], await new StreamReader(body, leaveOpen: true).ReadToEndAsync());
        }
    }

    private static MultipartStore Uploads(StorageFixture storage) => new(storage.Database, storage.Files, storage.Cache, storage.Time);

    private static Task<MultipartUpload> StartAsync(StorageFixture storage) => Uploads(storage).CreateAsync(
        new("", StorageFixture.Bucket, "k", default, None, None, null, ChecksumTypes.FullObject), CancellationToken.None);

    private static async Task PartAsync(StorageFixture storage, MultipartUpload upload, int number, string text)
    {
        using var staged = await storage.Objects.StageAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), 0, CancellationToken.None);
        await Uploads(storage).PutPartAsync(upload.Id, number, staged, None, CancellationToken.None);
    }

    private static Task<ObjectInfo> CompleteAsync(StorageFixture storage, MultipartUpload upload, params int[] numbers) => Uploads(storage).CompleteAsync(
        upload,
        WriteCondition.Always,
        stored => new CompletedUpload("0-1", [.. stored.Where(part => numbers.Contains(part.Number))], None, ChecksumTypes.FullObject),
        CancellationToken.None);
}
