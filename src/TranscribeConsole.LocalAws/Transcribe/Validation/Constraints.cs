using System.Diagnostics.CodeAnalysis;

namespace TranscribeConsole.LocalAws.Transcribe.Validation;

/// <summary>
/// Checks single members and collects what is wrong, for one error in the service's form:
/// <c>N validation errors detected: Value 'v' at 'path' failed to satisfy constraint: rule; …</c>.
/// </summary>
/// <remarks>Paths are the wire's members in camelCase, list elements counted from one: <c>tags.1.member.key</c>.</remarks>
internal sealed class Constraints
{
    private readonly List<string> _errors = [];

    public bool Required(string path, [NotNullWhen(true)] object? value)
    {
        if (value is not null) return true;
        _errors.Add($"Value null at '{path}' failed to satisfy constraint: Member must not be null");
        return false;
    }

    /// <summary>A required string.</summary>
    public void RequiredText(string path, string? value, TextRule rule)
    {
        if (Required(path, value)) Text(path, value, rule);
    }

    /// <summary>A string that may be absent.</summary>
    public void Text(string path, string? value, TextRule rule)
    {
        if (value is null) return;
        var length = value.Length - value.Count(char.IsLowSurrogate); // characters, as the service counts them, and not UTF-16 units
        if (length < rule.Min) Fail(path, value, $"Member must have length greater than or equal to {rule.Min}");
        if (length > rule.Max) Fail(path, value, $"Member must have length less than or equal to {rule.Max}");
        if (!rule.Matches(value)) Fail(path, value, $"Member must satisfy regular expression pattern: {rule.Pattern}");
    }

    /// <summary>A list of strings that may be absent but not empty.</summary>
    public void Texts(string path, IReadOnlyList<string?>? values, TextRule rule)
    {
        Count(path, values, 1);
        for (var i = 0; i < values?.Count; i++) RequiredText($"{path}.{i + 1}.member", values[i], rule);
    }

    public void Number(string path, int? value, int min, int max)
    {
        if (value < min) Fail(path, $"{value}", $"Member must have value greater than or equal to {min}");
        if (value > max) Fail(path, $"{value}", $"Member must have value less than or equal to {max}");
    }

    public void OneOf(string path, string? value, IReadOnlyList<string> values)
    {
        if (value is not null && !values.Contains(value))
            Fail(path, value, $"Member must satisfy enum value set: [{string.Join(", ", values)}]");
    }

    /// <summary>A list of enumeration values that may be absent.</summary>
    public void AllOneOf(string path, IReadOnlyList<string?>? values, IReadOnlyList<string> allowed)
    {
        for (var i = 0; i < values?.Count; i++)
        {
            var element = $"{path}.{i + 1}.member";
            if (Required(element, values[i])) OneOf(element, values[i], allowed);
        }
    }

    /// <summary>The number of a list's or map's elements; <paramref name="shown"/> are they, or their keys.</summary>
    public void Count(string path, IEnumerable<string?>? shown, int min, int max = int.MaxValue)
    {
        if (shown is null) return;
        var values = shown.ToList();
        var value = $"[{string.Join(", ", values.Select(text => text ?? "null"))}]";
        if (values.Count < min) Fail(path, value, $"Member must have length greater than or equal to {min}");
        if (values.Count > max) Fail(path, value, $"Member must have length less than or equal to {max}");
    }

    /// <exception cref="Protocols.ServiceErrorException">Anything was wrong.</exception>
    public void ThrowIfBroken()
    {
        if (_errors.Count == 0) return;
        var noun = _errors.Count == 1 ? "validation error" : "validation errors";
        throw TranscribeErrors.BadRequest($"{_errors.Count} {noun} detected: {string.Join("; ", _errors)}");
    }

    private void Fail(string path, string value, string rule) =>
        _errors.Add($"Value '{value}' at '{path}' failed to satisfy constraint: {rule}");
}
