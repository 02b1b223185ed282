namespace TranscribeConsole.LocalAws.Recognition.Decoding;

/// <summary>What was found in a media file that can be transcribed.</summary>
/// <param name="Format">The service's name of the format.</param>
/// <param name="AudioStream">Index of the audio stream in the file.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="Duration">As the file states it; null when it does not. Not to be trusted.</param>
internal sealed record MediaDetails(string Format, int SampleRateHertz, int AudioStream, int Channels, TimeSpan? Duration);
