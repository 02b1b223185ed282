using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using FsCheck.Xunit;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

public sealed class ChecksumTests
{
    // The check values that catalogues of CRCs and hashes give for these nine digits.
    [Theory]
    [InlineData("CRC32", "CBF43926")]
    [InlineData("CRC32C", "E3069283")]
    [InlineData("CRC64NVME", "AE8B14860A799888")]
    [InlineData("SHA1", "F7C3BC1D808E04732ADF679965CCC34CA7AE3441")]
    [InlineData("SHA256", "15E2B0D3C33891EBB0F1EF609EC419420C20E320CE94C65FBC8C3312448EB225")]
    public void Checksum_of_the_nine_digits_is_the_catalogue_value(string name, string expected)
    {
        using var checksum = Checksum.Create(Checksum.Find(name)!.Value);
        checksum.Append("123456789"u8);

        Assert.Equal(Convert.ToBase64String(Convert.FromHexString(expected)), checksum.GetBase64());
    }

    [Property]
    public bool Checksum_does_not_depend_on_how_the_input_is_cut(byte[] data, byte[] cuts) => Checksum.All.All(algorithm =>
    {
        using var checksum = Checksum.Create(algorithm);
        foreach (var piece in Pieces.Cut(data, cuts)) checksum.Append(piece);
        return checksum.GetBase64() == Direct(algorithm, data);
    });

    /// <summary>Long input takes another way through the processor than short input does.</summary>
    [Fact]
    public void Checksum_of_every_length_is_that_of_its_bytes_one_by_one()
    {
        var data = new byte[700];
        new Random(1).NextBytes(data);
        foreach (var algorithm in Checksum.All)
        {
            for (var length = 0; length <= data.Length; length += length < 300 ? 1 : 37)
            {
                using var one = Checksum.Create(algorithm);
                foreach (var b in data.AsSpan(0, length)) one.Append([b]);
                Assert.Equal(one.GetBase64(), Direct(algorithm, data[..length]));
            }
        }
    }

    [Property]
    public bool FullObject_checksum_is_that_of_the_parts_in_a_row(byte[] data, byte[] cuts) => Checksum.All.Where(Checksum.CanCombine).All(algorithm =>
        Checksum.FullObject(algorithm, [.. Pieces.Cut(data, cuts).Select(part => (Direct(algorithm, part), (long)part.Length))]) == Direct(algorithm, data));

    [Fact]
    public void FullObject_checksum_of_large_parts_is_that_of_the_parts_in_a_row()
    {
        var data = new byte[9_000_001];
        new Random(1).NextBytes(data);
        foreach (var algorithm in Checksum.All.Where(Checksum.CanCombine))
        {
            (string, long)[] parts = [(Direct(algorithm, data[..5_242_880]), 5_242_880), (Direct(algorithm, data[5_242_880..]), 9_000_001 - 5_242_880)];
            Assert.Equal(Direct(algorithm, data), Checksum.FullObject(algorithm, parts));
        }
    }

    [Fact]
    public void FullObject_checksum_of_a_hash_is_refused() =>
        Assert.Throws<ArgumentException>(() => Checksum.FullObject(ChecksumAlgorithm.Sha256, []));

    [Fact]
    public void Composite_checksum_is_that_of_the_parts_checksums()
    {
        byte[][] parts = [[1, 2, 3], [4, 5]];
        var expected = SHA256.HashData([.. SHA256.HashData(parts[0]), .. SHA256.HashData(parts[1])]);
        var expectedCrc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(expectedCrc, Crc32.HashToUInt32([.. CrcOf(parts[0]), .. CrcOf(parts[1])]));

        Assert.Equal(Convert.ToBase64String(expected) + "-2", Composite(ChecksumAlgorithm.Sha256, parts));
        Assert.Equal(Convert.ToBase64String(expectedCrc) + "-2", Composite(ChecksumAlgorithm.Crc32, parts));
    }

    [Theory]
    [InlineData("CRC32", "AAAAAA==", true)]
    [InlineData("CRC32", "AAAAAAA=", false)]
    [InlineData("CRC32", "AAAAAA", false)]
    [InlineData("CRC32", "AAAA AA==", false)]
    [InlineData("CRC64NVME", "AAAAAAAAAAA=", true)]
    [InlineData("SHA1", "AAAAAA==", false)]
    public void Parse_takes_base64_of_the_right_length_only(string name, string base64, bool isValid) =>
        Assert.Equal(isValid, Checksum.Parse(Checksum.Find(name)!.Value, base64) is not null);

    [Fact]
    public void Names_and_headers_lead_back_to_the_algorithm() => Assert.All(Checksum.All, algorithm =>
    {
        Assert.Equal(algorithm, Checksum.Find(Checksum.NameOf(algorithm)));
        Assert.Equal(algorithm, Checksum.FindByHeader(Checksum.HeaderOf(algorithm)));
        Assert.Equal(Checksum.LengthOf(algorithm), Convert.FromBase64String(Direct(algorithm, [])).Length);
    });

    private static byte[] CrcOf(byte[] data)
    {
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.HashToUInt32(data));
        return crc;
    }

    private static string Composite(ChecksumAlgorithm algorithm, byte[][] parts) =>
        Checksum.Composite(algorithm, [.. parts.Select(part => Direct(algorithm, part))]);

    // Bit by bit for the CRCs, so that tables and instructions are checked against the definition.
    private static string Direct(ChecksumAlgorithm algorithm, byte[] data) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => BitByBit(data, CrcField.Crc32),
        ChecksumAlgorithm.Crc32C => BitByBit(data, CrcField.Crc32C),
        ChecksumAlgorithm.Crc64Nvme => BitByBit(data, CrcField.Crc64Nvme),
        ChecksumAlgorithm.Sha1 => Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA1, data)),
        _ => Convert.ToBase64String(SHA256.HashData(data)),
    };

    private static string BitByBit(byte[] data, CrcField field)
    {
        var ones = ulong.MaxValue >> (64 - field.Width);
        var crc = ones;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ field.Polynomial : crc >> 1;
        }

        var value = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(value, crc ^ ones);
        return Convert.ToBase64String(value, 8 - (field.Width / 8), field.Width / 8);
    }
}
