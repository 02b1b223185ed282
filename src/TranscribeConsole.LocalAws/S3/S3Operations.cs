using static TranscribeConsole.LocalAws.S3.S3Scope;
using static TranscribeConsole.LocalAws.S3.S3Support;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>Every operation of the S3 API; requests are dispatched by this table, so what it does not support cannot be done silently.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html"/>, read in 2026.</remarks>
internal static class S3Operations
{
    public static IReadOnlyList<S3Operation> All { get; } =
    [
        new(Supported, "ListBuckets", "GET", Service, []),

        new(Supported, "CreateBucket", "PUT", Bucket, []),
        new(Supported, "HeadBucket", "HEAD", Bucket, []),
        new(Supported, "DeleteBucket", "DELETE", Bucket, []),
        new(Supported, "GetBucketLocation", "GET", Bucket, ["location"]),
        new(Supported, "ListObjectsV2", "GET", Bucket, ["list-type=2"]),
        new(Supported, "ListMultipartUploads", "GET", Bucket, ["uploads"]),
        new(Supported, "DeleteObjects", "POST", Bucket, ["delete"]),

        new(Supported, "PutObject", "PUT", S3Scope.Object, []),
        new(Supported, "GetObject", "GET", S3Scope.Object, []),
        new(Supported, "HeadObject", "HEAD", S3Scope.Object, []),
        new(Supported, "DeleteObject", "DELETE", S3Scope.Object, []),
        new(Supported, "CopyObject", "PUT", S3Scope.Object, [], "x-amz-copy-source"),
        new(Supported, "CreateMultipartUpload", "POST", S3Scope.Object, ["uploads"]),
        new(Supported, "UploadPart", "PUT", S3Scope.Object, ["partNumber", "uploadId"]),
        new(Supported, "ListParts", "GET", S3Scope.Object, ["uploadId"]),
        new(Supported, "CompleteMultipartUpload", "POST", S3Scope.Object, ["uploadId"]),
        new(Supported, "AbortMultipartUpload", "DELETE", S3Scope.Object, ["uploadId"]),

        new(Planned, "ListObjects", "GET", Bucket, []),
        new(Planned, "UploadPartCopy", "PUT", S3Scope.Object, ["partNumber", "uploadId"], "x-amz-copy-source"),
        new(Planned, "GetObject (one part)", "GET", S3Scope.Object, ["partNumber"]),
        new(Planned, "HeadObject (one part)", "HEAD", S3Scope.Object, ["partNumber"]),
        new(Planned, "GetObjectAttributes", "GET", S3Scope.Object, ["attributes"]),
        new(Planned, "GetObjectTagging", "GET", S3Scope.Object, ["tagging"]),
        new(Planned, "PutObjectTagging", "PUT", S3Scope.Object, ["tagging"]),
        new(Planned, "DeleteObjectTagging", "DELETE", S3Scope.Object, ["tagging"]),
        new(Planned, "GetBucketCors", "GET", Bucket, ["cors"]),
        new(Planned, "PutBucketCors", "PUT", Bucket, ["cors"]),
        new(Planned, "DeleteBucketCors", "DELETE", Bucket, ["cors"]),
        new(Planned, "GetBucketLifecycleConfiguration", "GET", Bucket, ["lifecycle"]),
        new(Planned, "PutBucketLifecycleConfiguration", "PUT", Bucket, ["lifecycle"]),
        new(Planned, "DeleteBucketLifecycle", "DELETE", Bucket, ["lifecycle"]),

        new(Excluded, "GetObject (one version)", "GET", S3Scope.Object, ["versionId"]),
        new(Excluded, "HeadObject (one version)", "HEAD", S3Scope.Object, ["versionId"]),
        new(Excluded, "DeleteObject (one version)", "DELETE", S3Scope.Object, ["versionId"]),
        new(Excluded, "ListObjectVersions", "GET", Bucket, ["versions"]),
        new(Excluded, "GetBucketVersioning", "GET", Bucket, ["versioning"]),
        new(Excluded, "PutBucketVersioning", "PUT", Bucket, ["versioning"]),
        new(Excluded, "GetBucketAcl", "GET", Bucket, ["acl"]),
        new(Excluded, "PutBucketAcl", "PUT", Bucket, ["acl"]),
        new(Excluded, "GetObjectAcl", "GET", S3Scope.Object, ["acl"]),
        new(Excluded, "PutObjectAcl", "PUT", S3Scope.Object, ["acl"]),
        new(Excluded, "GetObjectLegalHold", "GET", S3Scope.Object, ["legal-hold"]),
        new(Excluded, "PutObjectLegalHold", "PUT", S3Scope.Object, ["legal-hold"]),
        new(Excluded, "GetObjectRetention", "GET", S3Scope.Object, ["retention"]),
        new(Excluded, "PutObjectRetention", "PUT", S3Scope.Object, ["retention"]),
        new(Excluded, "GetObjectTorrent", "GET", S3Scope.Object, ["torrent"]),
        new(Excluded, "RestoreObject", "POST", S3Scope.Object, ["restore"]),
        new(Excluded, "SelectObjectContent", "POST", S3Scope.Object, ["select"]),
        new(Excluded, "RenameObject", "PUT", S3Scope.Object, ["renameObject"]),
        new(Excluded, "UpdateObjectEncryption", "PUT", S3Scope.Object, ["encryption"]),
        new(Excluded, "WriteGetObjectResponse", "POST", Service, []),
        new(Excluded, "CreateSession", "GET", Bucket, ["session"]),
        new(Excluded, "POST Object", "POST", Bucket, []),
        .. Configurations("accelerate", "AccelerateConfiguration", delete: false),
        .. Configurations("abac", "Abac", delete: false),
        .. Configurations("analytics", "AnalyticsConfiguration"),
        .. Configurations("encryption", "Encryption"),
        .. Configurations("intelligent-tiering", "IntelligentTieringConfiguration"),
        .. Configurations("inventory", "InventoryConfiguration"),
        .. Configurations("logging", "Logging", delete: false),
        .. Configurations("metadataConfiguration", "MetadataConfiguration"),
        .. Configurations("metadataTable", "MetadataTableConfiguration"),
        .. Configurations("metadataInventoryTable", "MetadataInventoryTable", delete: false),
        .. Configurations("metadataJournalTable", "MetadataJournalTable", delete: false),
        .. Configurations("metrics", "MetricsConfiguration"),
        .. Configurations("notification", "NotificationConfiguration", delete: false),
        .. Configurations("object-lock", "ObjectLockConfiguration", delete: false),
        .. Configurations("ownershipControls", "OwnershipControls"),
        .. Configurations("policy", "Policy"),
        .. Configurations("policyStatus", "PolicyStatus", delete: false),
        .. Configurations("publicAccessBlock", "PublicAccessBlock"),
        .. Configurations("replication", "Replication"),
        .. Configurations("requestPayment", "RequestPayment", delete: false),
        .. Configurations("tagging", "Tagging"),
        .. Configurations("website", "Website"),
    ];

    private static readonly ILookup<(string Method, S3Scope Scope), S3Operation> ByMethod = All.ToLookup(operation => (operation.Method, operation.Scope));

    /// <summary>The operation that the request asks for, or null when the API has none of that method.</summary>
    public static S3Operation? Find(S3Request request) =>
        ByMethod[(request.Method, request.Scope)].Where(operation => operation.Matches(request)).MaxBy(operation => operation.Specificity);

    private static IEnumerable<S3Operation> Configurations(string query, string name, bool delete = true)
    {
        yield return new(Excluded, "GetBucket" + name, "GET", Bucket, [query]);
        yield return new(Excluded, "PutBucket" + name, "PUT", Bucket, [query]);
        yield return new(Excluded, "CreateBucket" + name, "POST", Bucket, [query]);
        if (delete) yield return new(Excluded, "DeleteBucket" + name, "DELETE", Bucket, [query]);
    }
}
