using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The upload as a person meets it: progress, cancel, broken lines, refusals.</summary>
public sealed class UploadTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Slice = 8 << 20;

    [Fact]
    public Task A_cancelled_upload_leaves_nothing_in_S3() => browser.WithPageAsync(nameof(A_cancelled_upload_leaves_nothing_in_S3), async page =>
    {
        var wizard = new CreateJobPage(page);
        var reached = new TaskCompletionSource();
        await page.RouteAsync("**/parts/3", _ =>
        {
            reached.TrySetResult(); // and is never answered
            return Task.CompletedTask;
        });
        await wizard.ChooseAsync("cancelled", browser.Samples.Silence(4 * Slice, "cancelled.wav"));
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Expect(wizard.Progress).ToBeVisibleAsync();
        await Expect(wizard.Upload).ToContainTextAsync("MB");
        await wizard.Button("Cancel upload").ClickAsync();

        await Expect(wizard.Upload).ToHaveAttributeAsync("data-phase", "Cancelled");
        using var s3 = browser.Console.CreateS3();
        await Expect(wizard.Upload).Not.ToContainTextAsync("uploaded");
        await UntilAsync(async () => !((await s3.ListMultipartUploadsAsync("transcribe-console")).MultipartUploads ?? [])
            .Exists(unfinished => unfinished.Key.EndsWith("cancelled.wav", StringComparison.Ordinal)));
        Assert.DoesNotContain((await s3.ListObjectsV2Async(new() { BucketName = "transcribe-console" })).S3Objects ?? [],
            found => found.Key.EndsWith("cancelled.wav", StringComparison.Ordinal));
    });

    [Fact]
    public Task A_broken_connection_costs_a_slice_and_not_the_upload() => browser.WithPageAsync(nameof(A_broken_connection_costs_a_slice_and_not_the_upload), async page =>
    {
        var wizard = new CreateJobPage(page);
        var broken = 0;
        await page.RouteAsync("**/parts/*", async route =>
        {
            if (Interlocked.Increment(ref broken) <= 3) await route.AbortAsync("connectionreset");
            else await route.ContinueAsync();
        });
        var file = browser.Samples.Silence(3 * Slice + 12345, "broken.wav");
        await wizard.ChooseAsync("broken", file);
        await wizard.UploadedAsync();

        Assert.True(broken > 4, "No slice was sent again.");
        await wizard.SubmitAsync();
        using var s3 = browser.Console.CreateS3();
        var stored = (await s3.ListObjectsV2Async(new() { BucketName = "transcribe-console" })).S3Objects
            .Single(found => found.Key.EndsWith("broken.wav", StringComparison.Ordinal));
        Assert.Equal(new FileInfo(file).Length, stored.Size);
    }, null, "ERR_CONNECTION_RESET");

    [Fact]
    public Task Create_job_waits_for_the_upload_and_can_not_be_pressed_twice() => browser.WithPageAsync(nameof(Create_job_waits_for_the_upload_and_can_not_be_pressed_twice), async page =>
    {
        var wizard = new CreateJobPage(page);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/parts/2", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await wizard.ChooseAsync("waiting", browser.Samples.Silence(2 * Slice, "waiting.wav"));
        await wizard.Next.ClickAsync();
        await wizard.Create.ClickAsync();

        await Expect(wizard.Create).ToBeDisabledAsync();
        await Expect(page.GetByText("Waiting for the upload")).ToBeVisibleAsync();
        held.SetResult();
        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await Expect(new JobListPage(page).Row("waiting")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task An_upload_goes_on_across_the_steps_of_the_wizard() => browser.WithPageAsync(nameof(An_upload_goes_on_across_the_steps_of_the_wizard), async page =>
    {
        var wizard = new CreateJobPage(page);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/parts/2", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await wizard.ChooseAsync("steps", browser.Samples.Silence(2 * Slice, "steps.wav"));
        await wizard.Next.ClickAsync();
        await wizard.Button("Previous").ClickAsync();

        await Expect(wizard.Name).ToHaveValueAsync("steps");
        await Expect(wizard.Progress).ToBeVisibleAsync();
        held.SetResult();
        await wizard.UploadedAsync();
    });

    [Fact]
    public Task An_upload_goes_on_while_the_circuit_is_away() => browser.WithPageAsync(nameof(An_upload_goes_on_while_the_circuit_is_away), async page =>
    {
        var wizard = new CreateJobPage(page);
        var sockets = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            sockets.Add(socket);
            socket.ConnectToServer();
        });
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/parts/2", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await wizard.ChooseAsync("away", browser.Samples.Silence(2 * Slice, "away.wav"));
        await Expect(wizard.Progress).ToBeVisibleAsync();
        await page.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await sockets[^1].CloseAsync();
        await Expect(page.GetByText("The console can't be reached.")).ToBeVisibleAsync();
        await page.RunAndWaitForResponseAsync(() => Task.FromResult(held.TrySetResult()), "**/complete");
        await page.UnrouteAsync("**/_blazor/**");

        await wizard.UploadedAsync();
        await Expect(wizard.Name).ToHaveValueAsync("away");
    }, null, "ERR_FAILED", "WebSocket", "Failed to", "Connection disconnected", "Cannot send data");

    [Fact]
    public Task A_finished_upload_outlives_a_reload() => browser.WithPageAsync(nameof(A_finished_upload_outlives_a_reload), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.ChooseAsync("reloaded", browser.Samples.Silence(Slice, "reloaded.wav"));
        await wizard.UploadedAsync();
        await page.ReloadAsync();
        await wizard.UploadedAsync();
        await Expect(wizard.Name).ToHaveValueAsync("reloaded"); // suggested from the file's name
        await wizard.Next.ClickAsync();
        await wizard.Create.ClickAsync();

        await Expect(new JobListPage(page).Row("reloaded")).ToHaveCountAsync(1);
        await wizard.OpenAsync();
        await Expect(wizard.Upload).ToHaveAttributeAsync("data-phase", "None");
    });

    [Fact]
    public Task Leaving_with_an_upload_under_way_asks_first() => browser.WithPageAsync(nameof(Leaving_with_an_upload_under_way_asks_first), async page =>
    {
        var wizard = new CreateJobPage(page);
        await page.RouteAsync("**/parts/1", _ => Task.CompletedTask); // never answered
        await wizard.ChooseAsync("leaving", browser.Samples.Silence(Slice, "leaving.wav"));
        await Expect(wizard.Progress).ToBeVisibleAsync();
        await wizard.Link("Cancel").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.EndsWith("/create-job", page.Url, StringComparison.Ordinal);

        // And the browser's own question when the tab is closed.
        await page.Keyboard.PressAsync("Escape");
        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.AcceptAsync();
        };
        await page.CloseAsync(new() { RunBeforeUnload = true });
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    });

    [Theory]
    [InlineData("notes.txt", 100, "not a media file")]
    [InlineData("empty.wav", 0, "empty")]
    [InlineData("huge.wav", 2_147_483_649, "2 GB")]
    public Task A_file_that_can_not_be_used_is_refused_before_the_first_byte(string name, long bytes, string sentence) => browser.WithPageAsync($"refused-{name}", async page =>
    {
        var wizard = new CreateJobPage(page);
        var requests = 0;
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/uploads", StringComparison.Ordinal)) requests++;
        };
        await wizard.OpenAsync();
        // A file object of the stated size, without its bytes: 2 GB need not be made.
        await wizard.File.EvaluateAsync(
            """
            (input, [name, bytes]) => {
                const file = new File(['x'.repeat(Math.min(bytes, 1))], name);
                Object.defineProperty(file, 'size', { value: bytes });
                Object.defineProperty(input, 'files', { value: [file], configurable: true });
                input.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """, new object[] { name, bytes });

        await Expect(wizard.Upload.GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        Assert.Equal(0, requests);
    });

    [Fact]
    public Task A_dropped_file_is_uploaded_and_names_the_job() => browser.WithPageAsync(nameof(A_dropped_file_is_uploaded_and_names_the_job), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await page.Locator(".upload-zone").EvaluateAsync(
            """
            zone => {
                const data = new DataTransfer();
                data.items.add(new File([new Uint8Array(5000)], 'Board meeting.wav'));
                for (const type of ['dragenter', 'dragover', 'drop'])
                    zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
            }
            """);

        await wizard.UploadedAsync();
        await Expect(wizard.Upload).ToContainTextAsync("Board meeting.wav");
        await Expect(wizard.Name).ToHaveValueAsync("Board-meeting");
    });

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition()) await Task.Delay(100, giveUp.Token);
    }
}
