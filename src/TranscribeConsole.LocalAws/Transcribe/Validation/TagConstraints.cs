using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe.Validation;

/// <summary>Rules of tags, the same at Start and at TagResource.</summary>
internal static class TagConstraints
{
    /// <summary>Most tags that one resource may have.</summary>
    public const int MaxTags = 50;

    public static void Check(Constraints check, IReadOnlyList<Tag?>? tags)
    {
        check.Count("tags", tags?.Select(tag => tag?.Key), 1, 200);
        for (var i = 0; i < tags?.Count; i++)
        {
            var path = $"tags.{i + 1}.member";
            if (!check.Required(path, tags[i])) continue;
            check.RequiredText($"{path}.key", tags[i]!.Key, TextRule.TagKey);
            check.RequiredText($"{path}.value", tags[i]!.Value, TextRule.TagValue);
        }
    }

    /// <summary>Rules across tags whose form is right already.</summary>
    public static void CheckTogether(IReadOnlyList<Tag?>? tags)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            if (tag!.Key!.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw TranscribeErrors.BadRequest($"The tag key '{tag.Key}' starts with 'aws:', which is reserved. Use a different tag key.");
            if (!keys.Add(tag.Key))
                throw TranscribeErrors.BadRequest($"The tag key '{tag.Key}' appears more than once. Tag keys must be unique.");
        }

        if (keys.Count > MaxTags)
            throw TooMany();
    }

    public static Protocols.ServiceErrorException TooMany() =>
        TranscribeErrors.BadRequest($"A resource can't have more than {MaxTags} tags. Remove some Tags and try your request again.");
}
