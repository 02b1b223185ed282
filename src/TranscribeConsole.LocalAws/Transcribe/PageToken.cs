using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TranscribeConsole.LocalAws.Jobs;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>The opaque <c>NextToken</c>: the last entry of a page, bound to the filter it was listed with.</summary>
internal static class PageToken
{
    private const int IdBytes = sizeof(long);
    private const int FilterBytes = 16;

    public static string Encode(long lastId, JobFilter filter) => Encode(lastId, Words(filter));

    /// <param name="filter">What the page was listed with; ASCII, without line breaks.</param>
    public static string Encode(long lastId, IReadOnlyList<string> filter)
    {
        Span<byte> token = stackalloc byte[IdBytes + FilterBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, lastId);
        HashOf(filter).CopyTo(token[IdBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Id that the next page's entries are older than.</summary>
    /// <exception cref="Protocols.ServiceErrorException">Not a token of ours, or one of another filter.</exception>
    public static long Decode(string text, JobFilter filter) => Decode(text, Words(filter));

    /// <inheritdoc cref="Decode(string, JobFilter)"/>
    public static long Decode(string text, IReadOnlyList<string> filter)
    {
        Span<byte> token = stackalloc byte[IdBytes + FilterBytes];
        var isToken = text.Length == Base64Url.GetEncodedLength(token.Length)
            && Base64Url.IsValid(text, out var length) && length == token.Length
            && Base64Url.TryDecodeFromChars(text, token, out _)
            && HashOf(filter).AsSpan().SequenceEqual(token[IdBytes..]);
        if (!isToken)
            throw TranscribeErrors.BadRequest("The NextToken isn't valid for this request. Start again without NextToken.");
        return BinaryPrimitives.ReadInt64BigEndian(token);
    }

    private static string[] Words(JobFilter filter) => [filter.Status ?? "", filter.NameContains ?? ""];

    // Names are ASCII and status values hold no line break, so they can't run into each other.
    private static byte[] HashOf(IReadOnlyList<string> filter) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', filter)))[..FilterBytes];
}
