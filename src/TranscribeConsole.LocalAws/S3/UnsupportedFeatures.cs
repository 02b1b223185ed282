namespace TranscribeConsole.LocalAws.S3;

/// <summary>Headers and parameters that ask for what the backend does not do: refused, never ignored.</summary>
internal static class UnsupportedFeatures
{
    private static readonly string[] Headers =
    [
        "x-amz-server-side-encryption", "x-amz-copy-source-server-side-encryption", "x-amz-grant-", "x-amz-object-lock-",
        "x-amz-bucket-object-lock-enabled", "x-amz-website-redirect-location", "x-amz-request-payer", "x-amz-mfa",
        "x-amz-write-offset-bytes", "x-amz-optional-object-attributes", "x-amz-bypass-governance-retention", "x-amz-rename-source",
        "x-amz-if-match-", "x-amz-bucket-namespace", "x-amz-annotation",
    ];

    // These say what is the case anyway.
    private static readonly Dictionary<string, string[]> Harmless = new()
    {
        ["x-amz-acl"] = ["private", "bucket-owner-full-control"],
        ["x-amz-storage-class"] = ["STANDARD"],
        ["x-amz-object-ownership"] = ["BucketOwnerEnforced"],
    };

    private static readonly string[] OwnerHeaders = ["x-amz-expected-bucket-owner", "x-amz-source-expected-bucket-owner"];

    /// <exception cref="Protocols.ServiceErrorException">NotImplemented naming the header, or AccessDenied for another account's bucket.</exception>
    public static void Refuse(S3Request request)
    {
        foreach (var header in request.Headers)
        {
            if (Array.Exists(Headers, prefix => header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) && !IsNothing(header.Key, header.Value.ToString()))
                throw S3Errors.NotImplemented($"the header {header.Key.ToLowerInvariant()}");
        }

        foreach (var (name, values) in Harmless)
        {
            if (request.Header(name) is { } value && !values.Contains(value)) throw S3Errors.NotImplemented($"{name}: {value}");
        }

        foreach (var name in OwnerHeaders)
        {
            if (request.Header(name) is { } owner && owner != LocalAwsAccount.Id) throw S3Errors.AccessDenied();
        }
    }

    // There is no lock to switch on.
    private static bool IsNothing(string header, string value) =>
        value.Length == 0
        || (header.Equals("x-amz-bucket-object-lock-enabled", StringComparison.OrdinalIgnoreCase) && value.Equals("false", StringComparison.OrdinalIgnoreCase));
}
