using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.TranscribeService.Wire;

/// <summary>An enumeration is a string on the wire; a value that is not listed passes through.</summary>
internal sealed class ConstantConverter<T> : JsonConverter<T>
    where T : ConstantClass, IConstant<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.FindValue(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
