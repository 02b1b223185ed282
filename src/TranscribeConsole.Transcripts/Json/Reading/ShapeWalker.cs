using System.Text;
using System.Text.Json;

namespace TranscribeConsole.Transcripts.Json.Reading;

/// <summary>Follows a document token by token, hands each value to its shape and says where in the document a mistake is.</summary>
internal sealed class ShapeWalker(JsonShape document, TranscriptDraft draft, TranscriptLimits limits)
{
    private readonly Frame[] _open = new Frame[limits.MaxDepth];
    private int _depth;
    private int _skipped; // containers open inside a value that nobody reads
    private int _entries;

    private struct Frame
    {
        public JsonShape Shape;
        public JsonShape? Member;
        public string? Name;
        public int Index; // of the list entry, or of the member last found
    }

    /// <summary>Takes the reader's current token.</summary>
    public void Accept(ref Utf8JsonReader json)
    {
        CheckSize(ref json);
        if (_skipped > 0) Skip(json.TokenType);
        else if (json.TokenType == JsonTokenType.PropertyName) EnterMember(ref json);
        else if (json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) Leave();
        else EnterValue(ref json);
    }

    private void CheckSize(ref Utf8JsonReader json)
    {
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && json.CurrentDepth >= limits.MaxDepth)
            throw new TranscriptFormatException($"The transcript is nested deeper than {limits.MaxDepth} levels.");
        if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && json.ValueSpan.Length > limits.MaxStringBytes)
            throw TooLongString(limits);
    }

    public static TranscriptFormatException TooLongString(TranscriptLimits limits) =>
        new($"The transcript holds a text of more than {limits.MaxStringBytes} bytes.");

    private void Skip(JsonTokenType token)
    {
        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray) _skipped++;
        else if (token is JsonTokenType.EndObject or JsonTokenType.EndArray) _skipped--;
    }

    private void EnterMember(ref Utf8JsonReader json)
    {
        ref var frame = ref _open[_depth - 1];
        var shape = (ObjectShape)frame.Shape;
        (frame.Name, frame.Member) = (null, null);
        var found = shape.Find(ref json, frame.Index + 1);
        if (found >= 0)
        {
            frame.Index = found;
            (frame.Name, frame.Member) = shape.Members[found];
            return;
        }

        if (shape.Others is null) return;
        draft.MemberName = json.GetString()!;
        (frame.Name, frame.Member) = (draft.MemberName, shape.Others);
    }

    private void EnterValue(ref Utf8JsonReader json)
    {
        var shape = NextShape();
        switch (shape)
        {
            case ForeignShape foreign:
                throw new TranscriptFormatException(foreign.Message);
            case null:
                Skip(json.TokenType);
                break;
            case ObjectShape when json.TokenType == JsonTokenType.StartObject:
                Open(shape);
                break;
            case ListShape when json.TokenType == JsonTokenType.StartArray:
                Open(shape);
                break;
            default:
                if (json.TokenType == JsonTokenType.Null && _depth > 0) break; // absent
                if (shape is ValueShape value && value.TryRead(ref json, draft)) break;
                throw Mismatch(ref json, shape);
        }
    }

    private JsonShape? NextShape()
    {
        if (_depth == 0) return document;
        ref var frame = ref _open[_depth - 1];
        if (frame.Shape is not ListShape list) return frame.Member;
        frame.Index++;
        if (++_entries > limits.MaxItems)
            throw new TranscriptFormatException($"The transcript holds more than {limits.MaxItems} list entries.");
        return list.Element;
    }

    private void Open(JsonShape shape)
    {
        (shape is ObjectShape o ? o.Begin : ((ListShape)shape).Begin)?.Invoke(draft);
        _open[_depth++] = new Frame { Shape = shape, Index = -1 };
    }

    private void Leave()
    {
        _depth--;
        if (_open[_depth].Shape is ObjectShape shape) shape.End?.Invoke(draft);
    }

    private TranscriptFormatException Mismatch(ref Utf8JsonReader json, JsonShape shape)
    {
        if (_depth == 0) return new TranscriptFormatException("The file is JSON but not a transcript: it should be an object.");
        return new TranscriptFormatException($"Not a transcript: {Path()} should be {shape.Expected}, but is {Found(ref json)}.");
    }

    /// <summary>Where the current value stands, such as <c>results.items[3].start_time</c>.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        foreach (var frame in _open.AsSpan(0, _depth))
        {
            if (frame.Shape is ListShape) path.Append('[').Append(frame.Index).Append(']');
            else path.Append(path.Length > 0 ? "." : "").Append(frame.Name);
        }

        return path.ToString();
    }

    private static string Found(ref Utf8JsonReader json)
    {
        const int Shown = 30;
        return json.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String when json.ValueSpan.Length <= Shown => $"\"{json.GetString()}\"",
            JsonTokenType.String => "a longer text",
            JsonTokenType.Number when json.ValueSpan.Length <= Shown => Encoding.ASCII.GetString(json.ValueSpan),
            JsonTokenType.Number => "a longer number",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => "null",
        };
    }
}
