using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>A signed request with any one bit turned over is another request, and refused.</summary>
public sealed class AlteredRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 23, 50, 0, TimeSpan.Zero);

    [Fact]
    public Task Request_as_it_was_signed_is_accepted() => InMemoryRequest.ReadAsync(NewRequest());

    [Fact]
    public async Task Any_bit_of_the_method_or_the_address_counts()
    {
        foreach (var method in Altered(NewRequest().Method))
        {
            var request = NewRequest();
            request.Method = method;
            await AssertRefusedAsync(request, method);
        }

        foreach (var target in Altered(NewRequest().Target))
        {
            var request = NewRequest();
            (request.WirePath, _) = (target, request.Query.RemoveAll(_ => true));
            await AssertRefusedAsync(request, target);
        }
    }

    [Fact]
    public async Task Any_bit_of_a_signed_header_counts()
    {
        foreach (var (name, value) in NewRequest().Headers)
        {
            foreach (var altered in Altered(value))
            {
                var request = NewRequest();
                request.Headers[name] = altered;
                await AssertRefusedAsync(request, $"{name}: {altered}");
            }

            var without = NewRequest();
            without.Headers.Remove(name);
            await AssertRefusedAsync(without, "without " + name);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Any_bit_of_the_body_counts(bool isChunked)
    {
        var length = NewRequest(isChunked).Body.Length;
        for (var at = 0; at < length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var request = NewRequest(isChunked);
                request.Body[at] ^= (byte)(1 << bit);
                await AssertRefusedAsync(request, $"bit {bit} of byte {at}", isChunked ? NewRequest().Body : null);
            }
        }
    }

    [Fact]
    public async Task Recorded_request_is_worthless_after_15_minutes()
    {
        await using var server = await SigningServer.StartAsync(new FakeTimeProvider(Now.AddMinutes(15)));
        await using var later = await SigningServer.StartAsync(new FakeTimeProvider(Now.AddMinutes(15).AddSeconds(1)));
        foreach (var (where, status) in new[] { (server, 200), (later, 403) })
        {
            var request = where.NewRequest(Now).Sign();
            Assert.Equal(status, (await where.SendAsync(request)).Status);
        }
    }

    private static RawRequest NewRequest(bool isChunked = false)
    {
        var request = new RawRequest { Time = Now, Path = "/media/a call 1.wav", Body = "all that is said"u8.ToArray() };
        request.Query.AddRange([("partNumber", "1"), ("uploadId", "0a9f")]);
        request.Headers["host"] = "127.0.0.1:4566";
        request.Headers["content-type"] = "audio/wav";
        request.Headers["x-amz-meta-speaker"] = "Ann";
        if (!isChunked) return request.Sign();
        request.PayloadHash = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
        request.Headers["x-amz-decoded-content-length"] = $"{request.Body.Length}";
        return request.Sign().Chunk([request.Body]);
    }

    // Only what a header or a request line can carry: a server does not let other bytes through.
    private static IEnumerable<string> Altered(string text) =>
        from at in Enumerable.Range(0, text.Length)
        from bit in Enumerable.Range(0, 7)
        let altered = (char)(text[at] ^ (1 << bit))
        where altered is > ' ' and < (char)127
        select $"{text[..at]}{altered}{text[(at + 1)..]}";

    /// <param name="sameBody">What may be read all the same: framing has bits that mean nothing, such as the case of a hex digit.</param>
    private static async Task AssertRefusedAsync(RawRequest request, string what, byte[]? sameBody = null)
    {
        try
        {
            var body = await InMemoryRequest.ReadAsync(request);
            Assert.True(sameBody is not null && body.AsSpan().SequenceEqual(sameBody), "Accepted: " + what);
        }
        catch (ServiceErrorException e)
        {
            Assert.InRange(e.Status, 400, 499);
        }
    }
}
