namespace TranscribeConsole.LocalAws.Recognition.Decoding;

/// <summary>A media file in ffprobe's words.</summary>
/// <param name="FormatName">Names of the demuxer, for example <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</param>
/// <param name="MajorBrand">The <c>ftyp</c> brand of MPEG-4 files.</param>
/// <param name="HasVideo">Whether there are moving pictures; a cover picture does not count.</param>
internal sealed record DetectedMedia(
    string FormatName, string? MajorBrand, bool HasVideo, TimeSpan? Duration, DetectedAudio? Audio);

/// <summary>The first audio stream of a media file.</summary>
/// <param name="Index">Of the stream in the file.</param>
internal sealed record DetectedAudio(int Index, string Codec, int SampleRateHertz, int Channels);
