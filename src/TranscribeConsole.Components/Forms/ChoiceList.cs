using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TranscribeConsole.Components.Forms;

/// <summary>Options in the form that the script of the filtering selects reads: it lists and filters them without the circuit.</summary>
internal sealed class ChoiceList
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is an attribute's value, escaped as such
    };

    // Circuits that are handed the same list share its text, too: that of the languages is 10 kB.
    private static readonly ConditionalWeakTable<IReadOnlyList<SelectGroup>, string> Texts = [];

    private IReadOnlyList<SelectGroup>? _groups;

    /// <summary>The options as JSON; the same list is written once.</summary>
    public string Text { get; private set; } = "[]";

    public void Take(IReadOnlyList<SelectGroup> groups)
    {
        if (ReferenceEquals(groups, _groups)) return;
        _groups = groups;
        Text = Texts.GetValue(groups, list => JsonSerializer.Serialize(list, Json));
    }

    /// <summary>What the option of this value is called; a value that is not listed stands for itself.</summary>
    public string NameOf(string value) =>
        _groups?.SelectMany(group => group.Options).FirstOrDefault(option => option.Value == value)?.Text ?? value;

    public static string Write(IReadOnlyList<string> values) => JsonSerializer.Serialize(values, Json);

    public static IReadOnlyList<string> Read(string? values) => JsonSerializer.Deserialize<string[]>(values ?? "[]", Json) ?? [];
}
