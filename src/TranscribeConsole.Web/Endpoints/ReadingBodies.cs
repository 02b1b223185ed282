using System.Runtime.CompilerServices;
using System.Text.Json;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>
/// What the reading page was last sent, compressed: for each transcript in memory with the corrections and names of that moment. It goes with
/// the transcript, is a tenth of it in size, and saves most of the work of opening it again.
/// </summary>
internal sealed class ReadingBodies
{
    private readonly ConditionalWeakTable<Transcript, Body>[] _bodies = [[], [], []]; // by ReadBy

    /// <summary>The place for the body that belongs to these corrections; empty when it has not been made yet.</summary>
    public Body Of(JobTranscript transcript, StoredEdits edits, ReadBy reader)
    {
        var (state, bodies) = (JsonSerializer.Serialize(edits), _bodies[(int)reader]);
        if (bodies.TryGetValue(transcript.Transcript, out var body) && body.State == state) return body;
        body = new Body(state);
        bodies.AddOrUpdate(transcript.Transcript, body);
        return body;
    }

    /// <summary>Who is sent different things.</summary>
    public enum ReadBy
    {
        Member,
        Guest,
        GuestWithoutNames,
    }

    /// <param name="state">The corrections and names in force, as one text.</param>
    public sealed class Body(string state)
    {
        private byte[]? _compressed;

        public string State => state;

        /// <summary>Null until it has been sent once in full.</summary>
        public byte[]? Compressed
        {
            get => Volatile.Read(ref _compressed);
            set => Volatile.Write(ref _compressed, value);
        }
    }
}
