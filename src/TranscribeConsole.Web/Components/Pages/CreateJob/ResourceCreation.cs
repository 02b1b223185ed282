using TranscribeConsole.Services;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>What the wizard's selects open to create what they miss: one dialog for all of them, outside the wizard's form.</summary>
public sealed class ResourceCreation(Action changed)
{
    private Func<string, Task>? _created;

    public bool IsOpen { get; private set; }

    public ChoiceKind Kind { get; private set; }

    /// <summary>Code of the language that it is for.</summary>
    public string Language { get; private set; } = "";

    /// <param name="created">Gets the name of what was created.</param>
    public void Begin(ChoiceKind kind, string language, Func<string, Task> created)
    {
        (IsOpen, Kind, Language, _created) = (true, kind, language, created);
        changed();
    }

    public void Close()
    {
        IsOpen = false;
        changed();
    }

    public async Task FinishAsync(string name)
    {
        Close();
        if (_created is not null) await _created(name);
    }
}
