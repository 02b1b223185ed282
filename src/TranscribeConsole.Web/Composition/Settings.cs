using Microsoft.Extensions.Configuration.Memory;
using TranscribeConsole.LocalAws;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Composition;

internal static class Settings
{
    private const string DataDirectory = "DataDirectory";

    // What the host and ASP.NET Core take from the command line themselves.
    private static readonly string[] Others = ["Backend", "Urls", "AllowedHosts", "Kestrel", "Environment", "ContentRoot", "HostBuilder"];

    private static readonly Dictionary<string, Type> Sections = new()
    {
        [AppOptions.Section] = typeof(AppOptions),
        [DatabaseOptions.Section] = typeof(DatabaseOptions),
        [UploadOptions.Section] = typeof(UploadOptions),
        [AwsOptions.Section] = typeof(AwsOptions),
        [LocalAwsOptions.Section] = typeof(LocalAwsOptions),
        [SecurityOptions.Section] = typeof(SecurityOptions),
        [LimitsOptions.Section] = typeof(LimitsOptions),
        [AuditOptions.Section] = typeof(AuditOptions),
        [TelemetryOptions.Section] = typeof(TelemetryOptions),
    };

    /// <summary>Defaults, checks and options classes. From here on every setting is known to be well-formed.</summary>
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = [new("Urls", "http://127.0.0.1:5080")],
        });
        SettingsCheck.CheckCommandLine(builder.Configuration, [.. Others, .. Sections.Keys]);
        foreach (var (section, options) in Sections) SettingsCheck.CheckSection(builder.Configuration, section, options);
        builder.Configuration.AddInMemoryCollection(DataDirectories(builder.Configuration, builder.Environment.ContentRootPath));
        foreach (var (section, options) in Sections) SettingsCheck.CheckRanges(builder.Configuration, section, options);
        builder.AddOptions<AppOptions>(AppOptions.Section);
        builder.AddOptions<SecurityOptions>(SecurityOptions.Section);
        builder.AddOptions<UploadOptions>(UploadOptions.Section);
        builder.AddOptions<AwsOptions>(AwsOptions.Section);
    }

    private static void AddOptions<T>(this WebApplicationBuilder builder, string section) where T : class =>
        builder.Services.AddOptions<T>().BindConfiguration(section);

    // Relative directories that somebody typed mean what they mean in a shell; the defaults depend on the program's place alone.
    private static Dictionary<string, string?> DataDirectories(IConfiguration configuration, string contentRoot)
    {
        var app = Path.GetFullPath(Value(configuration, AppOptions.Section) ?? Path.Combine(contentRoot, "data"));
        var local = Path.GetFullPath(Value(configuration, LocalAwsOptions.Section) ?? Path.Combine(app, "aws"));
        return new()
        {
            [$"{AppOptions.Section}:{DataDirectory}"] = app,
            [$"{LocalAwsOptions.Section}:{DataDirectory}"] = local,
        };
    }

    private static string? Value(IConfiguration configuration, string section) =>
        configuration[$"{section}:{DataDirectory}"] is { Length: > 0 } directory ? directory : null;
}
