using System.Text;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>Writes rows of comma-separated values that no spreadsheet takes for formulas.</summary>
public sealed class CsvWriter(TextWriter to)
{
    // What begins a formula in one spreadsheet or another, full-width forms included; a tab or line end in front hides it only from people.
    private const string FormulaSigns = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private readonly StringBuilder _row = new();

    /// <param name="fields">Null: empty.</param>
    public Task WriteRowAsync(IEnumerable<string?> fields, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var field in fields) Append(Safe(field ?? ""));
        _row.Length--; // the comma after the last
        _row.Append("\r\n");
        return WriteAsync(cancellationToken);
    }

    public Task FlushAsync(CancellationToken cancellationToken) => to.FlushAsync(cancellationToken);

    private static string Safe(string field)
    {
        var text = field.AsSpan().TrimStart(' ');
        return text.Length > 0 && FormulaSigns.Contains(text[0], StringComparison.Ordinal) ? "'" + field : field;
    }

    private void Append(string field)
    {
        if (field.AsSpan().IndexOfAny(",\"\r\n") < 0) _row.Append(field);
        else _row.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        _row.Append(',');
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await to.WriteAsync(_row, cancellationToken);
        _row.Clear();
    }
}
