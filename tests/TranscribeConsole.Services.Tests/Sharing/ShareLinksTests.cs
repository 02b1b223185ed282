using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Services.Sharing;
using TranscribeConsole.Services.Tags;
using TranscribeConsole.Services.Tests.Backend;

namespace TranscribeConsole.Services.Tests.Sharing;

/// <summary>What links open and when they stop, on a real backend and a real database.</summary>
public abstract class ShareLinksTests(LocalBackend backend, Func<TestDatabase> newDatabase)
{
    private SharingHarness Console(int maxDays = 90, TestDatabase? database = null) => new(backend, database ?? newDatabase(), maxDays);

    [Fact]
    public async Task Link_opens_its_job_to_read_and_play_and_nothing_else()
    {
        var console = Console();
        var anna = await console.AddAsync("anna");
        var (job, other) = (await console.RunAsync(anna), await console.RunAsync(anna));
        var open = (await console.Links.FindAsync(await console.TokenAsync(anna, job), default))!;

        await console.AsAsync(open.Caller, async scope =>
        {
            var jobs = scope.GetRequiredService<TranscriptionJobs>();
            Assert.False((await jobs.FindAsync(job, default))!.MayChange);
            Assert.NotNull(await scope.GetRequiredService<TranscriptReader>().ReadAsync(job, default));
            Assert.NotNull(await scope.GetRequiredService<JobMedia>().FindAsync(job, default));
            Assert.Null(await jobs.FindAsync(other, default)); // hers as well
            Assert.Null(await scope.GetRequiredService<TranscriptReader>().ReadAsync(other, default));
            Assert.Null(await scope.GetRequiredService<JobMedia>().FindAsync(other, default));
            Assert.Equal([job], (await jobs.ListAsync(new JobQuery(), default)).Jobs.Select(row => row.Name));
            await AssertDeniedAsync(() => jobs.StartAsync(LocalBackend.Form(), default));
            await AssertDeniedAsync(() => jobs.DeleteAsync(job, default));
            await AssertDeniedAsync(() => scope.GetRequiredService<ResourceTags>().ShareAsync(job, JobVisibility.Team, default));
            await AssertDeniedAsync(() => scope.GetRequiredService<JobSharing>().CreateAsync(job, console.Chosen(), default));
            await AssertDeniedAsync(() => scope.GetRequiredService<JobSharing>().ListAsync(job, default));
            return true;
        });
    }

    [Theory]
    [InlineData(AccountSource.Console, null)]
    [InlineData(AccountSource.Provider, "https://id.example")]
    public async Task Link_is_good_where_accounts_like_its_makers_sign_in(AccountSource source, string? issuer)
    {
        var database = newDatabase();
        var console = new SharingHarness(backend, database, source: source);
        var anna = await console.AddAsync("anna", issuer: issuer);
        var job = await console.RunAsync(anna);
        var token = await console.TokenAsync(anna, job);
        Assert.True(await console.OpensAsync(token, job));

        var other = source == AccountSource.Console ? AccountSource.Provider : AccountSource.Console; // set otherwise since
        Assert.False(await new SharingHarness(backend, database, source: other).OpensAsync(token, job));
    }

    [Fact]
    public async Task Owner_and_managers_make_links_and_nobody_else()
    {
        var console = Console();
        var (anna, ben, max) = (await console.AddAsync("anna"), await console.AddAsync("ben"), await console.AddAsync("max", Role.Manager));
        var job = await console.RunAsync(anna);
        var none = await Assert.ThrowsAsync<AwsFailureException>(() => console.MakeAsync(ben, job));
        Assert.Equal(AwsFailureKind.NotFound, none.Kind); // it is private: to him it does not exist
        await console.AsAsync(anna, scope => ShareAsync(scope, job, JobVisibility.Team));
        await AssertDeniedAsync(() => console.MakeAsync(ben, job));
        await AssertDeniedAsync(() => console.ListAsync(ben, job));

        var (hers, his) = (await console.TokenAsync(anna, job), await console.TokenAsync(max, job));
        Assert.Equal([(true, "Name of anna"), (true, "Name of max")], (await console.ListAsync(anna, job)).OrderBy(row => row.By).Select(row => (row.Link.Opened == 0, row.By)));
        Assert.Single(await console.AsAsync(anna, scope => scope.GetRequiredService<JobSharing>().LiveAsync(default)));
        Assert.Equal(2, (await console.AsAsync(max, scope => scope.GetRequiredService<JobSharing>().LiveAsync(default))).Count);
        Assert.Empty(await console.AsAsync(ben, scope => scope.GetRequiredService<JobSharing>().LiveAsync(default)));

        Assert.False(await console.RevokeAsync(ben, (await console.StoredAsync(hers)).Id));
        Assert.True(await console.OpensAsync(hers, job));
        Assert.True(await console.RevokeAsync(anna, (await console.StoredAsync(his)).Id)); // of her job
        Assert.True(await console.RevokeAsync(max, (await console.StoredAsync(hers)).Id));
        Assert.False(await console.OpensAsync(hers, job) || await console.OpensAsync(his, job));
        Assert.Equal("id-of-max", (await console.StoredAsync(hers)).RevokedBy);
        Assert.All(await console.ListAsync(anna, job), row => Assert.Equal(LinkState.Revoked, row.StateAt(console.Clock.GetUtcNow(), new ShareSettings(90))));
    }

