using Microsoft.Extensions.Caching.Memory;

namespace TranscribeConsole.Services.Reading;

/// <summary>Transcripts that were read lately, bounded in bytes, for all who may read them.</summary>
public sealed class TranscriptCache : IDisposable
{
    private const long MaxBytes = 128L << 20;

    internal MemoryCache Transcripts { get; } = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    public void Dispose() => Transcripts.Dispose();
}
