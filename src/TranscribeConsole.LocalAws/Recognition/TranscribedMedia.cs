using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>What came of the media, with the values that the job shows: as declared, else as detected.</summary>
internal sealed record TranscribedMedia(Transcript Transcript, string MediaFormat, int MediaSampleRateHertz);
