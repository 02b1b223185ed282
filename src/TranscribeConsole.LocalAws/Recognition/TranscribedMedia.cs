using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>What came of the media, with the values that the job shows: as declared, else as detected.</summary>
/// <param name="Languages">What identification found; null when the job names its language.</param>
internal sealed record TranscribedMedia(Transcript Transcript, string MediaFormat, int MediaSampleRateHertz, IdentifiedLanguages? Languages = null);
