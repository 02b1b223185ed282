using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>The tags of an object as a request has them, in a header or in a body, and their rules.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html"/></remarks>
internal static partial class ObjectTags
{
    private const string HeaderName = "x-amz-tagging";
    private const int MaxTags = 10;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;
    private const int MaxBytes = 64 * 1024; // ten of the longest tags, every character an entity

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The header's tags, written like a query; none when it is not there.</summary>
    /// <exception cref="Protocols.ServiceErrorException">InvalidArgument, InvalidTag, or BadRequest for too many.</exception>
    public static IReadOnlyDictionary<string, string> OfHeader(S3Request request)
    {
        var tags = new Dictionary<string, string>();
        if (request.Header(HeaderName) is not { } header) return tags;
        foreach (var pair in header.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = equals < 0 ? (Decode(pair), "") : (Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
            if (key is null || value is null || !tags.TryAdd(key, value))
            {
                throw S3Errors.InvalidArgument(
                    HeaderName, header, $"The header '{HeaderName}' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.");
            }
        }

        return Checked(tags);
    }

    /// <summary>The tags of the body of PutObjectTagging.</summary>
    /// <exception cref="Protocols.ServiceErrorException">MalformedXML, InvalidTag, or BadRequest for too many.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> OfBodyAsync(S3Request request)
    {
        var tagging = await S3Xml.ReadAsync(request, "Tagging", MaxBytes) ?? throw S3Errors.MalformedXml();
        if (tagging.Elements().ToList() is not [{ Name.LocalName: "TagSet" } set]) throw S3Errors.MalformedXml();
        var tags = new Dictionary<string, string>();
        foreach (var (key, value) in set.Elements().Select(Parse))
        {
            if (!tags.TryAdd(key, value)) throw S3Errors.InvalidTag("Cannot provide multiple Tags with the same key");
        }

        return Checked(tags);
    }

    private static (string Key, string Value) Parse(XElement tag) =>
        tag.Name.LocalName == "Tag" && tag.Text("Key") is { } key && tag.Text("Value") is { } value ? (key, value) : throw S3Errors.MalformedXml();

    private static Dictionary<string, string> Checked(Dictionary<string, string> tags)
    {
        if (tags.Count > MaxTags) throw S3Errors.TooManyTags(MaxTags);
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > MaxKeyLength || !Allowed().IsMatch(key)) throw S3Errors.InvalidTag("The TagKey you have provided is invalid");
            if (value.Length > MaxValueLength || !Allowed().IsMatch(value)) throw S3Errors.InvalidTag("The TagValue you have provided is invalid");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) throw S3Errors.InvalidTag("System tags cannot be added/updated by requester");
        }

        return tags;
    }

    private static string? Decode(string text)
    {
        if (PercentEncoding.Decode(text, plusIsSpace: true) is not { } bytes) return null;
        try { return StrictUtf8.GetString(bytes); }
        catch (DecoderFallbackException) { return null; }
    }

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex Allowed();
}
