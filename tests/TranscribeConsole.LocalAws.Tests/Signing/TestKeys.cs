using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

internal static class TestKeys
{
    public static readonly AccessKey User = new("AKIATESTUSER00000000", "user-secret/of+the=tests", IsService: false);
    public static readonly AccessKey Service = new("AKIATESTSERVICE00000", "service-secret/of+the=tests", IsService: true);

    public static CredentialStore Store { get; } = new(User, Service);
}
