using System.Buffers.Binary;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>CRC-64/NVME (reflected, all ones before and after), eight bytes a step with eight tables.</summary>
internal sealed class Crc64NvmeChecksum() : IncrementalChecksum(ChecksumAlgorithm.Crc64Nvme)
{
    // Table k, at k * 256, moves a byte past k further bytes.
    private static readonly ulong[] Tables = MakeTables();

    private ulong _crc = ulong.MaxValue;

    public override void Append(ReadOnlySpan<byte> data)
    {
        var crc = _crc;
        var tables = Tables;
        for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
        {
            crc ^= BinaryPrimitives.ReadUInt64LittleEndian(data);
            crc = tables[(7 * 256) + (byte)crc]
                ^ tables[(6 * 256) + (byte)(crc >> 8)]
                ^ tables[(5 * 256) + (byte)(crc >> 16)]
                ^ tables[(4 * 256) + (byte)(crc >> 24)]
                ^ tables[(3 * 256) + (byte)(crc >> 32)]
                ^ tables[(2 * 256) + (byte)(crc >> 40)]
                ^ tables[256 + (byte)(crc >> 48)]
                ^ tables[(byte)(crc >> 56)];
        }

        foreach (var b in data) crc = (crc >> 8) ^ tables[(byte)(crc ^ b)];
        _crc = crc;
    }

    public override byte[] GetHash()
    {
        var hash = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(hash, ~_crc);
        return hash;
    }

    private static ulong[] MakeTables()
    {
        var tables = new ulong[8 * 256];
        for (var i = 0; i < 256; i++)
        {
            var crc = (ulong)i;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * CrcField.Crc64Nvme.Polynomial);
            tables[i] = crc;
        }

        for (var i = 256; i < tables.Length; i++) tables[i] = (tables[i - 256] >> 8) ^ tables[(byte)tables[i - 256]];
        return tables;
    }
}
