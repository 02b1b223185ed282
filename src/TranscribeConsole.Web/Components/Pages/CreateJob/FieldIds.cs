using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TranscribeConsole.Components.Forms;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Ids of the wizard's controls: the property of the form that they fill, in kebab case.</summary>
internal static partial class FieldIds
{
    public const string Source = "media-source";
    public const string Upload = "media-upload";

    /// <summary>Property of a field that is none of the form's: the name of one file's job, <c>Names[2]</c>.</summary>
    public const string Names = "Names";

    private static readonly FrozenDictionary<string, string> Properties =
        typeof(JobForm).GetProperties().ToFrozenDictionary(property => property.Name, property => JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name));

    private static readonly FrozenSet<string> OfConfiguration = new[]
    {
        nameof(JobForm.AudioIdentification), nameof(JobForm.AudioIdentificationType), nameof(JobForm.MaxSpeakers), nameof(JobForm.AlternativeResults), nameof(JobForm.MaxAlternatives),
        nameof(JobForm.ToxicityDetection), nameof(JobForm.PiiRedaction), nameof(JobForm.PiiEntityTypes), nameof(JobForm.IncludeUnredacted), nameof(JobForm.VocabularyFiltering),
        nameof(JobForm.VocabularyFilterName), nameof(JobForm.VocabularyFilterMethod), nameof(JobForm.CustomVocabulary), nameof(JobForm.VocabularyName), nameof(JobForm.PerLanguage),
    }.ToFrozenSet();

    /// <param name="field">Property of the form, or a path such as <c>Tags[2].Key</c> and <c>PerLanguage[de-DE].VocabularyName</c>.</param>
    public static string Of(string field)
    {
        if (Properties.TryGetValue(field, out var id)) return id;
        if (Path().Match(field) is not { Success: true } path) return Properties[nameof(JobForm.Name)];
        var (property, index, member) = (path.Groups["property"].Value, path.Groups["index"].Value, path.Groups["member"].Value);
        return property switch
        {
            nameof(JobForm.Tags) => $"tags-{index}-{(member == nameof(JobTag.Value) ? "value" : "key")}",
            nameof(JobForm.PerLanguage) => OfLanguage(index, member),
            Names => $"names-{index}",
            _ => Properties.GetValueOrDefault(property, Properties[nameof(JobForm.Name)]),
        };
    }

    /// <summary>The control of one language's choice.</summary>
    /// <param name="member">Property of <see cref="LanguageChoices"/>.</param>
    public static string OfLanguage(string code, string member) => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(member)}-{code}";

    /// <summary>The step on which the field is, 1 or 2.</summary>
    public static int StepOf(string field) => OfConfiguration.Contains(field.Split('[', '.')[0]) ? 2 : 1;

    /// <summary>The errors of one step, each with the control that it leads to.</summary>
    public static IReadOnlyList<SummaryError> Summary(IEnumerable<FieldError> errors, int step, MediaSource source) =>
        [.. errors.Where(error => StepOf(error.Field) == step).Select(error => new SummaryError(error.Field == nameof(JobForm.MediaUri) && source == MediaSource.Upload ? Upload : Of(error.Field), OfTag(error.Field) + error.Message))];

    /// <summary>Where many fields have the same label, the one that is meant, as in <c>Tag 2: </c>; else nothing.</summary>
    public static string OfTag(string field) =>
        Path().Match(field) is { Success: true } path && path.Groups["property"].Value == nameof(JobForm.Tags) && int.TryParse(path.Groups["index"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? string.Create(CultureInfo.InvariantCulture, $"Tag {index + 1}: ")
            : "";

    [GeneratedRegex(@"^(?<property>\w+)\[(?<index>[^\]]+)\](\.(?<member>\w+))?$")]
    private static partial Regex Path();
}
