namespace TranscribeConsole.Services.Access;

/// <summary>Tells who asks, in the request or circuit at hand. Registered where people sign in; without it everybody may do everything.</summary>
public interface ICallerSource
{
    /// <exception cref="InvalidOperationException">Nobody has signed in.</exception>
    ValueTask<Caller> GetAsync();
}
