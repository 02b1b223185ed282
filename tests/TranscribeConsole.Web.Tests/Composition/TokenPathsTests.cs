using TranscribeConsole.Web.Composition;

namespace TranscribeConsole.Web.Tests.Composition;

public sealed class TokenPathsTests
{
    [Theory]
    [InlineData("/shared/secret", "/shared/{token}")]
    [InlineData("/shared/secret/transcript/reading", "/shared/{token}/transcript/reading")]
    [InlineData("/uploads/secret/parts/1", "/uploads/{token}/parts/1")]
    [InlineData("/setup/secret", "/setup/{token}")]
    [InlineData("/invitation/secret", "/invitation/{token}")]
    [InlineData("/new-password/secret", "/new-password/{token}")]
    [InlineData("/Shared/secret/media", "/Shared/{token}/media")]
    [InlineData("/uploads/", "/uploads/")]
    [InlineData("/jobs/shared/transcript", "/jobs/shared/transcript")]
    [InlineData("/", "/")]
    public void Token_is_taken_out_and_everything_else_stays(string path, string logged) => Assert.Equal(logged, TokenPaths.Without(path));
}
