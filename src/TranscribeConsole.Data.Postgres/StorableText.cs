using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TranscribeConsole.Data.Postgres;

/// <summary>
/// PostgreSQL takes neither NUL nor half a surrogate pair in a text, which SQLite does: they become U+FFFD, so that a form post that
/// holds one is looked up, or kept, like any other.
/// </summary>
internal sealed class StorableText : DbCommandInterceptor
{
    public static readonly StorableText Instance = new();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (DbParameter parameter in result.Parameters)
            if (parameter.Value is string text) parameter.Value = Of(text);
        return result;
    }

    private static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal)) return text;
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) storable.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString()); // half a pair is enumerated as U+FFFD
        return storable.ToString();
    }
}
