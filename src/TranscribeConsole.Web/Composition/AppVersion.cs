using System.Reflection;

namespace TranscribeConsole.Web.Composition;

internal static class AppVersion
{
    /// <summary>For example <c>0.1.0</c>, without the commit that the build appends.</summary>
    public static string Number { get; } =
        typeof(AppVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
