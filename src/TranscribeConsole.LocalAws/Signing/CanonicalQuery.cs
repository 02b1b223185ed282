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
            if (PercentEncoding.Decode(name, plusIsSpace: true) is not { } nameBytes) return null;
            if (PercentEncoding.Decode(value, plusIsSpace: true) is not { } valueBytes) return null;
            query._parameters.Add((PercentEncoding.Encode(nameBytes, keepSlashes: false), PercentEncoding.Encode(valueBytes, keepSlashes: false)));
        }

        return query;
    }

    public bool Has(string name) => _parameters.Exists(parameter => parameter.Name == name);

    /// <summary>The decoded value of a parameter that stands there exactly once, else null. The name must need no escapes.</summary>
    public string? Find(string name) =>
        _parameters.FindAll(parameter => parameter.Name == name) is [var (_, value)] ? Uri.UnescapeDataString(value) : null;

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
