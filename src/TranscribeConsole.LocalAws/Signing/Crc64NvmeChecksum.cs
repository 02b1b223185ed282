using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>CRC-64/NVME (reflected, all ones before and after), eight bytes a step with eight tables, or 64 with the processor's own multiplication.</summary>
internal sealed class Crc64NvmeChecksum() : IncrementalChecksum(ChecksumAlgorithm.Crc64Nvme)
{
    // Table k, at k * 256, moves a byte past k further bytes.
    private static readonly ulong[] Tables = MakeTables();

    // What a block is multiplied by to move it past 64 or 16 further bytes: x^(n+63) for its first half, x^(n-1) for its second, of n bits.
    private static readonly Vector128<ulong> Past64 = Vector128.Create(PowerOfX(575), PowerOfX(511));
    private static readonly Vector128<ulong> Past16 = Vector128.Create(PowerOfX(191), PowerOfX(127));

    private ulong _crc = ulong.MaxValue;

    public override void Append(ReadOnlySpan<byte> data)
    {
        const int block = 64;
        if (Pclmulqdq.IsSupported && data.Length >= 2 * block)
        {
            var whole = data.Length / block * block;
            Span<byte> rest = stackalloc byte[Vector128<byte>.Count];
            Fold(MemoryMarshal.Cast<byte, Vector128<ulong>>(data[..whole]), _crc).AsByte().CopyTo(rest);
            _crc = AppendByTable(0, rest);
            data = data[whole..];
        }

        _crc = AppendByTable(_crc, data);
    }

    // Four blocks of 16 bytes at a time, folded into one at the end, whose remainder is that of all the data.
    private static Vector128<ulong> Fold(ReadOnlySpan<Vector128<ulong>> data, ulong crc)
    {
        var (a, b, c, d) = (data[0] ^ Vector128.CreateScalar(crc), data[1], data[2], data[3]);
        for (data = data[4..]; data.Length >= 4; data = data[4..])
        {
            a = Move(a, Past64) ^ data[0];
            b = Move(b, Past64) ^ data[1];
            c = Move(c, Past64) ^ data[2];
            d = Move(d, Past64) ^ data[3];
        }

        return Move(Move(Move(a, Past16) ^ b, Past16) ^ c, Past16) ^ d;
    }

    private static Vector128<ulong> Move(Vector128<ulong> block, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(block, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(block, by, 0x11);

    private static ulong PowerOfX(int exponent)
    {
        var power = 1UL << 63; // the highest bit is x^0
        for (; exponent > 0; exponent--) power = (power >> 1) ^ ((power & 1) * CrcField.Crc64Nvme.Polynomial);
        return power;
    }

    private static ulong AppendByTable(ulong crc, ReadOnlySpan<byte> data)
    {
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
        return crc;
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
