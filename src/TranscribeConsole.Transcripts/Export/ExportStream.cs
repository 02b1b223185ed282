using System.Text;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>How exports write to the stream they are given, which stays open.</summary>
internal static class ExportStream
{
    private static readonly UTF8Encoding Utf8WithoutBom = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly UTF8Encoding Utf8WithBom = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>A writer of UTF-8 with LF. Never dispose it: that would write once more after a failed or cancelled write, and it holds nothing else.</summary>
    public static StreamWriter TextWriter(Stream to, bool byteOrderMark = false) =>
        new(to, byteOrderMark ? Utf8WithBom : Utf8WithoutBom, bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" };
}
