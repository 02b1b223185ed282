using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>A part as the completion names it.</summary>
/// <param name="ETag">Without quotes.</param>
/// <param name="Checksums">Base64 by upper-case algorithm name; often empty.</param>
internal sealed record NamedPart(int Number, string ETag, IReadOnlyDictionary<string, string> Checksums);

/// <summary>The body of CompleteMultipartUpload.</summary>
internal static class CompletionRequest
{
    private const int MaxBytes = 4 * 1024 * 1024; // 10,000 parts

    /// <exception cref="Protocols.ServiceErrorException">MalformedXML.</exception>
    public static async Task<IReadOnlyList<NamedPart>> ReadAsync(S3Request request)
    {
        var document = await S3Xml.ReadAsync(request, "CompleteMultipartUpload", MaxBytes) ?? throw S3Errors.MalformedXml();
        var parts = document.Elements().Where(element => element.Name.LocalName == "Part").Select(Parse).ToList();
        return parts.Count is 0 or > MultipartOperations.MaxPartNumber ? throw S3Errors.MalformedXml() : parts;
    }

    /// <summary>The ETag of the object that these parts make: the MD5 of their MD5s, and their number. Null when an ETag is no MD5.</summary>
    public static string? ETagOf(IReadOnlyList<NamedPart> parts)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var bytes = new byte[MD5.HashSizeInBytes];
        foreach (var part in parts)
        {
            if (Convert.FromHexString(part.ETag, bytes, out _, out var length) != System.Buffers.OperationStatus.Done || length != bytes.Length) return null;
            md5.AppendData(bytes);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(md5.GetHashAndReset())}-{parts.Count}");
    }

    private static NamedPart Parse(XElement part)
    {
        if (!int.TryParse(part.Text("PartNumber")?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || part.Text("ETag") is not { } etag)
            throw S3Errors.MalformedXml();
        var checksums = Checksum.All.Select(Checksum.NameOf)
            .Select(name => (Name: name, Value: part.Text("Checksum" + name)))
            .Where(checksum => checksum.Value is not null)
            .ToDictionary(checksum => checksum.Name, checksum => checksum.Value!);
        return new NamedPart(number, ReadConditions.Unquote(etag), checksums);
    }
}
