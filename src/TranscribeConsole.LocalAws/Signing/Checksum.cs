using System.Diagnostics;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>S3's checksums: names, headers and calculators.</summary>
internal static class Checksum
{
    public const string HeaderPrefix = "x-amz-checksum-";

    public static IReadOnlyList<ChecksumAlgorithm> All { get; } = Enum.GetValues<ChecksumAlgorithm>();

    /// <summary>The name in requests, answers and stored metadata, for example <c>CRC64NVME</c>.</summary>
    public static string NameOf(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => "CRC32",
        ChecksumAlgorithm.Crc32C => "CRC32C",
        ChecksumAlgorithm.Crc64Nvme => "CRC64NVME",
        ChecksumAlgorithm.Sha1 => "SHA1",
        ChecksumAlgorithm.Sha256 => "SHA256",
        _ => throw new UnreachableException(),
    };

    /// <summary>The algorithm of that name in any case, or null.</summary>
    public static ChecksumAlgorithm? Find(string? name)
    {
        foreach (var algorithm in All)
        {
            if (NameOf(algorithm).Equals(name, StringComparison.OrdinalIgnoreCase)) return algorithm;
        }

        return null;
    }

    /// <summary>The header or trailer that carries the value, for example <c>x-amz-checksum-crc64nvme</c>.</summary>
    public static string HeaderOf(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => "x-amz-checksum-crc32",
        ChecksumAlgorithm.Crc32C => "x-amz-checksum-crc32c",
        ChecksumAlgorithm.Crc64Nvme => "x-amz-checksum-crc64nvme",
        ChecksumAlgorithm.Sha1 => "x-amz-checksum-sha1",
        ChecksumAlgorithm.Sha256 => "x-amz-checksum-sha256",
        _ => throw new UnreachableException(),
    };

    /// <summary>The algorithm whose value that header or trailer carries, or null.</summary>
    public static ChecksumAlgorithm? FindByHeader(string header) =>
        header.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase) ? Find(header[HeaderPrefix.Length..]) : null;

    /// <summary>Length of the value in bytes, before base64.</summary>
    public static int LengthOf(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 or ChecksumAlgorithm.Crc32C => 4,
        ChecksumAlgorithm.Crc64Nvme => 8,
        ChecksumAlgorithm.Sha1 => 20,
        ChecksumAlgorithm.Sha256 => 32,
        _ => throw new UnreachableException(),
    };

    /// <summary>The value's bytes, or null when the text is no base64 of the algorithm's length.</summary>
    public static byte[]? Parse(ChecksumAlgorithm algorithm, string base64)
    {
        var value = new byte[LengthOf(algorithm)];
        return base64.Length == (value.Length + 2) / 3 * 4
            && Convert.TryFromBase64String(base64, value, out var length)
            && length == value.Length ? value : null;
    }

    public static IncrementalChecksum Create(ChecksumAlgorithm algorithm) => throw new NotImplementedException();

    /// <summary>Whether S3 can give a checksum of the whole object for a multipart upload: the CRCs, which can be combined.</summary>
    public static bool CanCombine(ChecksumAlgorithm algorithm) =>
        algorithm is ChecksumAlgorithm.Crc32 or ChecksumAlgorithm.Crc32C or ChecksumAlgorithm.Crc64Nvme;

    /// <summary>Type COMPOSITE: the checksum of the parts' checksums, followed by <c>-N</c> for N parts.</summary>
    /// <param name="parts">Base64 values in the order of the parts.</param>
    public static string Composite(ChecksumAlgorithm algorithm, IReadOnlyList<string> parts) => throw new NotImplementedException();

    /// <summary>Type FULL_OBJECT: the CRC of the parts' bytes in a row, from their CRCs and lengths.</summary>
    /// <param name="parts">Base64 value and length in bytes, in the order of the parts.</param>
    public static string FullObject(ChecksumAlgorithm algorithm, IReadOnlyList<(string Base64, long Length)> parts) => throw new NotImplementedException();
}
