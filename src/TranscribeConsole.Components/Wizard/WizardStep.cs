namespace TranscribeConsole.Components.Wizard;

public sealed record WizardStep(string Title, string Href, bool Optional = false);
