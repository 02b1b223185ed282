namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The checksum algorithms of S3.</summary>
internal enum ChecksumAlgorithm
{
    Crc32,
    Crc32C,
    Crc64Nvme,
    Sha1,
    Sha256,
}
