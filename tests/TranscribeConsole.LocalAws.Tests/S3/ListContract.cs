using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.S3;

public abstract class ListContract(S3Target target) : S3Contract(target)
{
    [ContractFact]
    public async Task Keys_come_in_the_order_of_their_bytes()
    {
        await PutAllAsync("b", "a", "B", "a/b", "é", "z", "\U0001F3A7", "\uFB00");

        var page = await S3.ListObjectsV2Async(New());

        // UTF-16 would put the surrogate pair before U+FB00.
        Assert.Equal(["B", "a", "a/b", "b", "z", "é", "\uFB00", "\U0001F3A7"], Names(page));
        Assert.False(page.IsTruncated);
        Assert.All(page.S3Objects, item => Assert.Equal(1, item.Size));
    }

    [ContractFact]
    public async Task Delimiter_groups_keys_and_pages_go_on_where_they_stopped()
    {
        await PutAllAsync("a/1", "a/2", "b", "c/1", "c/d/2", "e");
        var names = new List<string>();
        var request = New();
        (request.Delimiter, request.MaxKeys) = ("/", 2);
        ListObjectsV2Response page;
        do
        {
            page = await S3.ListObjectsV2Async(request);
            Assert.Equal(page.KeyCount, (page.S3Objects?.Count ?? 0) + (page.CommonPrefixes?.Count ?? 0));
            names.AddRange(Names(page).Concat((page.CommonPrefixes ?? []).Select(prefix => prefix[Key("").Length..])).Order(StringComparer.Ordinal));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        Assert.Equal(["a/", "b", "c/", "e"], names);
    }

    [ContractFact]
    public async Task First_version_pages_by_marker()
    {
        await PutAllAsync("a/1", "a/2", "b", "c/1", "c/d/2", "e");
        foreach (var (delimiter, expected) in new[] { ("/", new[] { "a/", "b", "c/", "e" }), (null, ["a/1", "a/2", "b", "c/1", "c/d/2", "e"]) })
        {
            var names = new List<string>();
            var request = new ListObjectsRequest { BucketName = Bucket, Prefix = Key(""), Delimiter = delimiter, MaxKeys = 1 };
            ListObjectsResponse page;
            do
            {
                page = await S3.ListObjectsAsync(request);
                var keys = (page.S3Objects ?? []).Select(item => item.Key).Concat(page.CommonPrefixes ?? []).ToList();
                names.AddRange(keys.Select(key => key[Key("").Length..]));
                Assert.All(page.S3Objects ?? [], item => Assert.NotNull(item.Owner));
                request.Marker = page.NextMarker ?? keys.LastOrDefault();
            }
            while (page.IsTruncated == true);

            Assert.Equal(expected, names);
        }
    }

    [ContractFact]
    public async Task StartAfter_is_exclusive()
    {
        await PutAllAsync("a", "b", "c");
        var request = New();
        request.StartAfter = Key("a");

        Assert.Equal(["b", "c"], Names(await S3.ListObjectsV2Async(request)));
    }

    [ContractFact]
    public async Task Url_encoding_survives_what_XML_cannot_hold()
    {
        await PutAllAsync("a\u0001b", "c d");
        var request = New();
        request.Encoding = EncodingType.Url;

        var names = (await S3.ListObjectsV2Async(request)).S3Objects.Select(item => Uri.UnescapeDataString(item.Key.Replace('+', ' '))[Key("").Length..]);

        Assert.Equal(["a\u0001b", "c d"], names);
    }

    [ContractFact]
    public async Task No_keys_is_an_empty_page()
    {
        await PutAllAsync("a");
        var request = New();
        request.MaxKeys = 0;

        var page = await S3.ListObjectsV2Async(request);

        Assert.Equal((0, false), (page.KeyCount, page.IsTruncated));
    }

    [ContractFact]
    public async Task Wrong_continuation_token_is_InvalidArgument()
    {
        var request = New();
        request.ContinuationToken = "not a token";

        Assert.Equal("InvalidArgument", await ErrorOfAsync(() => S3.ListObjectsV2Async(request)));
    }

    private ListObjectsV2Request New() => new() { BucketName = Bucket, Prefix = Key("") };

    private IEnumerable<string> Names(ListObjectsV2Response page) => (page.S3Objects ?? []).Select(item => item.Key[Key("").Length..]);

    private async Task PutAllAsync(params string[] names)
    {
        foreach (var name in names) await PutAsync(name, "x");
    }
}

public sealed class LocalListTests(LocalS3Target target) : ListContract(target), IClassFixture<LocalS3Target>;

public sealed class AwsListTests(AwsS3Target target) : ListContract(target), IClassFixture<AwsS3Target>, IRunsAgainstAws;
