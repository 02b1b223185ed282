namespace TranscribeConsole.Web.Endpoints;

/// <summary>A form in which a transcript can be downloaded.</summary>
/// <param name="Extension">In addresses and file names, without period.</param>
internal sealed record TranscriptFormat(string Extension, string ContentType)
{
    public static readonly TranscriptFormat Json = new("json", "application/json");
    public static readonly TranscriptFormat Text = new("txt", "text/plain; charset=utf-8");
    public static readonly TranscriptFormat Srt = new("srt", "application/x-subrip");
    public static readonly TranscriptFormat Vtt = new("vtt", "text/vtt; charset=utf-8");

    public static readonly IReadOnlyList<TranscriptFormat> All = [Json, Text, Srt, Vtt];

    public static TranscriptFormat? Find(string extension) => All.FirstOrDefault(f => f.Extension == extension);
}
