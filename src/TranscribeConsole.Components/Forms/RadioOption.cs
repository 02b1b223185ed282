namespace TranscribeConsole.Components.Forms;

/// <param name="Description">A line under the text; null: none.</param>
/// <param name="Disabled">Shown, but cannot be chosen; the description says why.</param>
public sealed record RadioOption<TValue>(TValue Value, string Text, string? Description = null, bool Disabled = false);
