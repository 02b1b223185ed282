using Amazon.TranscribeService;

namespace TranscribeConsole.TranscribeClient.Tests;

public sealed class PublicSurfaceTests
{
    /// <summary>
    /// The stand-in shows exactly what PublicSurface.approved.txt lists, and each of its lines is one that the official package has too.
    /// Run against the official package (-p:OfficialTranscribeSdk=true), which has more, that second half is what is tested.
    /// </summary>
    [Fact]
    public async Task Public_surface_is_the_approved_one()
    {
        var assembly = typeof(IAmazonTranscribeService).Assembly;
        var approved = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "PublicSurface.approved.txt"));
        var actual = PublicSurface.Of(assembly).ToList();

        var missing = approved.Except(actual).Select(line => $"- {line}");
        var added = assembly.GetName().Name == "AWSSDK.TranscribeService" ? [] : actual.Except(approved).Select(line => $"+ {line}");

        var difference = string.Join('\n', missing.Concat(added));
        Assert.True(difference.Length == 0, $"Not as in PublicSurface.approved.txt:\n{difference}");
    }
}
