using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using TranscribeConsole.Services;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Endpoints;

public sealed class UploadEndpointsTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private const int PartSize = 8 << 20;

    [Fact]
    public async Task Upload_of_12_MiB_in_two_parts_arrives_byte_for_byte()
    {
        var media = RandomNumberGenerator.GetBytes(12 << 20);
        using var client = await console.OpenAsync();
        var token = await BeginAsync(client, "Größe 1/call.wav", media.Length, partCount: 2);

        // Out of order, as the page's four slices arrive.
        await PutAsync(client, token, 2, media[PartSize..]);
        await PutAsync(client, token, 1, media[..PartSize]);
        using var completed = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");

        Assert.Equal(HttpStatusCode.OK, completed.StatusCode);
        Assert.True(S3Location.TryParse((await completed.JsonAsync()).GetProperty("location").GetString(), out var location));
        Assert.Equal("transcribe-console", location.Bucket);
        using var stored = await console.S3.GetObjectAsync(location.Bucket, location.Key);
        Assert.Equal(SHA256.HashData(media), await SHA256.HashDataAsync(stored.ResponseStream));
    }

    [Fact]
    public async Task Completion_can_be_repeated()
    {
        using var client = await console.OpenAsync();
        var token = await BeginAsync(client, "call.wav", 10);
        await PutAsync(client, token, 1, new byte[10]);
        using var first = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");
        using var second = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Theory]
    [InlineData("call.wav", 0, "The file is empty.")]
    [InlineData("call.wav", 2_147_483_649, "2,147,483,648 bytes")]
    [InlineData("notes.txt", 10, "'notes.txt' is not a media file")]
    [InlineData("", 10, "fileName is missing.")]
    public async Task File_that_breaks_a_rule_is_refused_with_a_sentence(string fileName, long size, string sentence)
    {
        using var client = await console.OpenAsync();
        using var response = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName, size }));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(sentence, await response.DetailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_of_exactly_2_GB_is_accepted()
    {
        using var client = await console.OpenAsync();
        var token = await BeginAsync(client, "call.wav", 2_147_483_648, partCount: 256);
        await client.SendAsync(HttpMethod.Delete, $"uploads/{token}");
    }

    [Fact]
    public async Task Completion_with_a_missing_part_is_refused_and_can_be_made_good()
    {
        using var client = await console.OpenAsync();
        var token = await BeginAsync(client, "call.wav", PartSize + 5, partCount: 2);
        await PutAsync(client, token, 1, new byte[PartSize]);
        using var early = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Contains("Part 2 of 2 has not arrived", await early.DetailAsync(), StringComparison.Ordinal);

        await PutAsync(client, token, 2, new byte[5]);
        using var complete = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");
        Assert.Equal(HttpStatusCode.OK, complete.StatusCode);
    }

    [Theory]
    [InlineData(1, 11, "Part 1 must have 10 bytes, not 11.")]
    [InlineData(1, 9, "Part 1 must have 10 bytes, not 9.")]
    [InlineData(2, 10, "Part 2 is not one of the upload's parts")]
    [InlineData(0, 10, "Part 0 is not one of the upload's parts")]
    public async Task Part_that_does_not_fit_the_upload_is_refused(int number, int length, string sentence)
    {
        using var client = await console.OpenAsync();
        var token = await BeginAsync(client, "call.wav", 10);
        using var response = await client.SendAsync(HttpMethod.Put, $"uploads/{token}/parts/{number}", new ByteArrayContent(new byte[length]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, await response.DetailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Part_without_a_length_is_refused()
    {
        using var client = await console.OpenAsync();
        var token = await BeginAsync(client, "call.wav", 10);
        using var body = new StreamContent(new MemoryStream(new byte[10]));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"uploads/{token}/parts/1") { Content = body };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("Origin", console.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("RequestVerificationToken", client.Token);
        using var response = await client.SendRawAsync(request);

        Assert.Equal(HttpStatusCode.LengthRequired, response.StatusCode);
    }

    [Fact]
    public async Task Changed_token_opens_nothing()
    {
        using var client = await console.OpenAsync();
        var token = await BeginAsync(client, "call.wav", 10);
        var middle = token.Length / 2;
        var changed = token[..middle] + (token[middle] == 'A' ? 'B' : 'A') + token[(middle + 1)..];
        foreach (var (method, path) in new[] { (HttpMethod.Put, "/parts/1"), (HttpMethod.Post, "/complete"), (HttpMethod.Delete, "") })
        {
            using var response = await client.SendAsync(method, $"uploads/{changed}{path}", new ByteArrayContent(new byte[10]));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task Aborted_upload_is_gone_from_S3_and_takes_no_more_parts()
    {
        using var client = await console.OpenAsync();
        var token = await BeginAsync(client, "aborted.wav", PartSize + 1, partCount: 2);
        await PutAsync(client, token, 1, new byte[PartSize]);
        using var aborted = await client.SendAsync(HttpMethod.Delete, $"uploads/{token}");
        using var again = await client.SendAsync(HttpMethod.Delete, $"uploads/{token}");
        using var late = await client.SendAsync(HttpMethod.Put, $"uploads/{token}/parts/2", new ByteArrayContent(new byte[1]));

        Assert.Equal(HttpStatusCode.NoContent, aborted.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        var left = await console.S3.ListMultipartUploadsAsync("transcribe-console");
        Assert.DoesNotContain(left.MultipartUploads ?? [], upload => upload.Key.EndsWith("aborted.wav", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Part_that_breaks_off_is_no_part_and_can_be_sent_again()
    {
        using var client = await console.OpenAsync();
        var token = await BeginAsync(client, "call.wav", PartSize);
        await BrokenRequest.PutAsync(console.Address, $"/uploads/{token}/parts/1", client, contentLength: PartSize, sent: 100_000);
        using var early = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);

        await PutAsync(client, token, 1, new byte[PartSize]);
        using var complete = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");
        Assert.Equal(HttpStatusCode.OK, complete.StatusCode);
    }

    private static async Task<string> BeginAsync(ConsoleClient client, string fileName, long size, int partCount = 1)
    {
        using var response = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName, size }));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var begun = await response.JsonAsync();
        Assert.Equal(PartSize, begun.GetProperty("partSize").GetInt32());
        Assert.Equal(partCount, begun.GetProperty("partCount").GetInt32());
        return begun.GetProperty("token").GetString()!;
    }

    private static async Task PutAsync(ConsoleClient client, string token, int number, byte[] bytes)
    {
        using var response = await client.SendAsync(HttpMethod.Put, $"uploads/{token}/parts/{number}", new ByteArrayContent(bytes));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }
}
