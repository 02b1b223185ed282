using System.Text;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The parameters of a raw query string in the signature's encoding.</summary>
internal sealed class CanonicalQuery
{
    private readonly List<(string Name, string Value)> _parameters = [];

    private CanonicalQuery()
    {
    }

    /// <summary>Decodes and encodes again each name and value, a plus being a space; null when an escape is broken.</summary>
    public static CanonicalQuery? Parse(string rawQuery)
    {
        var query = new CanonicalQuery();
        foreach (var parameter in rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = parameter.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0
                ? (parameter[..equals], parameter[(equals + 1)..]) : (parameter, "");
            if (Canonical(name) is not { } canonicalName || Canonical(value) is not { } canonicalValue) return null;
            query._parameters.Add((canonicalName, canonicalValue));
        }

        return query;
    }

    public bool Has(string name)
    {
        foreach (var parameter in _parameters)
        {
            if (parameter.Name == name) return true;
        }

        return false;
    }

    /// <summary>The decoded value of a parameter that stands there exactly once, else null. The name must need no escapes.</summary>
    public string? Find(string name)
    {
        string? found = null;
        foreach (var parameter in _parameters)
        {
            if (parameter.Name != name) continue;
            if (found is not null) return null;
            found = parameter.Value;
        }

        return found is null || PercentEncoding.IsPlain(found) ? found : Uri.UnescapeDataString(found);
    }

    private static string? Canonical(string text)
    {
        if (PercentEncoding.IsPlain(text)) return text;
        return PercentEncoding.Decode(text, plusIsSpace: true) is { } bytes ? PercentEncoding.Encode(bytes, keepSlashes: false) : null;
    }

    /// <summary>Sorted by name, then value, and joined; the signature itself is left out.</summary>
    public string ToCanonicalString()
    {
        var sorted = _parameters.FindAll(parameter => parameter.Name != PresignedParameters.Signature);
        sorted.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : string.CompareOrdinal(a.Value, b.Value));
        var text = new StringBuilder();
        foreach (var (name, value) in sorted) text.Append(text.Length == 0 ? "" : "&").Append(name).Append('=').Append(value);
        return text.ToString();
    }
}
