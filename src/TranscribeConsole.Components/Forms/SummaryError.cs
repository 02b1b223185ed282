namespace TranscribeConsole.Components.Forms;

/// <param name="Id">Id of the control.</param>
/// <param name="Message">A sentence that names the rule.</param>
public sealed record SummaryError(string Id, string Message);
