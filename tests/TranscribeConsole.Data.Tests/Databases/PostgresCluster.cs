using System.Diagnostics;
using Npgsql;

namespace TranscribeConsole.Data.Tests.Databases;

/// <summary>Debian's PostgreSQL as a child of the tests. It ends with them, even if they are killed.</summary>
/// <remarks>PostgreSQL refuses to run as root, as which the tests run in a container; there it is the package's own user.</remarks>
public sealed class PostgresCluster : IDisposable
{
    private static readonly Lazy<PostgresCluster> SharedCluster = new(() => new PostgresCluster());

    private readonly string _directory = Directory.CreateTempSubdirectory("pg-").FullName; // short: a socket's path has 107 bytes
    private readonly Process _process;
    private readonly Lazy<string> _template;

    public PostgresCluster()
    {
        // As an argument: the other user may not read where the tests are.
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Databases", "cluster.sh"));
        string[] command = ["sh", "-c", script, "cluster.sh", _directory];
        if (Environment.IsPrivilegedProcess)
        {
            using var owner = Process.Start("chown", ["postgres", _directory]);
            owner.WaitForExit();
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command];
        }

        _process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = _directory })!;
        Expect("started");
        _template = new(() => NewDatabase("template1", PostgresTestDatabase.Migrate));
    }

    /// <summary>One for all tests of an assembly.</summary>
    public static PostgresCluster Shared => SharedCluster.Value;

    /// <summary>A database with the newest schema and without rows; answers how to connect to it.</summary>
    public string NewDatabase() => NewDatabase(_template.Value, _ => { });

    /// <summary>A database without tables.</summary>
    public string NewEmptyDatabase() => NewDatabase("template1", _ => { });

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _directory, Username = "console", Database = database, MaxPoolSize = 20, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2 }.ToString();

    /// <summary>Runs a client program of PostgreSQL on a database; answers what it wrote.</summary>
    public static byte[] Run(string program, string connectionString, params string[] arguments) => Run(program, connectionString, [], arguments);

    /// <param name="input">What it reads.</param>
    public static byte[] Run(string program, string connectionString, byte[] input, params string[] arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        using var process = Process.Start(new ProcessStartInfo(program, ["--host", to.Host!, "--username", to.Username!, "--dbname", to.Database!, .. arguments])
        { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    /// <summary>Ends the server as an administrator does, with all connections.</summary>
    public void Stop()
    {
        _process.StandardInput.WriteLine("stop");
        Expect("stopped");
    }

    public void Start()
    {
        _process.StandardInput.WriteLine("start");
        Expect("started");
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string NewDatabase(string template, Action<string> fill)
    {
        var name = $"test_{Guid.NewGuid():n}";
        lock (_process) // two can't copy one template at a time
        {
            using var connection = new NpgsqlConnection(ConnectionString("postgres"));
            connection.Open();
            using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {TemplateName(template)}", connection);
            create.ExecuteNonQuery();
        }

        fill(ConnectionString(name));
        return ConnectionString(name);
    }

    private static string TemplateName(string template) => template.Contains('=', StringComparison.Ordinal) ? new NpgsqlConnectionStringBuilder(template).Database! : template;

    private void Expect(string answer)
    {
        if (_process.StandardOutput.ReadLine() is var line && line != answer) throw new InvalidOperationException($"PostgreSQL: {line ?? "ended"}.");
    }
}
