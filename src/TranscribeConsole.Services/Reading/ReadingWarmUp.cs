using Microsoft.Extensions.Hosting;
using TranscribeConsole.Data;
using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Json;
using TranscribeConsole.Transcripts.Payload;

namespace TranscribeConsole.Services.Reading;

/// <summary>
/// Reads a transcript of its own a few times after the start, so that the first long one a person opens finds the code compiled: in a fresh process
/// the compiler took longer than the reading (docs/benchmarks.md). Nothing is asked of AWS. Memory that the start no longer needs goes back to the
/// system when it is done.
/// </summary>
internal sealed class ReadingWarmUp(TranscriptEditing editing) : BackgroundService
{
    // More than the thirty calls after which the runtime compiles with optimisation, on few words.
    private const int Rounds = 40;
    private const int Words = 600;

    // The runtime takes what is hot in steps of a tenth of a second.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReadAsync(stoppingToken);
        }
        catch (Exception e) when (DatabaseFailure.IsOne(e))
        {
            // Whoever reads first will meet it, and is told; the console has no reason to stop.
        }

        // The collector keeps what a start needed for what comes next, and nothing may come for hours: a tenth of an idle console.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        using var file = new MemoryStream();
        await TranscriptJson.WriteAsync(Spoken(), file, stoppingToken);
        var edits = (await editing.ReadAsync("", DateTimeOffset.UnixEpoch, isRedacted: false, stoppingToken)).ToEdits();
        for (var round = 0; round < Rounds; round++)
        {
            file.Position = 0;
            var transcript = await TranscriptJson.ReadAsync(file, TranscriptLimits.Default, stoppingToken);
            await TranscriptPayload.WriteAsync(EditedTranscript.Of(transcript, edits), Stream.Null, stoppingToken);
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private static Transcript Spoken()
    {
        var builder = new TranscriptBuilder("warm-up", "000000000000") { ChannelCount = 2 };
        for (var word = 0; word < Words; word++)
        {
            var start = TimeSpan.FromSeconds(word);
            if (word % 10 == 0) builder.BeginSegment(start, start + TimeSpan.FromSeconds(10), word / 10 % 2);
            builder.AddWord("word", start, start + TimeSpan.FromSeconds(0.5), 0.9);
            if (word % 10 != 9) continue;
            builder.AddPunctuation(".");
            builder.EndSegment();
        }

        return builder.Build();
    }
}
