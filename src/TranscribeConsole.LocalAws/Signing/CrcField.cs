namespace TranscribeConsole.LocalAws.Signing;

/// <summary>
/// Polynomials over GF(2) modulo a CRC's polynomial, in reflected notation: the highest bit is x⁰. Appending n bytes to a message
/// multiplies its CRC by x⁸ⁿ, so the CRC of two messages in a row comes from their CRCs and the second one's length.
/// </summary>
/// <param name="Polynomial">Reflected.</param>
/// <param name="Width">In bits.</param>
internal sealed record CrcField(ulong Polynomial, int Width)
{
    public static readonly CrcField Crc32 = new(0xEDB88320, 32);
    public static readonly CrcField Crc32C = new(0x82F63B78, 32);
    public static readonly CrcField Crc64Nvme = new(0x9A6C9329AC4BC9B5, 64);

    /// <summary>The CRC of a first message followed by a second one of that length in bytes.</summary>
    public ulong Combine(ulong first, ulong second, long secondLength) => Multiply(PowerOfX8(secondLength), first) ^ second;

    private ulong PowerOfX8(long exponent)
    {
        var power = 1UL << (Width - 1);
        for (var square = 1UL << (Width - 9); exponent > 0; exponent >>= 1, square = Multiply(square, square))
        {
            if ((exponent & 1) != 0) power = Multiply(power, square);
        }

        return power;
    }

    private ulong Multiply(ulong left, ulong right)
    {
        ulong product = 0;
        for (var bit = 1UL << (Width - 1); bit != 0; bit >>= 1)
        {
            if ((left & bit) != 0) product ^= right;
            right = (right >> 1) ^ ((right & 1) * Polynomial); // times x
        }

        return product;
    }
}
