using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TranscribeConsole.LocalAws.Jobs;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>The opaque <c>NextToken</c>: the last job of a page, bound to the filter it was listed with.</summary>
internal static class PageToken
{
    private const int IdBytes = sizeof(long);
    private const int FilterBytes = 16;

    public static string Encode(long lastId, JobFilter filter)
    {
        Span<byte> token = stackalloc byte[IdBytes + FilterBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, lastId);
        HashOf(filter).CopyTo(token[IdBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Id that the next page's jobs are older than.</summary>
    /// <exception cref="Protocols.ServiceErrorException">Not a token of ours, or one of another filter.</exception>
    public static long Decode(string text, JobFilter filter)
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

    // Names are ASCII and status values hold no line break, so the two can't run into each other.
    private static byte[] HashOf(JobFilter filter) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{filter.Status}\n{filter.NameContains}"))[..FilterBytes];
}
