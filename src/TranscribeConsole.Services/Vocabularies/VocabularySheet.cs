using System.Text;

namespace TranscribeConsole.Services.Vocabularies;

/// <summary>The entries of a vocabulary as the service takes them.</summary>
public static class VocabularySheet
{
    public const string Header = "Phrase\tSoundsLike\tIPA\tDisplayAs\n";

    /// <summary>Rows that hold something, in their order.</summary>
    public static IReadOnlyList<VocabularyEntry> Filled(IEnumerable<VocabularyEntry> entries) =>
        [.. entries.Where(entry => !entry.IsEmpty).Select(entry => new VocabularyEntry(entry.Phrase.Trim(), entry.DisplayAs.Trim()))];

    /// <summary>Whether any entry is written in another way than it is spoken: only a table can say that, and a table must be a file.</summary>
    public static bool NeedsTable(IEnumerable<VocabularyEntry> entries) => entries.Any(entry => entry.DisplayAs.Length > 0);

    /// <summary>The table file: tabs, LF, the four columns of which two have no meaning any more.</summary>
    public static string Table(IEnumerable<VocabularyEntry> entries)
    {
        var text = new StringBuilder(Header);
        foreach (var entry in entries) text.Append(entry.Phrase).Append("\t\t\t").Append(entry.DisplayAs).Append('\n');
        return text.ToString();
    }

    /// <summary>Bytes that count against the service's limit.</summary>
    public static int Size(IReadOnlyList<VocabularyEntry> entries) =>
        NeedsTable(entries) ? Encoding.UTF8.GetByteCount(Table(entries)) : entries.Sum(entry => Encoding.UTF8.GetByteCount(entry.Phrase) + 1);
}
