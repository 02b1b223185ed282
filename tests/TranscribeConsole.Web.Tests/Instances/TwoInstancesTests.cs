using System.Net;
using System.Net.Http.Json;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Instances;

public sealed class TwoInstancesTests(TwoInstances instances) : IClassFixture<TwoInstances>
{
    [Fact]
    public async Task Instances_that_started_at_the_same_time_have_one_key() => Assert.Equal(1, await instances.CountKeysAsync());

    [Fact]
    public async Task Session_made_at_one_is_good_at_the_other_until_it_is_ended_there()
    {
        await instances.AddAsync("ana", Role.Reader);
        using var first = await TwoInstances.OpenAsync(instances.First, "ana");
        using var second = TwoInstances.MoveTo(instances.Second, first);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(second, "jobs"));

        var token = await TokenAsync(first);
        using (var signedOut = await second.SendAsync(HttpMethod.Post, "sign-out", token: token)) Assert.Equal("/sign-in", second.LeadsTo(signedOut));

        await UntilAsync(first, "jobs", HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Role_that_was_taken_is_gone_at_every_instance()
    {
        var ben = await instances.AddAsync("ben", Role.Administrator);
        using var first = await TwoInstances.OpenAsync(instances.First, "ben");
        using var second = TwoInstances.MoveTo(instances.Second, first);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await AskAsync(first, "accounts"), await AskAsync(second, "accounts")));

        Assert.Null(await instances.Accounts.SetRoleAsync(ben, Role.Reader, instances.Limit));

        await UntilAsync(first, "accounts", HttpStatusCode.Forbidden);
        await UntilAsync(second, "accounts", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Upload_begun_at_one_goes_on_at_the_other_after_the_first_was_killed()
    {
        const int partSize = 8 << 20;
        await instances.AddAsync("cleo", Role.Submitter);
        var killed = instances.Start();
        using var first = await TwoInstances.OpenAsync(await instances.ReadyAsync(killed), "cleo");
        var antiforgery = await TokenAsync(first);
        using var begun = await first.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName = "call.wav", size = partSize + 1 }), token: antiforgery);
        var upload = (await begun.JsonAsync()).GetProperty("token").GetString();
        using (var part = await first.SendAsync(HttpMethod.Put, $"uploads/{upload}/parts/1", Bytes(partSize), token: antiforgery)) Assert.Equal(HttpStatusCode.NoContent, part.StatusCode);
        killed.Kill(); // SIGKILL
        await killed.WaitForExitAsync(instances.Limit);

        using var second = TwoInstances.MoveTo(instances.Second, first); // with the antiforgery token of the other
        using (var part = await second.SendAsync(HttpMethod.Put, $"uploads/{upload}/parts/2", Bytes(1), token: antiforgery)) Assert.Equal(HttpStatusCode.NoContent, part.StatusCode);
        using var completed = await second.SendAsync(HttpMethod.Post, $"uploads/{upload}/complete", token: antiforgery);

        var location = new Uri((await completed.JsonAsync()).GetProperty("location").GetString()!);
        var stored = await instances.S3.GetObjectMetadataAsync(location.Host, Uri.UnescapeDataString(location.AbsolutePath[1..]), instances.Limit);
        Assert.Equal(partSize + 1, stored.ContentLength);
    }

    private static ByteArrayContent Bytes(int count) => new(new byte[count]);

    private static async Task<string> TokenAsync(ConsoleBrowser browser)
    {
        using var answer = await browser.GetAsync("antiforgery", "*/*");
        return (await answer.JsonAsync()).GetProperty("token").GetString()!;
    }

    private static async Task<HttpStatusCode> AskAsync(ConsoleBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode;
    }

    // Each instance remembers for three seconds who is signed in.
    private async Task UntilAsync(ConsoleBrowser browser, string path, HttpStatusCode expected)
    {
        while (await AskAsync(browser, path) != expected) await Task.Delay(100, instances.Limit);
    }
}
