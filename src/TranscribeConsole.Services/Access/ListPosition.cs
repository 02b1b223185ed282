using System.Globalization;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Access;

/// <summary>Where a list goes on of which the caller does not see everything: so many jobs into the service's page of that token.</summary>
/// <param name="Token">Null: the service's first page.</param>
internal sealed record ListPosition(int Used, string? Token)
{
    private const char Separator = '.';

    /// <exception cref="AwsFailureException">BadRequest: it is no such token.</exception>
    public static ListPosition Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new ListPosition(0, null);
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at > 0 && int.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var used)
            ? new ListPosition(used, at + 1 < text.Length ? text[(at + 1)..] : null)
            : throw new AwsFailureException(AwsFailureKind.BadRequest, "This page of the list is no longer known. Begin with the first one.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Used}{Separator}{Token}");
}
