namespace TranscribeConsole.Services.Accounts;

/// <param name="Error">The broken rule, of <c>Current</c> or <c>Password</c>; null: it is done.</param>
/// <param name="Token">Of the session that has begun, for the browser's cookie; null: it was refused.</param>
public sealed record PasswordChange(FieldError? Error, string? Token);
