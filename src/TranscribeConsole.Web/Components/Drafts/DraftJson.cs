using System.Text.Json;
using System.Text.Json.Serialization;

namespace TranscribeConsole.Web.Components.Drafts;

/// <summary>How forms are written for the browser. What comes back was out of our hands: it is read as input, and anything odd is no form.</summary>
internal static class DraftJson
{
    /// <summary>Of one field.</summary>
    public const int MaxText = 4_096;

    /// <summary>Of one list, such as tags.</summary>
    public const int MaxEntries = 500;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        MaxDepth = 8,
    };

    public static string Write<T>(T kept) => JsonSerializer.Serialize(kept, Options);

    /// <summary>Null when the text is none of this type.</summary>
    public static T? Read<T>(string text)
        where T : class
    {
        if (text.Length == 0) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
