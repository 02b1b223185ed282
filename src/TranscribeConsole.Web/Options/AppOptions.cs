using System.ComponentModel.DataAnnotations;

namespace TranscribeConsole.Web.Options;

/// <summary>The console itself, section <c>App</c>.</summary>
public sealed class AppOptions
{
    public const string Section = "App";

    /// <summary>Directory for keys and the application's own database; created when missing, mode 0700.</summary>
    [Required(ErrorMessage = "App:DataDirectory must name a directory.")]
    public string DataDirectory { get; init; } = "";
}
