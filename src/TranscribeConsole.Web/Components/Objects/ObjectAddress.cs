using TranscribeConsole.Services;

namespace TranscribeConsole.Web.Components.Objects;

/// <summary>Addresses, inside the console, of what is in S3.</summary>
/// <remarks>
/// The location stands in the query, because there a key is exact. Browsers, proxies and servers rewrite paths: they resolve <c>../x</c>,
/// some join the slashes of <c>a//b</c> or decode <c>%2F</c>, and another object would be shown than was meant.
/// </remarks>
internal static class ObjectAddress
{
    public const string Buckets = "objects";

    /// <summary>The page about an object, or the listing of a bucket or folder.</summary>
    public static string Of(S3Location location) => location.IsFolder ? Folder(location) : View(location);

    public static string Folder(S3Location folder) => $"{Buckets}?uri={Escape(folder)}";

    public static string View(S3Location location) => $"object?uri={Escape(location)}";

    public static string Download(S3Location location) => $"object/download?uri={Escape(location)}";

    private static string Escape(S3Location location) => Uri.EscapeDataString(location.ToString());
}
