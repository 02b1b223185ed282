namespace TranscribeConsole.Web.Components.WordLists;

/// <summary>Where each word of a list stands for the first time, whatever its case; counted anew when the list is another.</summary>
internal sealed class FirstRows
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.OrdinalIgnoreCase);
    private object? _list;
    private int _count;

    /// <summary>Index of the first row with the word; null: it is in none.</summary>
    public int? Of<T>(IReadOnlyList<T> list, Func<T, string> wordOf, string word)
    {
        if (!ReferenceEquals(_list, list) || _count != list.Count)
        {
            (_list, _count) = (list, list.Count);
            _rows.Clear();
            for (var index = 0; index < list.Count; index++) _rows.TryAdd(wordOf(list[index]).Trim(), index);
        }

        return _rows.TryGetValue(word.Trim(), out var first) ? first : null;
    }
}
