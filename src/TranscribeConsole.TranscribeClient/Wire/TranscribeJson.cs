using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace Amazon.TranscribeService.Wire;

/// <summary>How a type of the service is read and written.</summary>
internal static class TranscribeJson
{
    private static readonly JsonSerializerOptions Options = new(TranscribeJsonContext.Default.Options)
    {
        TypeInfoResolver = TranscribeJsonContext.Default.WithAddedModifier(LeaveOutWhatIsNotOnTheWire),
    };

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    // Status, length and metadata of a response are set by the SDK; a member of the body with such a name is not them.
    private static void LeaveOutWhatIsNotOnTheWire(JsonTypeInfo info)
    {
        if (!info.Type.IsSubclassOf(typeof(AmazonWebServiceResponse))) return;
        for (var i = info.Properties.Count - 1; i >= 0; i--)
            if (typeof(AmazonWebServiceResponse).GetProperty(info.Properties[i].Name) is not null) info.Properties.RemoveAt(i);
    }
}
