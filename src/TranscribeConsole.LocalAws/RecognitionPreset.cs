namespace TranscribeConsole.LocalAws;

/// <summary>How much search the built-in recogniser spends; measured figures stand in docs/benchmarks.md.</summary>
public enum RecognitionPreset
{
    /// <summary>About a third less CPU than <see cref="Balanced"/>, a few more wrong words.</summary>
    Fast,

    /// <summary>The default.</summary>
    Balanced,

    /// <summary>The widest search the engine offers.</summary>
    Best,
}
