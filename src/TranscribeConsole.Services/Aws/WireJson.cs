using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace TranscribeConsole.Services.Aws;

/// <summary>A request or response of Amazon Transcribe as the JSON it is on the wire, from the public members of the SDK's shapes.</summary>
internal static class WireJson
{
    private const string Models = "Amazon.TranscribeService.Model";

    // Read by people and pasted into shells and editors, never put into HTML as it is.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Indented(JsonNode node) => node.ToJsonString(Readable);

    public static string Compact(JsonNode node) => node.ToJsonString(OneLine);

    /// <summary>Members that are null are absent.</summary>
    public static JsonNode Of(object value) => value switch
    {
        string text => JsonValue.Create(text),
        ConstantClass constant => JsonValue.Create(constant.Value),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        float number => JsonValue.Create(number),
        DateTime time => JsonValue.Create((decimal)(time.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, Child(map[key])))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Child)]),
        _ => new JsonObject(MembersOf(value)),
    };

    private static JsonNode? Child(object? value) => value is null ? null : Of(value);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> MembersOf(object value) =>
        from property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.DeclaringType?.Namespace == Models && property.GetIndexParameters().Length == 0
        let member = property.GetValue(value)
        where member is not null
        select KeyValuePair.Create(property.Name, Child(member));
}
