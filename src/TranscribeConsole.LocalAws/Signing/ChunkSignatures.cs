using System.Security.Cryptography;
using System.Text;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The chain of signatures of an aws-chunked body: each covers its chunk and the signature before it, the first the request's own.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html and sigv4-streaming-trailers.html</remarks>
internal sealed class ChunkSignatures(byte[] key, ClaimedSignature claim) : IDisposable
{
    public const int HexLength = 64;

    private readonly byte[] _chunkPrefix = Encoding.ASCII.GetBytes($"AWS4-HMAC-SHA256-PAYLOAD\n{claim.Timestamp}\n{claim.Scope}\n");
    private readonly byte[] _trailerPrefix = Encoding.ASCII.GetBytes($"AWS4-HMAC-SHA256-TRAILER\n{claim.Timestamp}\n{claim.Scope}\n");
    private readonly byte[] _afterPrevious = Encoding.ASCII.GetBytes($"\n{SignatureV4.EmptyHash}\n");
    private readonly byte[] _previous = Encoding.ASCII.GetBytes(claim.Signature);
    private readonly byte[] _claimed = new byte[HexLength];
    private readonly IncrementalHash _data = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void BeginChunk(ReadOnlySpan<byte> claimedHex) => claimedHex.CopyTo(_claimed);

    public void Append(ReadOnlySpan<byte> data) => _data.AppendData(data);

    /// <summary>Whether the chunk begun last, now whole, has the signature that it claims.</summary>
    public bool EndChunk() => Verify(_chunkPrefix, _afterPrevious, _claimed);

    /// <param name="canonicalTrailers">Each as <c>name:value\n</c>.</param>
    public bool VerifyTrailers(string canonicalTrailers, string claimedHex)
    {
        _data.AppendData(Encoding.UTF8.GetBytes(canonicalTrailers));
        return Verify(_trailerPrefix, "\n"u8, Encoding.UTF8.GetBytes(claimedHex));
    }

    public void Dispose() => _data.Dispose();

    private bool Verify(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> afterPrevious, ReadOnlySpan<byte> claimed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> text = stackalloc byte[1024];
        _data.GetHashAndReset(hash);
        var length = 0;
        Put(text, ref length, prefix);
        Put(text, ref length, _previous);
        Put(text, ref length, afterPrevious);
        PutHex(text, ref length, hash);
        HMACSHA256.HashData(key, text[..length], hash);
        length = 0;
        PutHex(_previous, ref length, hash);
        return CryptographicOperations.FixedTimeEquals(_previous, claimed);
    }

    private static void Put(Span<byte> text, ref int length, ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(text[length..]);
        length += piece.Length;
    }

    private static void PutHex(Span<byte> text, ref int length, ReadOnlySpan<byte> bytes)
    {
        Convert.TryToHexStringLower(bytes, text[length..], out var written);
        length += written;
    }
}
