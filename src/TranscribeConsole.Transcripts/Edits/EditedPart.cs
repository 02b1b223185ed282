using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Transcripts.Edits;

/// <summary>A turn of the transcript with what a person made of it.</summary>
public sealed class EditedPart
{
    private readonly ItemList _items;

    internal EditedPart(ItemList items, Turn turn, TurnCorrection? correction)
    {
        _items = items;
        (Turn, Correction) = (turn, correction);
        Text = correction is null ? PlainText.OneLine(turn.Text) : PlainText.Typed(correction.Text) ?? "";
    }

    /// <summary>As the service recognised it.</summary>
    public Turn Turn { get; }

    /// <summary>Null for a turn that nobody corrected.</summary>
    public TurnCorrection? Correction { get; }

    /// <summary>The corrected text, or the service's own, on one line; empty when the correction is that nothing was said.</summary>
    public string Text { get; }

    /// <summary>The words of <see cref="Text"/> with their times; computed at each call, so that a long transcript is kept without them.</summary>
    public IReadOnlyList<TurnWord> Words() => Text.Length == 0 ? [] : WordAlignment.Of(_items, Turn, Text);
}
