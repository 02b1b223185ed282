using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using TranscribeConsole.Transcripts.Edits;

namespace TranscribeConsole.Transcripts.Payload;

/// <summary>
/// The whole transcript for the reading page, as one compact JSON object: about 16 bytes a word before compression. The page finds, marks and
/// highlights with nothing else.
/// </summary>
/// <remarks>
/// <para>All times are whole milliseconds from the start of the media, all offsets UTF-16 characters, as JavaScript counts them. An absent member means
/// null, false or empty.</para>
/// <code>
/// { "version": 1, "job": "name", "redacted": true, "duration": 14400000,
///   "alternatives": true,                                            there are alternative readings to ask for
///   "speakers": [ { "label": "spk_0", "name": "Anna", "named": true } ],
///   "languages": [ "en-US" ],
///   "turns": [ {
///       "id": "0-41-9f3a1c20",                                       see TurnId
///       "speaker": 0, "language": 0,                                 positions in the lists above
///       "continues": true,                                           same person as the turn before: no new heading
///       "start": 1200, "end": 4800,
///       "text": "Hello there.",
///       "words": [ gap, length, delay, duration, confidence, … ],    five whole numbers a word
///       "marks": [ word, kinds, … ],                                 two whole numbers for each word that is special
///       "original": "Hallo there.", "by": "ana", "at": "2026-05-01T12:00:00Z"   only of a corrected turn
///   } ],
///   "toxicity": [ { "start": 2400, "end": 4000, "score": 0.71, "text": "…", "categories": { "insult": 0.66 } } ] }
/// </code>
/// <para>A word begins <c>gap</c> characters after the end of the word before (the first: after the beginning of the text) and <c>delay</c>
/// milliseconds after that word's end (the first: after the turn's start), which may be below 0. <c>confidence</c> is in per cent, rounded down so that
/// "below 80" on the page means below 0.8, or -1 where there is none. <c>kinds</c> is a sum: 1 redacted, 2 found by the vocabulary filter, 4 typed by a
/// person or absent from the items.</para>
/// </remarks>
public static class TranscriptPayload
{
    private const int FlushBytes = 32 * 1024;

    // Letters of all scripts as they are: the object is fetched as JSON and never stands in a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the object, flushing as it goes; the stream stays open.</summary>
    /// <param name="forGuests">
    /// As it reads now and nothing else: neither what was recognised before somebody corrected it, nor who did, nor other readings, nor the toxicity,
    /// which quotes what was recognised.
    /// </param>
    public static async Task WriteAsync(EditedTranscript transcript, Stream to, CancellationToken cancellationToken, bool forGuests = false)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(to);
        var json = new Utf8JsonWriter(to, Options);
        try
        {
            foreach (var _ in new PayloadParts(transcript, json, forGuests).Write())
                if (json.BytesPending >= FlushBytes) await json.FlushAsync(cancellationToken);
            await json.FlushAsync(cancellationToken);
        }
        finally
        {
            json.Reset(); // after a failed write there is nothing to flush
            await json.DisposeAsync();
        }
    }

    /// <summary>Writes the object into a buffer.</summary>
    public static void Write(EditedTranscript transcript, IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(to);
        using var json = new Utf8JsonWriter(to, Options);
        foreach (var _ in new PayloadParts(transcript, json).Write())
            if (json.BytesPending >= FlushBytes) json.Flush();
    }

    /// <summary>Writes one turn as it stands in the object's <c>turns</c>: what a page replaces after a correction.</summary>
    /// <exception cref="ArgumentException">The transcript has no such turn.</exception>
    public static void WriteTurn(EditedTranscript transcript, TurnId turn, Utf8JsonWriter to)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(to);
        new PayloadParts(transcript, to).WriteTurn(turn);
    }
}
