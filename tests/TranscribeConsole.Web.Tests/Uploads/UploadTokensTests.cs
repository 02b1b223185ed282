using Microsoft.AspNetCore.DataProtection;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Tests.Uploads;

public sealed class UploadTokensTests
{
    private static readonly MediaUpload Upload = new("bucket-1", "uploads/2026/01/02/abc/call.wav", "upload-1", "call.wav", 20, 10);

    [Fact]
    public void Token_gives_the_upload_back_and_shows_nothing_of_it()
    {
        var tokens = new UploadTokens(new EphemeralDataProtectionProvider());
        var token = tokens.Protect(Upload, Caller.Anyone);

        Assert.Equal(Upload, tokens.Unprotect(token, Caller.Anyone));
        Assert.DoesNotContain("bucket", token, StringComparison.Ordinal);
        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("{\"Bucket\":\"bucket-1\"}")]
    public void Token_of_another_making_is_null(string token) =>
        Assert.Null(new UploadTokens(new EphemeralDataProtectionProvider()).Unprotect(token, Caller.Anyone));

    [Fact]
    public void Token_of_another_console_is_null()
    {
        var token = new UploadTokens(new EphemeralDataProtectionProvider()).Protect(Upload, Caller.Anyone);

        Assert.Null(new UploadTokens(new EphemeralDataProtectionProvider()).Unprotect(token, Caller.Anyone));
    }

    [Fact]
    public void Token_of_another_person_is_null()
    {
        var tokens = new UploadTokens(new EphemeralDataProtectionProvider());
        var (anna, ben) = (new Caller("anna", "Anna", Role.Submitter), new Caller("ben", "Ben", Role.Administrator));

        var token = tokens.Protect(Upload, anna);

        Assert.Equal(Upload, tokens.Unprotect(token, anna));
        Assert.Null(tokens.Unprotect(token, ben));
        Assert.Null(tokens.Unprotect(token, Caller.Anyone));
        Assert.Null(tokens.Unprotect(tokens.Protect(Upload, Caller.Anyone), anna));
    }
}
