using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Access;

/// <summary>Owner and visibility as tags of the job, by which another installation knows them.</summary>
/// <remarks>They are on the job from its creation on, so that nothing is lost between the service's answer and the console's own record.</remarks>
public static class OwnerTags
{
    /// <summary>Keys that begin with this are the console's own; nobody enters them.</summary>
    public const string Prefix = "transcribeconsole:";

    private const int Count = 2; // of a job's tags

    private const string Owner = $"{Prefix}owner";
    private const string Visibility = $"{Prefix}visibility";
    private const string Team = "team";
    private const string Private = "private";

    public static bool IsOwn(string? key) => key?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true;

    /// <param name="tags">All tags of a job, these among them.</param>
    /// <exception cref="AwsFailureException">BadRequest: the service takes fewer.</exception>
    internal static void CheckRoom(int tags, int most)
    {
        if (tags > most) throw new AwsFailureException(AwsFailureKind.BadRequest, $"Tags: a job can have up to {most - Count} besides the {Count} in which the console keeps its owner.");
    }

    internal static IReadOnlyList<Tag> Of(JobOwnership ownership) => [new() { Key = Owner, Value = ownership.Owner }, VisibilityOf(ownership)];

    internal static Tag VisibilityOf(JobOwnership ownership) => new() { Key = Visibility, Value = ownership.Visibility == JobVisibility.Team ? Team : Private };

    /// <returns>Null: the job does not tell; it was made elsewhere.</returns>
    internal static JobOwnership? Read(IReadOnlyCollection<Tag>? tags) =>
        tags?.FirstOrDefault(tag => tag.Key == Owner)?.Value is { Length: > 0 } owner
            ? new JobOwnership(owner, tags.Any(tag => tag.Key == Visibility && tag.Value == Team) ? JobVisibility.Team : JobVisibility.Private)
            : null;
}
