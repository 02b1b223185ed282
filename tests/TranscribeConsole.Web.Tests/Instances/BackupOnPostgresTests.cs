using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Web.Tests.Composition;
using TranscribeConsole.Web.Tests.Hosting;
using TemporaryDirectory = TranscribeConsole.Web.Tests.Hosting.TemporaryDirectory;

namespace TranscribeConsole.Web.Tests.Instances;

/// <summary>What of a console can be copied that has its database elsewhere.</summary>
public sealed class BackupOnPostgresTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string[] _postgres = ["--Database:Provider=Postgres", $"--Database:ConnectionString={PostgresCluster.Shared.NewDatabase()}"];

    [Fact]
    public async Task Objects_are_copied_and_what_is_not_is_said()
    {
        var console = new RunningConsole(_postgres);
        await console.InitializeAsync();
        await console.S3.PutBucketAsync("media");
        await console.S3.PutObjectAsync(new() { BucketName = "media", Key = "large", InputStream = new MemoryStream(new byte[100_000]) });

        var made = await RunAsync("backup", "copy", console.DataDirectory);
        Assert.Contains("the local backend's database and 1 files of objects", made.Output, StringComparison.Ordinal);
        Assert.Contains("own database and keys are in PostgreSQL: back them up there, with pg_dump", made.Output, StringComparison.Ordinal);
        await console.DisposeAsync();

        var refused = await ConsoleProcess.RunAsync(["restore", In("copy"), .. RunningConsole.Arguments(In("restored"))]);
        Assert.Contains("is of a console whose database is in PostgreSQL", refused.Error, StringComparison.Ordinal);
        var restored = await RunAsync("restore", "copy", In("restored"));
        Assert.Contains("PostgreSQL's to restore, with pg_restore", restored.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(In("restored"), "aws", "localaws.db")));
    }

    [Fact]
    public async Task Nothing_to_copy_is_no_success()
    {
        var ended = await RunAsync("backup", "copy", In("empty"));

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("there is nothing to copy. The console's own database and keys are in PostgreSQL: back them up there, with pg_dump", ended.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private Task<ConsoleProcess.Ended> RunAsync(string word, string copy, string dataDirectory) =>
        ConsoleProcess.RunAsync([word, In(copy), .. RunningConsole.Arguments(dataDirectory, _postgres)]);

    private string In(string name) => Path.Combine(_directory.Path, name);
}
