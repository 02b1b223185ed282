namespace TranscribeConsole.Components.Forms;

/// <param name="Label">Heading over the options; null: none.</param>
public sealed record SelectGroup(string? Label, IReadOnlyList<SelectOption> Options);

/// <param name="Disabled">Shown, but cannot be chosen.</param>
public sealed record SelectOption(string Value, string Text, bool Disabled = false);
