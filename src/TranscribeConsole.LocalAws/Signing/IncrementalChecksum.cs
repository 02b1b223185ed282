namespace TranscribeConsole.LocalAws.Signing;

/// <summary>A checksum that takes its input in pieces.</summary>
internal abstract class IncrementalChecksum(ChecksumAlgorithm algorithm) : IDisposable
{
    public ChecksumAlgorithm Algorithm { get; } = algorithm;

    public abstract void Append(ReadOnlySpan<byte> data);

    /// <summary>The checksum of everything appended, most significant byte first; may be asked for once.</summary>
    public abstract byte[] GetHash();

    /// <summary>The checksum as S3 writes it. Like <see cref="GetHash"/> it may be asked for once.</summary>
    public string GetBase64() => Convert.ToBase64String(GetHash());

    public virtual void Dispose()
    {
    }
}
