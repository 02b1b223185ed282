using System.Buffers.Binary;
using System.IO.Hashing;

namespace TranscribeConsole.LocalAws.Signing;

internal sealed class Crc32Checksum() : IncrementalChecksum(ChecksumAlgorithm.Crc32)
{
    private readonly Crc32 _crc = new();

    public override void Append(ReadOnlySpan<byte> data) => _crc.Append(data);

    public override byte[] GetHash()
    {
        var hash = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(hash, _crc.GetCurrentHashAsUInt32());
        return hash;
    }
}
