using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Composition;

internal static class Backend
{
    /// <summary>The one place that knows which backend answers; everything behind it sees an address, keys and capabilities.</summary>
    public static void AddBackend(this WebApplicationBuilder builder)
    {
        switch (SettingsCheck.ReadEnum(builder.Configuration, "Backend", BackendKind.Local))
        {
            case BackendKind.Local: LocalBackend.Add(builder); break;
            case BackendKind.Aws: AwsBackend.Add(builder); break;
        }
    }
}
