using Amazon.TranscribeService;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Services.Tags;
using TranscribeConsole.Services.Tests.Backend;

namespace TranscribeConsole.Services.Tests.Access;

/// <summary>Who sees and changes whose jobs, on a real backend and a real database.</summary>
public abstract class JobOwnershipTests(LocalBackend backend, Func<TestDatabase> newDatabase)
{
    private static readonly Caller Anna = new("anna", "Anna", Role.Submitter);
    private static readonly Caller Ben = new("ben", "Ben", Role.Submitter);
    private static readonly Caller Rita = new("rita", "Rita", Role.Reader);
    private static readonly Caller Max = new("max", "Max", Role.Manager);

    private readonly string _mark = Guid.NewGuid().ToString("n")[..12];

    [Fact]
    public async Task Private_job_is_there_for_its_owner_and_managers_alone()
    {
        var installation = Compose(OtherJobs.Team);
        var name = await StartAsync(installation, Anna, JobVisibility.Private);

        Assert.All([Anna, Max], caller => Assert.True(SeesAsync(installation, caller, name).Result));
        Assert.All([Ben, Rita], caller => Assert.False(SeesAsync(installation, caller, name).Result));
    }

    [Fact]
    public async Task Nothing_that_is_asked_for_by_name_tells_of_somebody_elses_job()
    {
        var installation = Compose(OtherJobs.Team);
        var name = await StartAsync(installation, Anna, JobVisibility.Private);
        await WaitAsync(name);

        using (var scope = installation.As(Anna))
        {
            Assert.NotNull(await scope.Get<TranscriptReader>().ReadAsync(name, default));
            Assert.NotNull(await scope.Get<JobMedia>().FindAsync(name, default));
        }

        using var other = installation.As(Ben);
        Assert.Null(await other.Get<TranscriptReader>().ReadAsync(name, default)); // although it is in the cache
        Assert.Null(await other.Get<TranscriptReader>().OpenAsync(name, ResultKind.Transcript, default));
        Assert.Null(await other.Get<JobMedia>().FindAsync(name, default));
        Assert.Null(await other.Jobs.CopyAsync(name, default));
        Assert.Null(await other.Jobs.TextsAsync(name, default));
        Assert.False(await other.Jobs.MayChangeAsync(name, default));
        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => other.Get<ResourceTags>().ReadAsync(TaggedResource.TranscriptionJob, name, default));
        Assert.Equal((AwsFailureKind.NotFound, $"There is no transcription job named {name}."), (failure.Kind, failure.Message));
        await other.Jobs.DeleteAsync(name, default); // as of one that never was: no error
        Assert.NotNull(await backend.Jobs.FindAsync(name, default));
    }

    [Fact]
    public async Task Job_of_the_team_is_seen_by_all_and_changed_by_its_owner_and_managers()
    {
        var installation = Compose(OtherJobs.Nobody);
        var name = await StartAsync(installation, Anna, JobVisibility.Team);
        await WaitAsync(name);

        Assert.All([Anna, Ben, Rita, Max], caller => Assert.True(SeesAsync(installation, caller, name).Result));
        Assert.All([(Anna, true), (Ben, false), (Rita, false), (Max, true)], expected =>
        {
            using var scope = installation.As(expected.Item1);
            Assert.Equal(expected.Item2, scope.Jobs.MayChangeAsync(name, default).Result);
            Assert.Equal(expected.Item2, scope.Jobs.FindAsync(name, default).Result!.MayChange);
        });
        using var other = installation.As(Ben);
        var denied = await Assert.ThrowsAsync<AwsFailureException>(() => other.Jobs.DeleteAsync(name, default));
        Assert.Equal((AwsFailureKind.Denied, "Only the owner of the job and managers may do this."), (denied.Kind, denied.Message));
        denied = await Assert.ThrowsAsync<AwsFailureException>(() => other.Get<ResourceTags>().ShareAsync(name, JobVisibility.Private, default));
        Assert.Equal(AwsFailureKind.Denied, denied.Kind);
        denied = await Assert.ThrowsAsync<AwsFailureException>(() => other.Get<ResourceTags>().WriteAsync(TaggedResource.TranscriptionJob, name, [], default));
        Assert.Equal(AwsFailureKind.Denied, denied.Kind);
        using var manager = installation.As(Max);
        await manager.Jobs.DeleteAsync(name, default);
        Assert.Null(await backend.Jobs.FindAsync(name, default));
    }

    [Fact]
    public async Task Owner_who_may_only_read_now_sees_the_job_and_changes_nothing()
    {
        var installation = Compose(OtherJobs.Team);
        var name = await StartAsync(installation, Anna, JobVisibility.Private);
        using var reader = installation.As(Anna with { Role = Role.Reader });

        Assert.False((await reader.Jobs.FindAsync(name, default))!.MayChange);
        var denied = await Assert.ThrowsAsync<AwsFailureException>(() => reader.Jobs.StartAsync(LocalBackend.Form(), default));
        Assert.Equal((AwsFailureKind.Denied, "Creating jobs needs the role Submitter. Ask an administrator for it."), (denied.Kind, denied.Message));
    }

    [Fact]
    public async Task Sharing_is_seen_at_once_here_and_by_its_tag_in_another_installation()
    {
        var installation = Compose(OtherJobs.Nobody);
        var name = await StartAsync(installation, Anna, JobVisibility.Private);
        using (var owner = installation.As(Anna)) await owner.Get<ResourceTags>().ShareAsync(name, JobVisibility.Team, default);

        Assert.True(await SeesAsync(installation, Rita, name));
        var other = Compose(OtherJobs.Nobody);
        Assert.True(await SeesAsync(other, Rita, name));
        using var there = other.As(Rita);
        Assert.Equal(new JobOwnership("anna", JobVisibility.Team), (await there.Jobs.FindAsync(name, default))!.Ownership);

        using (var owner = installation.As(Anna)) await owner.Get<ResourceTags>().ShareAsync(name, JobVisibility.Private, default);
        Assert.False(await SeesAsync(installation, Rita, name));
        Assert.False(await SeesAsync(Compose(OtherJobs.Nobody), Rita, name));
    }

    [Fact]
    public async Task Sharing_at_one_instance_is_seen_at_once_at_another_with_its_database()
    {
        var database = newDatabase();
        var (here, there) = (Compose(OtherJobs.Nobody, database), Compose(OtherJobs.Nobody, database));
        var name = await StartAsync(here, Anna, JobVisibility.Private);
        Assert.False(await SeesAsync(there, Rita, name)); // what it knows of the job now, it must not keep
        using (var owner = here.As(Anna)) await owner.Get<ResourceTags>().ShareAsync(name, JobVisibility.Team, default);
        Assert.True(await SeesAsync(there, Rita, name));
        using (var owner = here.As(Anna)) await owner.Get<ResourceTags>().ShareAsync(name, JobVisibility.Private, default);
        Assert.False(await SeesAsync(there, Rita, name));
    }

    [Theory]
    [InlineData(OtherJobs.Team, true)]
    [InlineData(OtherJobs.Nobody, false)]
    public async Task Job_made_elsewhere_is_the_teams_or_nobodys_by_setting(OtherJobs setting, bool seen)
    {
        var form = Marked();
        await backend.Jobs.StartAsync(form, default); // without owners

        var installation = Compose(setting);
        Assert.Equal(seen, await SeesAsync(installation, Rita, form.Name));
        Assert.True(await SeesAsync(installation, Max, form.Name));
        using var manager = installation.As(Max);
        await manager.Get<ResourceTags>().ShareAsync(form.Name, JobVisibility.Team, default);
        Assert.True(await SeesAsync(installation, Rita, form.Name));
    }

    [Fact]
    public async Task List_shows_full_pages_of_what_is_seen_however_much_lies_between()
    {
        var installation = Compose(OtherJobs.Team);
        List<string> annas = [];
        for (var i = 0; i < 4; i++)
        {
            annas.Insert(0, await StartAsync(installation, Anna, JobVisibility.Private));
            await StartAsync(installation, Ben, JobVisibility.Private);
            await StartAsync(installation, Ben, JobVisibility.Private);
        }

        using var anna = installation.As(Anna);
        var first = await anna.Jobs.ListAsync(new JobQuery(_mark, PageSize: 2), default);
        var second = await anna.Jobs.ListAsync(new JobQuery(_mark, NextToken: first.NextToken, PageSize: 2), default);

        Assert.Equal(annas, first.Jobs.Concat(second.Jobs).Select(row => row.Name));
        Assert.Equal((2, 2, null), (first.Jobs.Count, second.Jobs.Count, second.NextToken)); // no empty page at the end
        using var manager = installation.As(Max);
        Assert.Equal(12, (await manager.Jobs.ListAsync(new JobQuery(_mark, PageSize: 100), default)).Jobs.Count);
        using var reader = installation.As(Rita);
        Assert.Empty((await reader.Jobs.ListAsync(new JobQuery(_mark), default)).Jobs);
        var all = await backend.Jobs.ListAsync(new JobQuery(_mark, PageSize: 100), default);
        Assert.Equal(annas, (await anna.Jobs.VisibleAsync(all.Jobs, default)).Select(row => row.Name));
    }

    [Theory]
    [InlineData("x")]
    [InlineData(".token")]
    [InlineData("-1.token")]
    public async Task List_refuses_a_token_that_is_none_of_its_own(string token)
    {
        using var anna = Compose(OtherJobs.Team).As(Anna);
        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => anna.Jobs.ListAsync(new JobQuery(NextToken: token), default));
        Assert.Equal(AwsFailureKind.BadRequest, failure.Kind);
    }

    [Fact]
    public async Task Later_job_of_the_same_name_has_its_own_owner()
    {
        var installation = Compose(OtherJobs.Team);
        var name = await StartAsync(installation, Anna, JobVisibility.Team);
        await backend.Jobs.DeleteAsync(name, default); // by somebody else, so that the record stays
        using (var ben = installation.As(Ben)) await ben.Jobs.StartAsync(Named(name), default);

        Assert.False(await SeesAsync(installation, Anna, name));
        Assert.True(await SeesAsync(installation, Ben, name));
    }

    [Fact]
    public async Task Owner_is_in_the_tags_of_the_job_but_not_among_those_that_people_see_copy_or_enter()
    {
        var installation = Compose(OtherJobs.Team);
        var form = Marked();
        form.Tags.Add(new JobTag { Key = "team", Value = "legal" });
        using var anna = installation.As(Anna);
        await anna.Jobs.StartAsync(form, default);

        var wire = await backend.Services.GetRequiredService<IAmazonTranscribeService>().GetTranscriptionJobAsync(new() { TranscriptionJobName = form.Name });
        Assert.Equal(
            ["team=legal", "transcribeconsole:owner=anna", "transcribeconsole:visibility=private"], wire.TranscriptionJob!.Tags!.Select(tag => $"{tag.Key}={tag.Value}").Order());
        Assert.Equal(["team"], (await anna.Get<ResourceTags>().ReadAsync(TaggedResource.TranscriptionJob, form.Name, default)).Select(tag => tag.Key));
        Assert.Equal(["team"], (await anna.Jobs.CopyAsync(form.Name, default))!.Form.Tags.Select(tag => tag.Key));
        await anna.Get<ResourceTags>().WriteAsync(TaggedResource.TranscriptionJob, form.Name, [], default);
        Assert.True(await SeesAsync(Compose(OtherJobs.Nobody), Anna, form.Name)); // the owner's tags stayed
        var fault = Assert.Single(anna.Get<JobRules>().CheckTags([new JobTag { Key = "TranscribeConsole:owner", Value = "ben" }]));
        Assert.Equal("Keys that begin with transcribeconsole: are the console's own.", fault.Message);
    }

    [Fact]
    public async Task What_the_tags_said_does_not_undo_what_was_shared_meanwhile()
    {
        var installation = Compose(OtherJobs.Nobody);
        using var anna = installation.As(Anna);
        var row = await anna.Jobs.StartAsync(Marked(), default);
        await anna.Get<ResourceTags>().ShareAsync(row.Name, JobVisibility.Team, default);
        await anna.Get<JobOwners>().AddAsync(row, new JobOwnership("anna", JobVisibility.Private), default); // by a list that had read them before

        Assert.True(await SeesAsync(installation, Rita, row.Name));
    }

    [Fact]
    public async Task As_many_tags_as_the_service_takes_leave_no_room_for_the_owner()
    {
        using var anna = Compose(OtherJobs.Team).As(Anna);
        var form = Marked();
        form.Tags.AddRange(Enumerable.Range(0, 49).Select(n => new JobTag { Key = $"key-{n}" }));
        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => anna.Jobs.StartAsync(form, default));

        Assert.Equal((AwsFailureKind.BadRequest, "Tags: a job can have up to 48 besides the 2 in which the console keeps its owner."), (failure.Kind, failure.Message));
        form.Tags.RemoveAt(0);
        await anna.Jobs.StartAsync(form, default);
    }

    [Fact]
    public async Task Job_beyond_the_limit_of_the_day_is_not_started_and_one_that_the_service_refuses_does_not_count()
    {
        var installation = Compose(OtherJobs.Team, jobsPerDay: 2);
        var first = await StartAsync(installation, Anna, JobVisibility.Private);
        using (var scope = installation.As(Anna))
        {
            var again = Named(first);
            Assert.Equal(AwsFailureKind.Conflict, (await Assert.ThrowsAsync<AwsFailureException>(() => scope.Jobs.StartAsync(again, default))).Kind);
        }

        await StartAsync(installation, Anna, JobVisibility.Private);
        var refused = await Assert.ThrowsAsync<AwsFailureException>(() => StartAsync(installation, Anna, JobVisibility.Private));
        Assert.StartsWith("You may start 2 jobs a day and have started 2 today.", refused.Message, StringComparison.Ordinal);
        await StartAsync(installation, Ben, JobVisibility.Private);
    }

    private static async Task<bool> SeesAsync(Installation installation, Caller caller, string name)
    {
        using var scope = installation.As(caller);
        var found = await scope.Jobs.FindAsync(name, default) is not null;
        Assert.Equal(found, (await scope.Jobs.ListAsync(new JobQuery(name), default)).Jobs.Any(row => row.Name == name));
        return found;
    }

    private async Task<string> StartAsync(Installation installation, Caller caller, JobVisibility visibility)
    {
        var form = Marked();
        form.Visibility = visibility;
        using var scope = installation.As(caller);
        await scope.Jobs.StartAsync(form, default);
        return form.Name;
    }

    private async Task WaitAsync(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await backend.Jobs.FindAsync(name, limit.Token) is { Status: JobStatus.InProgress or JobStatus.Queued }) await Task.Delay(50, limit.Token);
    }

    private JobForm Marked()
    {
        var form = LocalBackend.Form();
        form.Name += _mark;
        return form;
    }

    private static JobForm Named(string name)
    {
        var form = LocalBackend.Form();
        form.Name = name;
        return form;
    }

    /// <summary>A console on the same account, by default with a database of its own.</summary>
    private Installation Compose(OtherJobs otherJobs, TestDatabase? database = null, int jobsPerDay = 0) => new(backend.Compose(
        add: services => services.AddSingleton(new DailySettings(0, jobsPerDay)).AddSingleton<DailyLimits>().AddJobOwners(otherJobs).AddScoped<Signed>().AddScoped<ICallerSource>(provider => provider.GetRequiredService<Signed>()),
        database: database ?? newDatabase()));

    private sealed class Signed : ICallerSource
    {
        public Caller? Caller { get; set; }

        public ValueTask<Caller> GetAsync() => ValueTask.FromResult(Caller!);
    }

    private sealed class Installation(IServiceProvider services)
    {
        public CallerScope As(Caller caller) => new(services.CreateScope(), caller);
    }

    private sealed class CallerScope : IDisposable
    {
        private readonly IServiceScope _scope;

        public CallerScope(IServiceScope scope, Caller caller)
        {
            _scope = scope;
            Get<Signed>().Caller = caller;
        }

        public TranscriptionJobs Jobs => Get<TranscriptionJobs>();

        public T Get<T>()
            where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

        public void Dispose() => _scope.Dispose();
    }
}

[Collection(OnLocalBackend.Name)]
public sealed class JobOwnershipOnSqliteTests(LocalBackend backend) : JobOwnershipTests(backend, () => new SqliteTestDatabase());

[Collection(OnLocalBackend.Name)]
public sealed class JobOwnershipOnPostgresTests(LocalBackend backend) : JobOwnershipTests(backend, () => new PostgresTestDatabase());
