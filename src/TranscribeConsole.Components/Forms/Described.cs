namespace TranscribeConsole.Components.Forms;

/// <summary>The ids that <see cref="FormField"/> gives to what surrounds a control.</summary>
internal static class Described
{
    /// <summary>Value of <c>aria-describedby</c>: the error first; null when there is nothing to read.</summary>
    public static string? By(string id, string? description, string? error, string? constraint)
    {
        string?[] parts =
        [
            error is null ? null : $"{id}-error",
            description is null ? null : $"{id}-description",
            constraint is null ? null : $"{id}-constraint",
        ];
        var text = string.Join(' ', parts.Where(p => p is not null));
        return text.Length == 0 ? null : text;
    }
}
