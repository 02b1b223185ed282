using System.Security.Cryptography;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Computes what was declared of a body while its bytes pass, and compares at the end.</summary>
internal sealed class PayloadChecks(PayloadDeclaration declared, RequestPayload payload) : IDisposable
{
    private readonly IncrementalHash? _sha256 = declared.Encoding.Sha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash? _md5 = declared.Md5 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly IncrementalChecksum? _checksum = declared.Algorithm is { } algorithm ? Checksum.Create(algorithm) : null;
    private long _length;

    /// <summary>Whether as many bytes as were announced have passed.</summary>
    public bool IsFull => _length == declared.Length;

    /// <exception cref="Protocols.ServiceErrorException">There are more bytes than were announced.</exception>
    public void Append(ReadOnlySpan<byte> data)
    {
        _length += data.Length;
        if (_length > declared.Length) throw PayloadErrors.Incomplete();
        _sha256?.AppendData(data);
        _md5?.AppendData(data);
        _checksum?.Append(data);
    }

    /// <exception cref="Protocols.ServiceErrorException">Something is not as declared.</exception>
    public void Complete(IReadOnlyList<KeyValuePair<string, string>> trailers)
    {
        if (declared.Length is not null && !IsFull) throw PayloadErrors.Incomplete();
        CompleteSha256();
        CompleteMd5();
        CompleteChecksum(Expected(trailers));
    }

    public void Dispose()
    {
        _sha256?.Dispose();
        _md5?.Dispose();
        _checksum?.Dispose();
    }

    private void CompleteSha256()
    {
        if (_sha256?.GetHashAndReset() is { } computed && !computed.AsSpan().SequenceEqual(declared.Encoding.Sha256))
            throw PayloadErrors.Sha256Mismatch(declared.Encoding.SignedText, SignatureV4.Hex(computed));
    }

    private void CompleteMd5()
    {
        if (_md5?.GetHashAndReset() is { } computed && !computed.AsSpan().SequenceEqual(declared.Md5))
            throw PayloadErrors.Md5Mismatch(Convert.ToBase64String(declared.Md5!), Convert.ToBase64String(computed));
    }

    private void CompleteChecksum(byte[]? expected)
    {
        if (_checksum is null) return;
        var computed = _checksum.GetHash();
        if (expected is not null && !computed.AsSpan().SequenceEqual(expected)) throw PayloadErrors.ChecksumMismatch(_checksum.Algorithm);
        payload.Add(_checksum.Algorithm, Convert.ToBase64String(computed));
    }

    // A trailer must have been announced by x-amz-trailer, and an announced one must come.
    private byte[]? Expected(IReadOnlyList<KeyValuePair<string, string>> trailers)
    {
        if (!declared.HasTrailingChecksum) return trailers.Count == 0 ? declared.Checksum : throw PayloadErrors.MalformedTrailer();
        var algorithm = declared.Algorithm.GetValueOrDefault();
        return trailers is [var (name, value)] && name == Checksum.HeaderOf(algorithm)
            ? Checksum.Parse(algorithm, value) ?? throw PayloadErrors.InvalidTrailer(name)
            : throw PayloadErrors.MalformedTrailer();
    }
}
