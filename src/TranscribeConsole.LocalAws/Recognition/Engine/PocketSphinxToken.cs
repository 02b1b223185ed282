namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>The engine's tokens: words, second pronunciations such as <c>can(2)</c>, and fillers such as <c>&lt;sil&gt;</c>.</summary>
internal static class PocketSphinxToken
{
    /// <summary>The word in a token, or null when it is a filler.</summary>
    public static string? WordOf(string token)
    {
        if (token.Length == 0 || token[0] is '<' or '[' || token.StartsWith("++", StringComparison.Ordinal)) return null;
        var pronunciation = token.IndexOf('(', StringComparison.Ordinal);
        return pronunciation > 0 ? token[..pronunciation] : token;
    }
}
