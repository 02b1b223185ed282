using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Edits;

namespace TranscribeConsole.Services.Reading;

/// <summary>How a turn stands that somebody has corrected.</summary>
/// <param name="Text">Null: as it was recognised, after a correction was undone.</param>
/// <param name="Version">To be sent with the next change: whoever saw another one learns of this one first.</param>
public sealed record TurnState(TurnId Turn, string? Text, int Version, bool CanUndo, string By, DateTimeOffset At)
{
    /// <summary>A turn that nobody has touched.</summary>
    public static TurnState Untouched(TurnId turn) => new(turn, null, 0, false, "", DateTimeOffset.UnixEpoch);
}

/// <summary>How a label stands that somebody has named.</summary>
/// <param name="Name">Empty: the name was taken back.</param>
/// <param name="Version"><inheritdoc cref="TurnState" path="/param[@name='Version']"/></param>
public sealed record NameState(string Label, string Name, int Version, string By, DateTimeOffset At)
{
    /// <summary>A label that nobody has named.</summary>
    public static NameState Untouched(string label) => new(label, "", 0, "", DateTimeOffset.UnixEpoch);
}

/// <summary>Everything that people changed in one transcript.</summary>
public sealed record StoredEdits(IReadOnlyList<TurnState> Turns, IReadOnlyList<NameState> Names)
{
    public TranscriptEdits ToEdits() => new(
        Turns.Where(turn => turn.Text is not null).ToDictionary(turn => turn.Turn, turn => new TurnCorrection(turn.Text!, turn.By, turn.At)),
        Names.Where(name => name.Name.Length > 0).ToDictionary(name => name.Label, name => new SpeakerName(name.Name, name.By, name.At), StringComparer.Ordinal));
}

/// <summary>What became of a change.</summary>
/// <param name="IsSaved">False: somebody else was first, and nothing was changed.</param>
/// <param name="State">What is in force now.</param>
public sealed record EditOutcome<T>(bool IsSaved, T State);
