using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Objects;
using TranscribeConsole.Services.Tests.Backend;

namespace TranscribeConsole.Services.Tests.Objects;

[Collection(OnLocalBackend.Name)]
public sealed class S3BrowserTests(LocalBackend backend)
{
    private readonly S3Browser _browser = backend.Services.GetRequiredService<S3Browser>();

    public static TheoryData<string> ExactKeys =>
    [
        "call.wav", "../x", "a/../../x", "./x", "a//b", "with  two spaces .wav", "100%", "100%25", "%2e%2e/x", "a+b", "a&b=c#d?e", "😀/日本/Grüße.wav", "back\\slash",
        "\"quoted\"<script>", "line\nbreak\ttab", "ends/", "ends//", "control\u0001", "\u202Egnp.exe", new string('k', 1024), string.Concat(Enumerable.Repeat("😀", 256)),
    ];

    [Theory]
    [MemberData(nameof(ExactKeys))]
    public async Task Key_is_listed_found_and_read_exactly(string key)
    {
        var bucket = await BucketAsync();
        await PutAsync(bucket, key, "body of it");
        var location = new S3Location(bucket, key);

        Assert.Equal(location, Assert.Single(await WalkAsync(new S3Location(bucket, ""))).Location);
        Assert.Equal(10, (await _browser.FindAsync(location, default))?.Size);
        await using var content = await _browser.OpenAsync(location, null, default);
        Assert.Equal("body of it", await new StreamReader(content!.Body).ReadToEndAsync());
    }

