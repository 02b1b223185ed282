using TranscribeConsole.Transcripts.Json;

namespace TranscribeConsole.Transcripts.Tests;

/// <summary>The files in the Golden folders, by name.</summary>
internal static class Golden
{
    /// <summary>Names of all transcripts in the service's form.</summary>
    public static IEnumerable<string> Names => typeof(Golden).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Select(name => name[..^5]).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string file)
    {
        using var resource = typeof(Golden).Assembly.GetManifestResourceStream(file)
            ?? throw new ArgumentException($"There is no golden file {file}.", nameof(file));
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }

    public static Task<Transcript> ReadAsync(string name) => ReadAsync(Bytes(name + ".json"));

    public static Task<Transcript> ReadAsync(byte[] json, TranscriptLimits? limits = null) =>
        TranscriptJson.ReadAsync(new MemoryStream(json), limits ?? TranscriptLimits.Default, CancellationToken.None);

    public static async Task<byte[]> WriteAsync(Transcript transcript)
    {
        using var to = new MemoryStream();
        await TranscriptJson.WriteAsync(transcript, to, CancellationToken.None);
        return to.ToArray();
    }
}
