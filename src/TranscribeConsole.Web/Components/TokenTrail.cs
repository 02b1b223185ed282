namespace TranscribeConsole.Web.Components;

/// <summary>The way through pages that are read by opaque tokens: the service names the next page only, so the earlier ones are kept for the way back.</summary>
public sealed class TokenTrail
{
    private readonly List<string?> _tokens = [null]; // of the pages up to this one; the first page has none
    private bool _complete = true;

    /// <summary>Of the page shown; null: the first.</summary>
    public string? Current => _tokens[^1];

    /// <summary>Of the page before; null: the first.</summary>
    public string? Previous => _tokens.Count > 1 ? _tokens[^2] : null;

    public bool HasPrevious => _tokens.Count > 1;

    /// <summary>From 1; null when it is not known, as after opening an address with a token.</summary>
    public int? PageNumber => _complete ? _tokens.Count : null;

    /// <summary>Back to the first page, as after another search.</summary>
    public void Restart()
    {
        _tokens.RemoveRange(1, _tokens.Count - 1);
        _complete = true;
    }

    /// <summary>A page is to be shown: one seen before, the one after the last, or one from somewhere else.</summary>
    /// <param name="next">What the page shown so far named as the next; null: none, or no page was shown.</param>
    public void MoveTo(string? token, string? next)
    {
        if (token is null)
        {
            Restart();
        }
        else if (_tokens.IndexOf(token) is > 0 and var known)
        {
            _tokens.RemoveRange(known + 1, _tokens.Count - known - 1);
        }
        else
        {
            _complete &= next == token;
            _tokens.Add(token);
        }
    }
}
