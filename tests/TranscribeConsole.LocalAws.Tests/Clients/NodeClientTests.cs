using System.Security.Cryptography;
using TranscribeConsole.LocalAws.Tests.Recognition;

namespace TranscribeConsole.LocalAws.Tests.Clients;

/// <summary>The JavaScript SDK, its multipart uploads and its presigned addresses.</summary>
public sealed class NodeClientTests(LocalAwsFixture backend, MediaSamples samples) : IClassFixture<LocalAwsFixture>, IClassFixture<MediaSamples>
{
    private readonly NodeClient _node = new(backend, Path.GetDirectoryName(samples.PathOf("x"))!);

    [Fact]
    public async Task Objects_are_put_read_tagged_uploaded_in_parts_listed_presigned_and_deleted()
    {
        await File.WriteAllBytesAsync(samples.PathOf("big.bin"), RandomNumberGenerator.GetBytes((11 * 1024 * 1024) + 1)); // three parts

        await _node.RunScenarioAsync("objects", samples.PathOf("big.bin"));

        Assert.Empty((await backend.S3.ListMultipartUploadsAsync("node-objects")).MultipartUploads ?? []);
    }

    [Fact]
    public async Task Job_is_started_followed_listed_and_deleted() => await _node.RunScenarioAsync("jobs", MediaSamples.LibrivoxClips().First().Path);

    [Fact]
    public async Task Vocabulary_is_created_read_listed_and_deleted() => await _node.RunScenarioAsync("vocabularies", "");
}
