namespace TranscribeConsole.LocalAws.Signing;

/// <summary>What is known of a verified request's body; a feature of the HTTP context.</summary>
internal sealed class RequestPayload
{
    private readonly Dictionary<string, string> _checksums = new(StringComparer.Ordinal);

    /// <summary>Bytes of the body without any framing; null when the client did not announce it.</summary>
    public long? DecodedLength { get; init; }

    /// <summary>Base64 by upper-case algorithm name: what the client sent and what it asked for. Complete once the body was read to its end.</summary>
    public IReadOnlyDictionary<string, string> Checksums => _checksums;

    /// <summary>The algorithm that the client named or sent a checksum of; null when it did neither.</summary>
    public ChecksumAlgorithm? RequestedAlgorithm { get; init; }

    internal void Add(ChecksumAlgorithm algorithm, string base64) => _checksums[Checksum.NameOf(algorithm)] = base64;
}
