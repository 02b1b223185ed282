namespace TranscribeConsole.Transcripts.Edits;

/// <summary>A transcript as people see it: with their corrections and the speakers' names. What every export and the reading page are made from.</summary>
public sealed class EditedTranscript
{
    private EditedTranscript(Transcript original, IReadOnlyList<EditedTurn> turns, IReadOnlyList<EditedSpeaker> speakers, IReadOnlyList<TurnId> unmatched) =>
        (Original, Turns, Speakers, Unmatched) = (original, turns, speakers, unmatched);

    /// <summary>As the service recognised it, unchanged.</summary>
    public Transcript Original { get; }

    /// <summary>In the transcript's order; neighbours with one name are one turn. A turn whose text was removed is still among them.</summary>
    public IReadOnlyList<EditedTurn> Turns { get; }

    /// <summary>Who speaks, by first appearance; two labels with one name are two entries.</summary>
    public IReadOnlyList<EditedSpeaker> Speakers { get; }

    /// <summary>Corrections of turns that this transcript does not have: it is not the one they were made for.</summary>
    public IReadOnlyList<TurnId> Unmatched { get; }

    /// <param name="edits">Null: none.</param>
    public static EditedTranscript Of(Transcript transcript, TranscriptEdits? edits = null)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        edits ??= TranscriptEdits.None;
        var speakers = new Dictionary<string, EditedSpeaker>(StringComparer.Ordinal);
        var unmatched = new HashSet<TurnId>(edits.Corrections.Keys);
        var turns = new List<EditedTurn>();
        var open = new List<EditedPart>();
        string? openSpeaker = null;
        foreach (var turn in transcript.Turns)
        {
            var speaker = turn.Label is { } label ? SpeakerOf(speakers, label, edits).Name : null;
            if (open.Count > 0 && (speaker is null || speaker != openSpeaker)) Close();
            unmatched.Remove(turn.Id);
            open.Add(new EditedPart(transcript.Items, turn, edits.Corrections.GetValueOrDefault(turn.Id)));
            openSpeaker = speaker;
        }

        if (open.Count > 0) Close();
        return new EditedTranscript(transcript, turns, [.. speakers.Values], [.. unmatched]);

        void Close()
        {
            turns.Add(new EditedTurn(openSpeaker, [.. open]));
            open.Clear();
        }
    }

    private static EditedSpeaker SpeakerOf(Dictionary<string, EditedSpeaker> speakers, string label, TranscriptEdits edits)
    {
        if (speakers.TryGetValue(label, out var known)) return known;
        var given = PlainText.Typed(edits.Names.GetValueOrDefault(label)?.Name);
        return speakers[label] = new EditedSpeaker(label, given ?? SpeakerName.Of(PlainText.OneLine(label)), given is not null);
    }
}

/// <summary>Who speaks.</summary>
/// <param name="Label">The transcript's label, such as spk_0.</param>
/// <param name="Name">As shown; never empty.</param>
/// <param name="IsNamed">Whether a person gave the name.</param>
public sealed record EditedSpeaker(string Label, string Name, bool IsNamed);
