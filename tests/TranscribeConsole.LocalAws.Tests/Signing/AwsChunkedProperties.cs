using FsCheck.Xunit;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

public sealed class AwsChunkedProperties
{
    [Property]
    public async Task<bool> Any_split_in_chunks_decodes_to_the_same_bytes(byte[] data, byte[] cuts, byte bufferSize, bool isSigned) =>
        (await InMemoryRequest.ReadAsync(Frame(data, cuts, isSigned), bufferSize + 1)).AsSpan().SequenceEqual(data);

    [Property(MaxTest = 500)]
    public async Task<bool> Corruption_never_yields_wrong_bytes(byte[] data, byte[] cuts, int position, byte change, byte kind, bool isSigned)
    {
        var request = Frame(data, cuts, isSigned);
        var at = (position & int.MaxValue) % request.Body.Length;
        request.Body = (kind % 4) switch
        {
            0 => [.. request.Body[..at], (byte)(request.Body[at] ^ change), .. request.Body[(at + 1)..]],
            1 => [.. request.Body[..at], .. request.Body[(at + 1)..]],
            2 => [.. request.Body[..at], change, .. request.Body[at..]],
            _ => request.Body[..at],
        };
        try
        {
            return (await InMemoryRequest.ReadAsync(request)).AsSpan().SequenceEqual(data);
        }
        catch (ServiceErrorException)
        {
            return true;
        }
    }

    private static RawRequest Frame(byte[] data, byte[] cuts, bool isSigned)
    {
        var request = new RawRequest { PayloadHash = isSigned ? "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" : "STREAMING-UNSIGNED-PAYLOAD-TRAILER" };
        request.Headers["host"] = "127.0.0.1:4566";
        request.Headers["x-amz-decoded-content-length"] = data.Length.ToString();
        if (isSigned) return request.Sign().Chunk(Pieces.Cut(data, cuts));

        using var checksum = Checksum.Create(ChecksumAlgorithm.Crc64Nvme);
        checksum.Append(data);
        request.Headers["x-amz-trailer"] = "x-amz-checksum-crc64nvme";
        return request.Sign().Chunk(Pieces.Cut(data, cuts), signed: false, ("x-amz-checksum-crc64nvme", checksum.GetBase64()));
    }
}
