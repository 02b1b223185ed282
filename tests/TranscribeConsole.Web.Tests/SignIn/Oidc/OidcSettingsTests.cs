using TranscribeConsole.Web.Composition;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn.Oidc;

public sealed class OidcSettingsTests : IDisposable
{
    private static readonly string[] Good = ["--Security:Oidc:Authority=https://id.example", "--Security:Oidc:ClientId=console", "--Security:Oidc:RoleClaim=groups", "--Security:Oidc:Roles:Reader:0=staff"];

    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("--Security:Oidc:Authority=", "Security:Oidc:Authority must be the address of the provider")]
    [InlineData("--Security:Oidc:Authority=http://id.example", "Security:Oidc:Authority must be the address of the provider")]
    [InlineData("--Security:Oidc:Authority=id.example", "Security:Oidc:Authority must be the address of the provider")]
    [InlineData("--Security:Oidc:Issuer=id.example", "Security:Oidc:Issuer must be the issuer in the provider's metadata")]
    [InlineData("--Security:Oidc:ClientId=", "Security:Oidc:ClientId must be")]
    [InlineData("--Security:Oidc:ClientSecret=visible", "Security:Oidc:ClientSecret is seen by every user of the machine on the command line. Set it by the environment (Security__Oidc__ClientSecret)")]
    [InlineData("--Security:Oidc:ClientSecretFile=/nonexistent/secret", "Security:Oidc:ClientSecretFile: '/nonexistent/secret' can't be read.")]
    [InlineData("--Security:Oidc:ClientSecretFile=/dev/null", "Security:Oidc:ClientSecretFile: '/dev/null' is empty.")]
    [InlineData("--Security:Oidc:Scopes:0=profile email", "Security:Oidc:Scopes must hold one scope in each entry.")]
    [InlineData("--Security:Oidc:NameClaim=", "Security:Oidc:NameClaim must name a claim")]
    [InlineData("--Security:Oidc:RoleClaim=", "Security:Oidc:RoleClaim must name the claim")]
    [InlineData("--Security:Oidc:Roles:Reader:0=", "Security:Oidc:Roles has an entry without a value.")]
    [InlineData("--Security:Oidc:Roles:Manager:0=staff", "Security:Oidc:Roles has 'staff' twice")]
    [InlineData("--Security:Oidc:Roles:Owner:0=staff", "Security:Oidc:Roles:Owner is not a setting. Section Security:Oidc:Roles has Administrator, Manager, Reader, Submitter.")]
    [InlineData("--Security:Oidc:DefaultRole=Guest", "Security:Oidc:DefaultRole is 'Guest'; it must be Reader or Submitter or Manager or Administrator.")]
    [InlineData("--Security:Oidc:SignOutAddress=javascript:alert(1)", "Security:Oidc:SignOutAddress must be an https address")]
    [InlineData("--Security:Oidc:Secret=x", "Security:Oidc:Secret is not a setting.")]
    public void Setting_that_means_nothing_is_refused_by_name(string argument, string message)
    {
        var error = Assert.Throws<StartFailedException>(() => Create([.. Good, argument]));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("visible", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_role_nobody_could_sign_in()
    {
        var error = Assert.Throws<StartFailedException>(() => Create(Good[..2]));

        Assert.StartsWith("Security:Oidc:Roles must say which values make which role", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private void Create(string[] settings) => Program.Create(RunningConsole.Arguments(_directory.Path, ["--Security:Mode=Oidc", .. settings]));
}
