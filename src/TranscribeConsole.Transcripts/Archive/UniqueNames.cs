using System.Globalization;

namespace TranscribeConsole.Transcripts.Archive;

/// <summary>Gives each name once: "a", "a (2)"; a file system may not tell "A" from "a".</summary>
internal sealed class UniqueNames(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    public string Take(string name)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        for (var number = 2; !_taken.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{stem} ({number}){extension}");
        return name;
    }
}
