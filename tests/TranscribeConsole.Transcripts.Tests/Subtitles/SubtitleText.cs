using System.Globalization;
using System.Text;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.Transcripts.Tests.Subtitles;

/// <summary>A cue as a player reads it.</summary>
internal sealed record ReadCue(int Number, TimeSpan Start, TimeSpan End, string[] Lines);

internal static class SubtitleText
{
    public static async Task<string> OfAsync(Transcript transcript, SubtitleFormat format, int startIndex = 1)
    {
        using var to = new MemoryStream();
        await SubtitleWriter.WriteAsync(transcript, format, startIndex, to, CancellationToken.None);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    public static async Task<ReadCue[]> SrtCuesAsync(Transcript transcript)
    {
        return Cues(await OfAsync(transcript, SubtitleFormat.Srt));
    }

    public static ReadCue[] Cues(string srt) => srt.Length == 0 ? [] : [.. srt.TrimEnd('\n').Split("\n\n").Select(Read)];

    private static ReadCue Read(string block)
    {
        var lines = block.Split('\n');
        var times = lines[1].Split(" --> ").Select(time => TimeSpan.ParseExact(time, @"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture)).ToArray();
        return new ReadCue(int.Parse(lines[0], CultureInfo.InvariantCulture), times[0], times[1], lines[2..]);
    }
}
