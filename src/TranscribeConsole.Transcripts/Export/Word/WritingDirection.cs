namespace TranscribeConsole.Transcripts.Export.Word;

internal static class WritingDirection
{
    /// <summary>Whether the first letter is of a script written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their like.</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter)) continue;
            return letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE');
        }

        return false;
    }
}
