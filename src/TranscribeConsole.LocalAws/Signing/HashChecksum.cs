using System.Security.Cryptography;

namespace TranscribeConsole.LocalAws.Signing;

internal sealed class HashChecksum(ChecksumAlgorithm algorithm, HashAlgorithmName name) : IncrementalChecksum(algorithm)
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(name);

    public override void Append(ReadOnlySpan<byte> data) => _hash.AppendData(data);

    public override byte[] GetHash() => _hash.GetHashAndReset();

    public override void Dispose()
    {
        _hash.Dispose();
        base.Dispose();
    }
}
