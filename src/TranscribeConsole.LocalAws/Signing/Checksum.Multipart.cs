using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace TranscribeConsole.LocalAws.Signing;

// The checksum of an object made of parts, from the parts' checksums alone.
internal static partial class Checksum
{
    /// <summary>Whether the algorithm has the type FULL_OBJECT: the CRCs, which can be combined.</summary>
    public static bool CanCombine(ChecksumAlgorithm algorithm) =>
        algorithm is ChecksumAlgorithm.Crc32 or ChecksumAlgorithm.Crc32C or ChecksumAlgorithm.Crc64Nvme;

    /// <summary>Whether the algorithm has the type COMPOSITE: all but CRC64NVME.</summary>
    public static bool CanBeComposite(ChecksumAlgorithm algorithm) => algorithm is not ChecksumAlgorithm.Crc64Nvme;

    /// <summary>Type COMPOSITE: the checksum of the parts' checksums, followed by <c>-N</c> for N parts.</summary>
    /// <param name="parts">Base64 values in the order of the parts.</param>
    /// <exception cref="FormatException">A value is no checksum of the algorithm.</exception>
    public static string Composite(ChecksumAlgorithm algorithm, IReadOnlyList<string> parts)
    {
        using var checksum = Create(algorithm);
        foreach (var part in parts) checksum.Append(Bytes(algorithm, part));
        return string.Create(CultureInfo.InvariantCulture, $"{checksum.GetBase64()}-{parts.Count}");
    }

    /// <summary>Type FULL_OBJECT: the CRC of the parts' bytes in a row.</summary>
    /// <param name="parts">Base64 value and length in bytes, in the order of the parts.</param>
    /// <exception cref="ArgumentException">The algorithm is no CRC.</exception>
    /// <exception cref="FormatException">A value is no checksum of the algorithm.</exception>
    public static string FullObject(ChecksumAlgorithm algorithm, IReadOnlyList<(string Base64, long Length)> parts)
    {
        if (!CanCombine(algorithm)) throw new ArgumentException("Only CRCs can be combined.", nameof(algorithm));
        var field = FieldOf(algorithm);
        ulong crc = 0; // of no bytes
        foreach (var (base64, length) in parts) crc = field.Combine(crc, ToNumber(Bytes(algorithm, base64)), length);

        Span<byte> value = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(value, crc);
        return Convert.ToBase64String(value[^LengthOf(algorithm)..]);
    }

    private static CrcField FieldOf(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => CrcField.Crc32,
        ChecksumAlgorithm.Crc32C => CrcField.Crc32C,
        ChecksumAlgorithm.Crc64Nvme => CrcField.Crc64Nvme,
        _ => throw new UnreachableException(),
    };

    private static byte[] Bytes(ChecksumAlgorithm algorithm, string base64) =>
        Parse(algorithm, base64) ?? throw new FormatException($"Not a {NameOf(algorithm)} in base64.");

    private static ulong ToNumber(byte[] bigEndian)
    {
        ulong number = 0;
        foreach (var b in bigEndian) number = (number << 8) | b;
        return number;
    }
}
