using static TranscribeConsole.LocalAws.S3.S3Scope;
using static TranscribeConsole.LocalAws.S3.S3Support;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>Every operation of the S3 API; requests are dispatched by this table, so what it does not support cannot be done silently.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html"/>, read in 2026.</remarks>
internal static class S3Operations
{
    /// <summary>The configurations that a bucket can have in S3 and has not here: subresource and name. Every method is refused, whether S3 has it or not.</summary>
    public static IReadOnlyDictionary<string, string> BucketConfigurations { get; } = new Dictionary<string, string>
    {
        ["accelerate"] = "AccelerateConfiguration",
        ["abac"] = "Abac",
        ["analytics"] = "AnalyticsConfiguration",
        ["encryption"] = "Encryption",
        ["intelligent-tiering"] = "IntelligentTieringConfiguration",
        ["inventory"] = "InventoryConfiguration",
        ["logging"] = "Logging",
        ["metadataConfiguration"] = "MetadataConfiguration",
        ["metadataTable"] = "MetadataTableConfiguration",
        ["metadataInventoryTable"] = "MetadataInventoryTable",
        ["metadataJournalTable"] = "MetadataJournalTable",
        ["metrics"] = "MetricsConfiguration",
        ["notification"] = "NotificationConfiguration",
        ["object-lock"] = "ObjectLockConfiguration",
        ["ownershipControls"] = "OwnershipControls",
        ["policy"] = "Policy",
        ["policyStatus"] = "PolicyStatus",
        ["publicAccessBlock"] = "PublicAccessBlock",
        ["replication"] = "Replication",
        ["requestPayment"] = "RequestPayment",
        ["tagging"] = "Tagging",
        ["website"] = "Website",
    };

    public static IReadOnlyList<S3Operation> All { get; } =
    [
        new(Supported, "ListBuckets", "GET", Service, []),

        new(Supported, "CreateBucket", "PUT", Bucket, []),
        new(Supported, "HeadBucket", "HEAD", Bucket, []),
        new(Supported, "DeleteBucket", "DELETE", Bucket, []),
        new(Supported, "GetBucketLocation", "GET", Bucket, ["location"]),
        new(Supported, "GetBucketAcl", "GET", Bucket, ["acl"]),
        new(Supported, "ListObjects", "GET", Bucket, []),
        new(Supported, "ListObjectsV2", "GET", Bucket, ["list-type=2"]),
        new(Supported, "ListMultipartUploads", "GET", Bucket, ["uploads"]),
        new(Supported, "DeleteObjects", "POST", Bucket, ["delete"]),

        new(Supported, "PutObject", "PUT", S3Scope.Object, []),
        new(Supported, "GetObject", "GET", S3Scope.Object, []),
        new(Supported, "GetObject (one part)", "GET", S3Scope.Object, ["partNumber"]),
        new(Supported, "HeadObject", "HEAD", S3Scope.Object, []),
        new(Supported, "HeadObject (one part)", "HEAD", S3Scope.Object, ["partNumber"]),
        new(Supported, "DeleteObject", "DELETE", S3Scope.Object, []),
        new(Supported, "GetObjectAcl", "GET", S3Scope.Object, ["acl"]),
        new(Supported, "GetObjectTagging", "GET", S3Scope.Object, ["tagging"]),
        new(Supported, "PutObjectTagging", "PUT", S3Scope.Object, ["tagging"]),
        new(Supported, "DeleteObjectTagging", "DELETE", S3Scope.Object, ["tagging"]),
        new(Supported, "CopyObject", "PUT", S3Scope.Object, [], "x-amz-copy-source"),
        new(Supported, "CreateMultipartUpload", "POST", S3Scope.Object, ["uploads"]),
        new(Supported, "UploadPart", "PUT", S3Scope.Object, ["partNumber", "uploadId"]),
        new(Supported, "UploadPartCopy", "PUT", S3Scope.Object, ["partNumber", "uploadId"], "x-amz-copy-source"),
        new(Supported, "ListParts", "GET", S3Scope.Object, ["uploadId"]),
        new(Supported, "CompleteMultipartUpload", "POST", S3Scope.Object, ["uploadId"]),
        new(Supported, "AbortMultipartUpload", "DELETE", S3Scope.Object, ["uploadId"]),

        new(Planned, "GetObjectAttributes", "GET", S3Scope.Object, ["attributes"]),
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
        new(Excluded, "PutBucketAcl", "PUT", Bucket, ["acl"]),
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
        .. BucketConfigurations.SelectMany(configuration => Ways(configuration.Key, configuration.Value)),
    ];

    private static readonly ILookup<(string Method, S3Scope Scope), S3Operation> ByMethod = All.ToLookup(operation => (operation.Method, operation.Scope));

    /// <summary>The operation that the request asks for, or null when the API has none of that method.</summary>
    public static S3Operation? Find(S3Request request) =>
        ByMethod[(request.Method, request.Scope)].Where(operation => operation.Matches(request)).MaxBy(operation => operation.Specificity);

    private static IEnumerable<S3Operation> Ways(string query, string name) =>
    [
        new(Excluded, "GetBucket" + name, "GET", Bucket, [query]),
        new(Excluded, "PutBucket" + name, "PUT", Bucket, [query]),
        new(Excluded, "CreateBucket" + name, "POST", Bucket, [query]),
        new(Excluded, "DeleteBucket" + name, "DELETE", Bucket, [query]),
    ];
}