    // The SDK can't write such a key either: it signs another path than it sends.
    [Fact]
    public async Task Key_that_begins_with_a_slash_is_found_by_listing_and_says_that_it_cannot_be_read()
    {
        var s3 = new Mock<IAmazonS3>();
        s3.Setup(client => client.ListObjectsV2Async(It.Is<ListObjectsV2Request>(request => request.Prefix == "/lead"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ListObjectsV2Response { S3Objects = [new() { Key = "/lead", Size = 7, ETag = "\"tag\"" }] });
        s3.Setup(client => client.ListObjectsV2Async(It.Is<ListObjectsV2Request>(request => request.Prefix == "/le"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ListObjectsV2Response { S3Objects = [new() { Key = "/lead", Size = 7 }] });
        var browser = Browser(s3.Object);

        var facts = await browser.FindAsync(new S3Location("media", "/lead"), default);
        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => browser.OpenAsync(new S3Location("media", "/lead"), null, default));

        Assert.Equal((7, "tag"), (facts!.Size, facts.ETag));
        Assert.Null(await browser.FindAsync(new S3Location("media", "/le"), default));
        Assert.Equal((AwsFailureKind.BadRequest, "The AWS SDK for .NET can't fetch a key that begins with a slash. The AWS CLI can."), (failure.Kind, failure.Message));
    }

    [Fact]
    public async Task Bucket_with_100000_keys_is_paged_and_searched_without_reading_it()
    {
        var bucket = await BucketAsync();
        await FillAsync(bucket, 100_000);

        var first = await _browser.ListAsync(new S3Location(bucket, ""), "", null, 50, default);
        var second = await _browser.ListAsync(new S3Location(bucket, ""), "", first.NextToken, 50, default);
        var found = await _browser.ListAsync(new S3Location(bucket, ""), "call-09999", null, 50, default);
        var folders = await _browser.ListAsync(new S3Location(bucket, "a-deep/"), "", null, 50, default);

        Assert.Equal(50, first.Entries.Count);
        Assert.Equal("call-000049.wav", second.Entries[0].Location.Key); // the folder took a place of the first page
        Assert.Equal(Enumerable.Range(99_990, 10).Select(n => $"call-0{n}.wav"), found.Entries.Select(entry => entry.Location.Key));
        Assert.Equal(["a-deep/0/", "a-deep/1/"], folders.Entries.Select(entry => entry.Location.Key));
    }

    [Fact]
    public async Task Folder_shows_what_is_in_it_and_nothing_below()
    {
        var bucket = await BucketAsync();
        foreach (var key in new[] { "a.wav", "b/", "b/c.wav", "b/d/e.wav", "b//f.wav", "z/y.wav" }) await PutAsync(bucket, key, key == "b/" ? "" : "x");

        Assert.Equal(["b/", "z/", "a.wav"], await KeysAsync(bucket, ""));
        Assert.Equal(["b//", "b/d/", "b/c.wav"], await KeysAsync(bucket, "b/"));
        Assert.Equal(["b//f.wav"], await KeysAsync(bucket, "b//"));
        Assert.Empty(await KeysAsync(bucket, "nothing/"));
    }

    [Fact]
    public async Task Search_finds_the_beginning_of_what_is_in_the_folder()
    {
        var bucket = await BucketAsync();
        foreach (var key in new[] { "calls/anna.wav", "calls/anton/1.wav", "calls/bert.wav", "anna.wav" }) await PutAsync(bucket, key, "x");

        Assert.Equal(["calls/anton/", "calls/anna.wav"], await KeysAsync(bucket, "calls/", "an"));
        Assert.Empty(await KeysAsync(bucket, "calls/", "AN"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var bucket = await BucketAsync();
        var keys = Enumerable.Range(0, 23).Select(n => $"{n:00}.wav").ToList();
        foreach (var key in keys) await PutAsync(bucket, key, "x");

        var read = new List<string>();
        string? token = null;
        do
        {
            var page = await _browser.ListAsync(new S3Location(bucket, ""), "", token, 5, default);
            Assert.InRange(page.Entries.Count, 1, 5);
            read.AddRange(page.Entries.Select(entry => entry.Location.Key));
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(keys, read);
    }

    [Fact]
    public async Task Buckets_are_found_by_a_part_of_their_name_and_paged()
    {
        var mark = Guid.NewGuid().ToString("n")[..12];
        foreach (var name in new[] { "c", "a", "b" }) await backend.S3.PutBucketAsync($"{name}-{mark}-x");

        var first = await _browser.ListAsync(null, mark.ToUpperInvariant(), null, 2, default);
        var second = await _browser.ListAsync(null, mark, first.NextToken, 2, default);

        Assert.Equal([$"a-{mark}-x", $"b-{mark}-x"], first.Entries.Select(bucket => bucket.Location.Bucket));
        Assert.Equal([$"c-{mark}-x"], second.Entries.Select(bucket => bucket.Location.Bucket));
        Assert.Null(second.NextToken);
        Assert.All(first.Entries, bucket => Assert.Equal((S3EntryKind.Bucket, "us-east-1", null), (bucket.Kind, bucket.Region, bucket.Unusable)));
        Assert.All(first.Entries, bucket => AssertRecent(bucket.Time));
    }

    [Fact]
    public async Task Facts_are_those_that_S3_keeps()
    {
        var bucket = await BucketAsync();
        var put = await backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = "a.wav", ContentBody = "12345", ContentType = "audio/x-odd" });

        var facts = await _browser.FindAsync(new S3Location(bucket, "a.wav"), default);

        Assert.Equal((5, "audio/x-odd", put.ETag.Trim('"'), "STANDARD"), (facts!.Size, facts.ContentType, facts.ETag, facts.StorageClass));
        AssertRecent(facts.LastModified);
    }

    [Fact]
    public async Task Missing_object_is_null_and_a_missing_bucket_is_named()
    {
        var bucket = await BucketAsync();
        var missing = await Assert.ThrowsAsync<AwsFailureException>(() => _browser.ListAsync(new S3Location("no-such-bucket", ""), "", null, 10, default));

        Assert.Equal((AwsFailureKind.NotFound, "There is no bucket named no-such-bucket."), (missing.Kind, missing.Message));
        Assert.Null(await _browser.FindAsync(new S3Location(bucket, "none"), default));
        Assert.Null(await _browser.OpenAsync(new S3Location(bucket, "none"), null, default));
    }

    [Theory]
    [InlineData("bytes=2-4", "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-2", "89", "bytes 8-9/10")]
    [InlineData(null, "0123456789", null)]
    public async Task Range_is_read_alone(string? range, string body, string? contentRange)
    {
        var bucket = await BucketAsync();
        await PutAsync(bucket, "digits", "0123456789");

        await using var content = await _browser.OpenAsync(new S3Location(bucket, "digits"), range, default);

        Assert.Equal((body.Length, contentRange), (content!.Length, content.Range));
        Assert.Equal(body, await new StreamReader(content.Body).ReadToEndAsync());
    }

    [Fact]
    public async Task Range_beyond_the_end_is_refused()
    {
        var bucket = await BucketAsync();
        await PutAsync(bucket, "digits", "0123456789");

        await Assert.ThrowsAsync<RangeRefusedException>(() => _browser.OpenAsync(new S3Location(bucket, "digits"), "bytes=10-", default));
    }

    [Fact]
    public async Task Only_allowed_buckets_are_shown_and_read()
    {
        var (open, closed) = (await BucketAsync(), await BucketAsync());
        await PutAsync(open, "a", "x");
        await PutAsync(closed, "a", "x");
        var browser = Browser(backend.S3, open, "never-made");

        var buckets = await browser.ListAsync(null, "", null, 100, default);
        Assert.Equal([open], buckets.Entries.Select(bucket => bucket.Location.Bucket));
        Assert.Single((await browser.ListAsync(new S3Location(open, ""), "", null, 10, default)).Entries);
        Assert.NotNull(await browser.FindAsync(new S3Location(open, "a"), default));
        foreach (var refused in new Func<Task>[]
        {
            () => browser.ListAsync(new S3Location(closed, ""), "", null, 10, default),
            () => browser.FindAsync(new S3Location(closed, "a"), default),
            () => browser.OpenAsync(new S3Location(closed, "a"), null, default),
        })
        {
            var failure = await Assert.ThrowsAsync<AwsFailureException>(refused);
            Assert.Equal(AwsFailureKind.Denied, failure.Kind);
            Assert.Contains("Aws:AllowedBuckets", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Allowed_buckets_are_named_where_the_account_may_not_be_listed()
    {
        var s3 = new Mock<IAmazonS3>();
        s3.Setup(client => client.ListBucketsAsync(It.IsAny<ListBucketsRequest>(), It.IsAny<CancellationToken>())).ThrowsAsync(Refusal("AccessDenied", HttpStatusCode.Forbidden));

        var named = await Browser(s3.Object, "calls-b", "calls-a").ListAsync(null, "", null, 10, default);
        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => Browser(s3.Object).ListAsync(null, "", null, 10, default));

        Assert.Equal(["calls-a", "calls-b"], named.Entries.Select(bucket => bucket.Location.Bucket));
        Assert.Equal(AwsFailureKind.Denied, failure.Kind);
    }

    [Fact]
    public async Task Bucket_of_another_Region_says_why_no_job_can_use_it()
    {
        var s3 = new Mock<IAmazonS3>();
        s3.Setup(client => client.ListBucketsAsync(It.IsAny<ListBucketsRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ListBucketsResponse
        {
            Buckets = [new() { BucketName = "here", BucketRegion = "eu-central-1" }, new() { BucketName = "there", BucketRegion = "us-west-2" }, new() { BucketName = "untold" }],
        });
        var browser = new S3Browser(
            s3.Object, new AwsConnection { Region = Amazon.RegionEndpoint.EUCentral1 }, Options.Create(new AwsOptions()), NullLogger<S3Browser>.Instance);

        var page = await browser.ListAsync(null, "", null, 10, default);

        Assert.Equal(
            [null, "The bucket is in us-west-2; jobs run in eu-central-1 and need a bucket there.", null], page.Entries.Select(bucket => bucket.Unusable));
    }

    [Fact]
    public async Task Account_with_thousands_of_buckets_is_read_to_its_end()
    {
        var s3 = new Mock<IAmazonS3>();
        s3.Setup(client => client.ListBucketsAsync(It.IsAny<ListBucketsRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((ListBucketsRequest request, CancellationToken _) =>
            request.ContinuationToken is null
                ? new ListBucketsResponse { Buckets = [new() { BucketName = "aaa" }], ContinuationToken = "more" }
                : new ListBucketsResponse { Buckets = [new() { BucketName = "bbb" }] });

        Assert.Equal(["aaa", "bbb"], (await Browser(s3.Object).ListAsync(null, "", null, 10, default)).Entries.Select(bucket => bucket.Location.Bucket));
    }

    [Fact]
    public async Task Archived_object_says_that_nothing_can_read_it()
    {
        var s3 = new Mock<IAmazonS3>();
        s3.Setup(client => client.ListObjectsV2Async(It.IsAny<ListObjectsV2Request>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ListObjectsV2Response
        {
            S3Objects = [new() { Key = "cold", StorageClass = S3StorageClass.DeepArchive, Size = 1 }, new() { Key = "warm", StorageClass = S3StorageClass.GlacierInstantRetrieval, Size = 1 }],
        });

        var page = await Browser(s3.Object).ListAsync(new S3Location("media", ""), "", null, 10, default);

        Assert.Equal(["The object is archived (DEEP_ARCHIVE); it has to be restored before anything can read it.", null], page.Entries.Select(entry => entry.Unusable));
    }

    private S3Browser Browser(IAmazonS3 s3, params string[] allowed) =>
        new(s3, backend.Connection, Options.Create(new AwsOptions { AllowedBuckets = allowed }), NullLogger<S3Browser>.Instance);

    // A wrong time zone would be an hour or more off.
    private static void AssertRecent(DateTimeOffset? time)
    {
        var now = TimeProvider.System.GetUtcNow();
        Assert.InRange(time!.Value, now.AddMinutes(-30), now.AddMinutes(1));
    }

    private static AmazonS3Exception Refusal(string code, HttpStatusCode status) =>
        new("Access Denied", Amazon.Runtime.ErrorType.Sender, code, "request", status);

    private async Task<string> BucketAsync()
    {
        var bucket = $"browse-{Guid.NewGuid():n}";
        await backend.S3.PutBucketAsync(bucket);
        return bucket;
    }

    private Task<PutObjectResponse> PutAsync(string bucket, string key, string body) => backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = key, ContentBody = body });

    // Rows without bodies, as nothing but listing looks at them: 100,000 uploads would take minutes.
    private async Task FillAsync(string bucket, int count)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(backend.DataDirectory, "localaws.db")}");
        await database.OpenAsync();
        await using var insert = database.CreateCommand();
        insert.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count)
            INSERT INTO objects (bucket, key, size, etag, modified, headers, metadata, checksums, checksum_type)
            SELECT $bucket, CAST(printf('call-%06d.wav', i) AS BLOB), 1, 'etag', 0, '{}', '{}', '{}', 'FULL_OBJECT' FROM n
            UNION ALL SELECT $bucket, CAST(printf('a-deep/%d/%06d.wav', i % 2, i) AS BLOB), 1, 'etag', 0, '{}', '{}', '{}', 'FULL_OBJECT' FROM n
            """;
        insert.Parameters.AddWithValue("$count", count);
        insert.Parameters.AddWithValue("$bucket", bucket);
        await insert.ExecuteNonQueryAsync();
    }

    private async Task<IEnumerable<string>> KeysAsync(string bucket, string folder, string search = "") =>
        (await _browser.ListAsync(new S3Location(bucket, folder), search, null, 100, default)).Entries.Select(entry => entry.Location.Key);

    // Down through every folder, as a person clicks.
    private async Task<List<S3Entry>> WalkAsync(S3Location folder)
    {
        var found = new List<S3Entry>();
        foreach (var entry in (await _browser.ListAsync(folder, "", null, 100, default)).Entries)
        {
            if (entry.Kind == S3EntryKind.Folder) found.AddRange(await WalkAsync(entry.Location));
            else found.Add(entry);
        }

        return found;
    }
}