    [Fact]
    public async Task List_of_all_links_ends_with_the_last_that_were_made()
    {
        var console = Console();
        var anna = await console.AddAsync("anna");
        await console.AddLinksAsync(anna, JobSharing.MaxListed + 1);

        var listed = await console.AsAsync(anna, scope => scope.GetRequiredService<JobSharing>().LiveAsync(default));

        Assert.Equal((JobSharing.MaxListed, $"job-{JobSharing.MaxListed + 1}", "job-2"), (listed.Count, listed[0].Link.JobName, listed[^1].Link.JobName));
    }

    [Fact]
    public async Task Link_ends_with_its_time_also_when_the_longest_was_made_shorter()
    {
        var database = newDatabase();
        var console = Console(database: database);
        var anna = await console.AddAsync("anna");
        var job = await console.RunAsync(anna);
        var (week, month) = (await console.TokenAsync(anna, job, console.Chosen(7)), await console.TokenAsync(anna, job, console.Chosen(30)));
        console.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.True(await console.OpensAsync(week, job));
        console.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await console.OpensAsync(week, job));
        Assert.True(await console.OpensAsync(month, job));

        var stricter = Console(maxDays: 1, database: database); // whose clock stands where the links were made
        Assert.True(await stricter.OpensAsync(month, job));
        stricter.Clock.Advance(TimeSpan.FromDays(2));
        Assert.False(await stricter.OpensAsync(month, job));
        var none = Console(maxDays: 0, database: database);
        Assert.False(await none.OpensAsync(month, job));
    }

    [Fact]
    public async Task Link_opens_nothing_that_its_maker_might_not_share_any_more()
    {
        var console = Console();
        var (root, anna, max) = (await console.AddAsync("root", Role.Administrator), await console.AddAsync("anna"), await console.AddAsync("max", Role.Manager));
        var job = await console.RunAsync(anna);
        var (hers, his) = (await console.TokenAsync(anna, job), await console.TokenAsync(max, job));
        Assert.True(await console.OpensAsync(hers, job) && await console.OpensAsync(his, job));

        Assert.Null(await console.Accounts.SetRoleAsync(max.Id, Role.Submitter, default)); // who then does not see it
        Assert.False(await console.OpensAsync(his, job));
        Assert.True(await console.OpensAsync(hers, job));
        Assert.Null(await console.Accounts.SetRoleAsync(anna.Id, Role.Reader, default)); // who sees it and may not change it
        Assert.False(await console.OpensAsync(hers, job));
        Assert.Null(await console.Accounts.SetRoleAsync(anna.Id, Role.Submitter, default));
        Assert.True(await console.OpensAsync(hers, job));
        Assert.Null(await console.Accounts.SetDisabledAsync(anna.Id, true, default));
        Assert.Null(await console.Links.FindAsync(hers, default));
        var listed = await console.AsAsync(root, scope => scope.GetRequiredService<JobSharing>().LiveAsync(default));
        Assert.Equal(2, listed.Count);
        Assert.All(listed, row => Assert.Equal(LinkState.Paused, row.StateAt(console.Clock.GetUtcNow(), new ShareSettings(90))));
        Assert.Null(await console.Accounts.SetDisabledAsync(anna.Id, false, default));
        Assert.True(await console.OpensAsync(hers, job));
        Assert.Equal(
            [("Name of anna", LinkState.Active), ("Name of max", LinkState.Paused)],
            (await console.ListAsync(root, job)).Select(row => (row.By, row.StateAt(console.Clock.GetUtcNow(), new ShareSettings(90)))).Order());
    }

    [Fact]
    public async Task Links_go_with_their_job_and_open_no_later_one_of_its_name()
    {
        var console = Console();
        var anna = await console.AddAsync("anna");
        var job = await console.RunAsync(anna);
        var token = await console.TokenAsync(anna, job);
        await backend.Jobs.DeleteAsync(job, default); // elsewhere, so that the record stays
        Assert.False(await console.OpensAsync(token, job));
        await console.RunAsync(anna, job);
        Assert.NotNull(await console.Links.FindAsync(token, default));
        Assert.False(await console.OpensAsync(token, job));
        Assert.Empty(await console.ListAsync(anna, job));

        var second = await console.TokenAsync(anna, job);
        await console.AsAsync(anna, async scope =>
        {
            await scope.GetRequiredService<TranscriptionJobs>().DeleteAsync(job, default);
            return true;
        });
        Assert.Null(await console.Links.FindAsync(second, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => console.StoredAsync(second));
    }

    [Fact]
    public async Task Token_and_password_are_kept_as_hashes_and_the_audit_has_neither()
    {
        var console = Console();
        var anna = await console.AddAsync("anna");
        var job = await console.RunAsync(anna);
        var token = await console.TokenAsync(anna, job, console.Chosen(password: SharingHarness.Password) with { MayExport = true });
        var (stored, open) = (await console.StoredAsync(token), (await console.Links.FindAsync(token, default))!);
        await console.Links.OpenedAsync(open, default);
        await console.Links.OpenedAsync(open, default);
        Assert.True(await console.RevokeAsync(anna, stored.Id));

        Assert.Equal(43, token.Length);
        Assert.Equal((AccountToken.HashOf(token), true), (stored.TokenHash, stored.PasswordHash!.StartsWith("plain:", StringComparison.Ordinal)));
        Assert.Equal((2, console.Clock.GetUtcNow().ToUnixTimeMilliseconds()), (((await console.StoredAsync(token)).Opened), (await console.StoredAsync(token)).LastOpened!.Value.ToUnixTimeMilliseconds()));
        var audit = (await console.AuditAsync(job)).Where(entry => entry.Action.StartsWith("link.", StringComparison.Ordinal)).ToList();
        Assert.Equal(["link.create", "link.open", "link.open", "link.revoke"], audit.Select(entry => entry.Action).Order());
        Assert.Equal($"link {stored.Id[..8]}, valid until {stored.Expires:yyyy-MM-dd HH:mm}, read and play, export, with password", audit.Single(entry => entry.Action == "link.create").Detail);
        Assert.All(audit, entry => Assert.DoesNotContain(token, entry.Detail, StringComparison.Ordinal));
        Assert.All(audit, entry => Assert.DoesNotContain(SharingHarness.Password, entry.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_not_looked_at_for_a_while()
    {
        var console = Console();
        var anna = await console.AddAsync("anna");
        var job = await console.RunAsync(anna);
        var open = (await console.Links.FindAsync(await console.TokenAsync(anna, job, console.Chosen(password: SharingHarness.Password)), default))!;
        Assert.True(open.NeedsPassword);
        Assert.True(await console.Links.IsPasswordAsync(open, SharingHarness.Password, default));
        for (var i = 0; i < 5; i++) Assert.False(await console.Links.IsPasswordAsync(open, "a wrong one", default));
        Assert.False(await console.Links.IsPasswordAsync(open, SharingHarness.Password, default));
        console.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True(await console.Links.IsPasswordAsync(open, SharingHarness.Password, default));

        var audit = await console.AuditAsync(job);
        Assert.Equal(6, audit.Count(entry => entry.Action == "link.refused"));
        Assert.Contains(audit, entry => entry.Action == "link.locked" && entry.Detail.EndsWith("for 15 minutes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_named_and_makes_no_link()
    {
        var console = Console();
        var anna = await console.AddAsync("anna");
        var job = await console.RunAsync(anna);
        var tooLong = await console.MakeAsync(anna, job, console.Chosen(91, "short") with { RedactedOnly = true });

        Assert.Null(tooLong.Token);
        Assert.Equal(
            ["Valid until must be in the future, and at most 90 days from now.", "Password must be 8 to 256 characters long, or left empty.", "This job has no redacted transcript."],
            tooLong.Faults.Select(fault => fault.Message));
        Assert.Single((await console.MakeAsync(anna, job, console.Chosen(0))).Faults);
        Assert.Empty(await console.ListAsync(anna, job));
        await console.TokenAsync(anna, job, console.Chosen(90));
    }

    [Fact]
    public async Task Job_has_only_so_many_links_that_are_good()
    {
        var console = Console();
        var anna = await console.AddAsync("anna");
        var job = await console.RunAsync(anna);
        for (var i = 0; i < JobSharing.MaxLinks; i++) await console.TokenAsync(anna, job);
        Assert.Equal("This job has 50 links already. Revoke one first.", Assert.Single((await console.MakeAsync(anna, job)).Faults).Message);
        await console.RevokeAsync(anna, (await console.ListAsync(anna, job))[0].Link.Id);
        await console.TokenAsync(anna, job);
    }

    private static async Task<bool> ShareAsync(IServiceProvider scope, string job, JobVisibility visibility)
    {
        await scope.GetRequiredService<ResourceTags>().ShareAsync(job, visibility, default);
        return true;
    }

    private static async Task AssertDeniedAsync(Func<Task> act) => Assert.Equal(AwsFailureKind.Denied, (await Assert.ThrowsAsync<AwsFailureException>(act)).Kind);
}

[Collection(OnLocalBackend.Name)]
public sealed class ShareLinksOnSqliteTests(LocalBackend backend) : ShareLinksTests(backend, () => new SqliteTestDatabase());

[Collection(OnLocalBackend.Name)]
public sealed class ShareLinksOnPostgresTests(LocalBackend backend) : ShareLinksTests(backend, () => new PostgresTestDatabase());
