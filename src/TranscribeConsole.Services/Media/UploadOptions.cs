using System.ComponentModel.DataAnnotations;

namespace TranscribeConsole.Services.Media;

/// <summary>Where uploaded media goes, section <c>Upload</c>.</summary>
public sealed class UploadOptions
{
    public const string Section = "Upload";

    /// <summary>Bucket for uploads. On the local backend <c>transcribe-console</c> when empty, made on first use; on AWS it must exist.</summary>
    [RegularExpression("^$|^[a-z0-9][.a-z0-9-]{1,61}[a-z0-9]$", ErrorMessage = "Upload:Bucket must be a bucket name of 3 to 63 characters: a-z, 0-9, periods and hyphens.")]
    public string Bucket { get; init; } = "";

    /// <summary>Prefix of upload keys; ends with a slash when not empty.</summary>
    [RegularExpression(@"^$|^[a-zA-Z0-9\-_.!*'()/]{0,200}/$", ErrorMessage = "Upload:Prefix must be empty or end with a slash, and may hold a-z A-Z 0-9 - _ . ! * ' ( ) /")]
    public string Prefix { get; init; } = "uploads/";
}
