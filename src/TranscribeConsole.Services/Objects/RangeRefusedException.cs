namespace TranscribeConsole.Services.Objects;

/// <summary>The range that was asked for begins beyond the object's end.</summary>
public sealed class RangeRefusedException(Exception innerException) : Exception("The range is beyond the end of the object.", innerException);
