using System.Buffers.Binary;
using System.Numerics;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>CRC-32C (Castagnoli), by the processor's own instruction where it has one.</summary>
internal sealed class Crc32CChecksum() : IncrementalChecksum(ChecksumAlgorithm.Crc32C)
{
    private uint _crc = uint.MaxValue;

    public override void Append(ReadOnlySpan<byte> data)
    {
        var crc = _crc;
        for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        foreach (var b in data) crc = BitOperations.Crc32C(crc, b);
        _crc = crc;
    }

    public override byte[] GetHash()
    {
        var hash = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(hash, ~_crc);
        return hash;
    }
}
