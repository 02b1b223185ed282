using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>A page of vocabularies or filters and the token of the next.</summary>
internal sealed record ListPage(IReadOnlyList<WordList> Lists, string? NextToken)
{
    private const int DefaultMaxResults = 5;

    /// <exception cref="Protocols.ServiceErrorException">BadRequestException that names every broken constraint, those of the caller too.</exception>
    public static void Check(Constraints check, string? nameContains, string? nextToken, int? maxResults)
    {
        check.Text("nameContains", nameContains, TextRule.Name);
        check.Text("nextToken", nextToken, TextRule.NextToken);
        check.Number("maxResults", maxResults, 1, 100);
        check.ThrowIfBroken();
    }

    public static ListPage Read(WordListStore lists, WordListFilter filter, string? nextToken, int? maxResults)
    {
        string[] bound = [filter.Kind, filter.State ?? "", filter.NameContains ?? ""];
        var before = nextToken is null ? (long?)null : PageToken.Decode(nextToken, bound);
        var size = maxResults ?? DefaultMaxResults;
        var found = lists.List(filter, before, size + 1); // one more says whether there is a next page
        return new([.. found.Take(size)], found.Count > size ? PageToken.Encode(found[size - 1].Id, bound) : null);
    }
}
