namespace TranscribeConsole.Services;

/// <summary>A rule that a form's field breaks.</summary>
/// <param name="Field">Property of the form, for example <c>Name</c>.</param>
/// <param name="Message">A sentence that names the rule.</param>
public sealed record FieldError(string Field, string Message);
