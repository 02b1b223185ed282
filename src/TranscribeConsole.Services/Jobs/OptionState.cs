using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>Whether an option can be used with what the form says elsewhere.</summary>
/// <param name="Reason">A sentence to show beside the control: why it is off, or, when it is available, what to know about it; null: nothing.</param>
public readonly record struct OptionState(bool Available, string? Reason = null);

/// <summary>A language of a select.</summary>
/// <param name="Unavailable">Why it can't be chosen; null: it can.</param>
public sealed record LanguageChoice(LanguageInfo Language, string? Unavailable);
