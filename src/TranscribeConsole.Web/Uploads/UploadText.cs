using System.Globalization;

namespace TranscribeConsole.Web.Uploads;

/// <summary>Figures of an upload for people.</summary>
internal static class UploadText
{
    private static readonly string[] Units = ["bytes", "KB", "MB", "GB"];

    /// <summary>For example <c>12.3 MB</c>; steps of 1024, as the service counts its 2 GB.</summary>
    public static string Bytes(double bytes)
    {
        var unit = 0;
        for (; bytes >= 1024 && unit < Units.Length - 1; unit++) bytes /= 1024;
        if (unit == 0 && bytes == 1) return "1 byte";
        return string.Create(CultureInfo.InvariantCulture, $"{bytes.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {Units[unit]}");
    }

    /// <summary>For example <c>3.1 MB of 12.3 MB (25 %), 1.5 MB/s, about 6 s left</c>; speed and time once they are known.</summary>
    public static string Progress(UploadState state)
    {
        var percent = state.Size > 0 ? 100 * state.Sent / state.Size : 0;
        var text = $"{Bytes(state.Sent)} of {Bytes(state.Size)} ({percent} %)";
        if (state.BytesPerSecond > 0) text += $", {Bytes(state.BytesPerSecond)}/s";
        return state.TimeLeft is { } left ? $"{text}, about {Duration(left)} left" : text;
    }

    /// <summary>What stands under the bar of an upload under way.</summary>
    public static string Figures(UploadState state) => state.Phase switch
    {
        UploadPhase.Waiting => "Waiting",
        UploadPhase.Completing => $"{Bytes(state.Size)} sent. Storing the file…",
        _ => Progress(state),
    };

    private static string Duration(TimeSpan left) =>
        left.TotalHours >= 1 ? $"{(int)left.TotalHours} h {left.Minutes} min"
        : left.TotalMinutes >= 1 ? $"{left.Minutes} min {left.Seconds} s"
        : $"{Math.Max(1, (int)Math.Ceiling(left.TotalSeconds))} s";
}
