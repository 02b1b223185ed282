using FsCheck.Xunit;

namespace TranscribeConsole.Transcripts.Tests.Json;

[Properties(Arbitrary = [typeof(SpokenArbitrary)], MaxTest = 200)]
public sealed class RoundTripProperties
{
    [Property]
    public async Task Built_transcript_reads_back_the_same(Spoken spoken)
    {
        var transcript = spoken.ToTranscript();

        var again = await Golden.ReadAsync(await Golden.WriteAsync(transcript));

        Assert.Equal(TranscriptDump.Of(transcript), TranscriptDump.Of(again));
    }

    [Property]
    public async Task Writing_what_was_read_gives_the_same_bytes(Spoken spoken)
    {
        var written = await Golden.WriteAsync(spoken.ToTranscript());

        Assert.Equal(written, await Golden.WriteAsync(await Golden.ReadAsync(written)));
    }
}
