namespace TranscribeConsole.Services;

/// <summary>What a list of vocabularies, filters or models needs to know of each. The records compare by value.</summary>
public interface INamedResource
{
    string Name { get; }

    /// <summary>The service is at work on it; its state will change by itself.</summary>
    bool IsPending { get; }
}
