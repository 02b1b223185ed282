using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TranscribeConsole.Transcripts.Json.Reading;

internal delegate void TextSetter(TranscriptDraft draft, ReadOnlySpan<char> text);

/// <summary>What a place in the file may hold, and where it goes. Null and unknown members are skipped by the walker.</summary>
/// <param name="Expected">For the error message: "… should be a list".</param>
internal abstract record JsonShape(string Expected);

/// <summary>An object. Members may come in any order; the order here is that of current files, where finding them is fastest.</summary>
/// <param name="Begin">Called when it opens.</param>
/// <param name="End">Called when all its members have been read.</param>
/// <param name="Others">Shape of members not listed, which find their name in <see cref="TranscriptDraft.MemberName"/>; null: skipped.</param>
internal sealed record ObjectShape(
    (string Name, JsonShape Shape)[] Members,
    Action<TranscriptDraft>? Begin = null,
    Action<TranscriptDraft>? End = null,
    JsonShape? Others = null) : JsonShape("an object")
{
    private readonly byte[][] _names = [.. Members.Select(member => Encoding.UTF8.GetBytes(member.Name))];

    /// <summary>Position of the member that the reader stands on, looked for from <paramref name="expected"/> on; -1: not listed.</summary>
    public int Find(ref Utf8JsonReader json, int expected)
    {
        for (var tried = 0; tried < _names.Length; tried++)
        {
            var at = expected + tried < _names.Length ? expected + tried : expected + tried - _names.Length;
            if (json.ValueTextEquals(_names[at])) return at;
        }

        return -1;
    }
}

/// <summary>A list of one shape.</summary>
/// <param name="Begin">Called when it opens; a list that comes twice starts anew.</param>
internal sealed record ListShape(JsonShape Element, Action<TranscriptDraft>? Begin = null) : JsonShape("a list");

/// <summary>A place that only other formats have.</summary>
internal sealed record ForeignShape(string Message) : JsonShape("absent");

internal abstract record ValueShape(string Expected) : JsonShape(Expected)
{
    /// <summary>Takes the value; false when it is not what is expected.</summary>
    public abstract bool TryRead(ref Utf8JsonReader json, TranscriptDraft draft);
}

internal sealed record TextShape(TextSetter Set) : ValueShape("a text")
{
    private const int StackCharacters = 256;

    public override bool TryRead(ref Utf8JsonReader json, TranscriptDraft draft)
    {
        if (json.TokenType != JsonTokenType.String) return false;
        if (json.ValueSpan.Length <= StackCharacters)
        {
            Span<char> text = stackalloc char[StackCharacters]; // never longer in characters than in bytes
            Set(draft, text[..json.CopyString(text)]);
        }
        else
        {
            Set(draft, json.GetString());
        }

        return true;
    }
}

internal sealed record FlagShape(Action<TranscriptDraft, bool> Set) : ValueShape("true or false")
{
    public override bool TryRead(ref Utf8JsonReader json, TranscriptDraft draft)
    {
        if (json.TokenType is not (JsonTokenType.True or JsonTokenType.False)) return false;
        Set(draft, json.TokenType == JsonTokenType.True);
        return true;
    }
}

/// <summary>A number, as a JSON number or as text with a decimal point, possibly with an exponent.</summary>
internal abstract record NumericShape(string Expected) : ValueShape(Expected)
{
    public override bool TryRead(ref Utf8JsonReader json, TranscriptDraft draft)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return json.TokenType is JsonTokenType.String or JsonTokenType.Number
            && double.TryParse(json.ValueSpan, Styles, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            && TrySet(draft, value);
    }

    protected abstract bool TrySet(TranscriptDraft draft, double value);
}

internal sealed record NumberShape(Action<TranscriptDraft, double> Set) : NumericShape("a number")
{
    protected override bool TrySet(TranscriptDraft draft, double value)
    {
        Set(draft, value);
        return true;
    }
}

internal sealed record WholeNumberShape(Action<TranscriptDraft, int> Set) : NumericShape("a whole number from 0")
{
    protected override bool TrySet(TranscriptDraft draft, double value)
    {
        if (value is < 0 or > int.MaxValue || value != Math.Floor(value)) return false;
        Set(draft, (int)value);
        return true;
    }
}

/// <summary>A time in seconds; set in milliseconds.</summary>
internal sealed record TimeShape(Action<TranscriptDraft, int> Set) : NumericShape("a time in seconds from 0")
{
    protected override bool TrySet(TranscriptDraft draft, double value)
    {
        var milliseconds = Math.Round(value * 1000);
        if (milliseconds is < 0 or > int.MaxValue) return false;
        Set(draft, (int)milliseconds);
        return true;
    }
}
