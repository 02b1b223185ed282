using NetArchTest.Rules;

namespace TranscribeConsole.Web.Tests.Architecture;

/// <summary>The dependency table of the architecture: every project may use what stands beside it and nothing else of ours.</summary>
public sealed class DependencyTests
{
    private const string Client = "Amazon.TranscribeService";
    private const string Data = "TranscribeConsole.Data";
    private const string Postgres = "TranscribeConsole.Data.Postgres";

    private static readonly string[] All =
        ["TranscribeConsole.Web", "TranscribeConsole.Components", "TranscribeConsole.Services", Data, Postgres, "TranscribeConsole.LocalAws", "TranscribeConsole.Transcripts", Client];

    [Theory]
    [InlineData(typeof(TranscribeConsole.Components.Status.Icon))]
    [InlineData(typeof(Services.BackendCapabilities), Data, "TranscribeConsole.Transcripts", Client)]
    [InlineData(typeof(LocalAws.LocalAwsOptions), "TranscribeConsole.Transcripts")]
    [InlineData(typeof(TranscribeConsole.Data.AppDatabase))]
    [InlineData(typeof(TranscribeConsole.Data.Postgres.PostgresDatabase), Data)]
    [InlineData(typeof(Transcripts.Transcript))]
    [InlineData(typeof(Amazon.TranscribeService.IAmazonTranscribeService))]
    public void Project_uses_only_what_it_may(Type member, params string[] allowed)
    {
        var own = member.Assembly.GetName().Name == "TranscribeConsole.TranscribeClient" ? Client : member.Assembly.GetName().Name!;
        AssertFree(member, [.. All.Except(allowed).Where(project => project != own)]);
    }

    [Theory]
    [InlineData(typeof(Services.BackendCapabilities))]
    [InlineData(typeof(TranscribeConsole.Data.AppDatabase))]
    [InlineData(typeof(Transcripts.Transcript))]
    [InlineData(typeof(Amazon.TranscribeService.IAmazonTranscribeService))]
    public void Project_below_the_web_knows_no_web(Type member) => AssertFree(member, "Microsoft.AspNetCore");

    // They make instruments and spans by what .NET itself has; who listens is a matter of the composition.
    [Theory]
    [InlineData(typeof(Services.BackendCapabilities))]
    [InlineData(typeof(LocalAws.LocalAwsOptions))]
    public void Measured_rooms_know_no_monitoring_system(Type member) => AssertFree(member, "OpenTelemetry");

    [Fact]
    public void Transcripts_know_no_AWS() => AssertFree(typeof(Transcripts.Transcript), "Amazon");

    [Fact]
    public void Storage_knows_no_HTTP() => AssertNone(
        Types.InAssembly(typeof(LocalAws.LocalAwsOptions).Assembly).That().ResideInNamespace("TranscribeConsole.LocalAws.Storage")
            .ShouldNot().HaveDependencyOn("Microsoft.AspNetCore.Http").GetResult());

    [Fact]
    public void Pages_build_no_SDK_request() => AssertNone(
        Types.InAssembly(typeof(Program).Assembly).That().ResideInNamespace("TranscribeConsole.Web.Components")
            .ShouldNot().HaveDependencyOnAny("Amazon", "TranscribeConsole.LocalAws").GetResult());

    [Fact]
    public void Local_backend_is_named_where_the_application_is_composed_alone() => AssertNone(
        Types.InAssembly(typeof(Program).Assembly)
            .That().DoNotResideInNamespace("TranscribeConsole.Web.Composition").And().DoNotHaveName("RecogniserCheck")
            .ShouldNot().HaveDependencyOn("TranscribeConsole.LocalAws").GetResult());

    private static void AssertFree(Type member, params string[] forbidden) =>
        AssertNone(Types.InAssembly(member.Assembly).ShouldNot().HaveDependencyOnAny(forbidden).GetResult());

    private static void AssertNone(TestResult result) =>
        Assert.True(result.IsSuccessful, $"Not allowed: {string.Join(", ", result.FailingTypeNames ?? [])}");
}
