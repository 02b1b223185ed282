using TranscribeConsole.Components.Forms;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Ids of the wizard's controls, by the property of the form that they fill.</summary>
internal static class FieldIds
{
    public const string Name = "name";
    public const string Language = "language";
    public const string Source = "media-source";
    public const string Upload = "media-upload";
    public const string MediaUri = "media-uri";
    public const string Output = "output";
    public const string OutputUri = "output-uri";
    public const string SubtitleSrt = "subtitle-srt";
    public const string SubtitleVtt = "subtitle-vtt";
    public const string SubtitleStartIndex = "subtitle-start-index";
    public const string ChannelIdentification = "channel-identification";

    public static IReadOnlyList<SummaryError> Summary(IReadOnlyList<FieldError> errors, MediaSource source) =>
        [.. errors.Select(error => new SummaryError(Of(error.Field, source), error.Message))];

    private static string Of(string field, MediaSource source) => field switch
    {
        nameof(JobForm.Name) => Name,
        nameof(JobForm.LanguageCode) => Language,
        nameof(JobForm.MediaUri) => source == MediaSource.Upload ? Upload : MediaUri,
        nameof(JobForm.OutputUri) => OutputUri,
        nameof(JobForm.SubtitleSrt) => SubtitleSrt,
        nameof(JobForm.SubtitleStartIndex) => SubtitleStartIndex,
        nameof(JobForm.ChannelIdentification) => ChannelIdentification,
        _ => Output,
    };
}
