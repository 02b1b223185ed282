namespace TranscribeConsole.Components.Forms;

/// <param name="Label">Heading over the options; null: none.</param>
public sealed record SelectGroup(string? Label, IReadOnlyList<SelectOption> Options);

/// <param name="Disabled">Shown, but cannot be chosen.</param>
/// <param name="Description">A line under the text; for what cannot be chosen, the reason. Native selects leave it out.</param>
public sealed record SelectOption(string Value, string Text, bool Disabled = false, string? Description = null);
