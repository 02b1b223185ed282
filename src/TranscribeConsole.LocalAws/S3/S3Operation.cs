namespace TranscribeConsole.LocalAws.S3;

/// <summary>What the path of a request names.</summary>
internal enum S3Scope
{
    /// <summary><c>/</c>.</summary>
    Service,

    /// <summary><c>/bucket</c>.</summary>
    Bucket,

    /// <summary><c>/bucket/key</c>.</summary>
    Object,
}

/// <summary>Whether the backend does an operation.</summary>
internal enum S3Support
{
    Supported,

    /// <summary>Answers NotImplemented; of use to the console one day.</summary>
    Planned,

    /// <summary>Answers NotImplemented; not what this backend is for.</summary>
    Excluded,
}

/// <summary>One operation of the S3 API and how a request asks for it.</summary>
/// <param name="Name">As in the API reference.</param>
/// <param name="Query">Query parameters that must all be there; <c>name=value</c> where the value counts.</param>
/// <param name="Header">Header that must be there.</param>
internal sealed record S3Operation(S3Support Support, string Name, string Method, S3Scope Scope, string[] Query, string? Header = null)
{
    public bool Matches(S3Request request) =>
        request.Scope == Scope
        && request.Method == Method
        && (Header is null || request.Headers.ContainsKey(Header))
        && Array.TrueForAll(Query, request.HasQuery);

    /// <summary>Of the operations that match, the one that asks for most is meant.</summary>
    public int Specificity => Query.Length + (Header is null ? 0 : 1);
}
