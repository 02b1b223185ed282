using System.Text;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>What follows the last chunk of an aws-chunked body.</summary>
/// <param name="Fields">In order, lower-case names.</param>
/// <param name="Signature">Of the fields; null when there is none.</param>
internal sealed record AwsTrailers(IReadOnlyList<KeyValuePair<string, string>> Fields, string? Signature)
{
    private const string SignatureName = "x-amz-trailer-signature";

    /// <summary>Null when the bytes are not lines of <c>name:value</c> up to a CRLF, the signature last.</summary>
    /// <remarks>Some clients end a field with LF CRLF, as the service's own documentation shows; empty lines in between do no harm.</remarks>
    public static AwsTrailers? Parse(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.EndsWith("\r\n"u8) || bytes.ContainsAnyExceptInRange((byte)'\n', (byte)'~')) return null;
        var fields = new List<KeyValuePair<string, string>>();
        string? signature = null;
        foreach (var text in Encoding.ASCII.GetString(bytes).Split('\n'))
        {
            var line = text.Trim();
            if (line.Length == 0) continue;
            if (signature is not null || line.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var value]) return null;
            if (name.Equals(SignatureName, StringComparison.OrdinalIgnoreCase)) signature = value;
            else fields.Add(new(name.ToLowerInvariant(), value));
        }

        return new AwsTrailers(fields, signature);
    }

    public string ToCanonicalString() => string.Concat(Fields.Select(field => $"{field.Key}:{field.Value}\n"));
}
