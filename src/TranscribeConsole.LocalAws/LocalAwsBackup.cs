using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws;

/// <summary>Copies the directory of a backend, which may go on working meanwhile.</summary>
/// <remarks>
/// At any moment the files of every row exist, and a body never changes under its name. So the database is copied first, as of one moment,
/// and then the bodies that it names. One that was deleted in between is missing, and so is its row by now: the database is copied again,
/// and what came new, until both fit. Each round has less to copy.
/// </remarks>
public sealed class LocalAwsBackup(string source, string target)
{
    private const int Rounds = 200;
    private const string Database = "localaws.db";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string[] KeyFiles = ["credentials", "service-credentials"];

    /// <summary>Whether there is a backend's directory at all.</summary>
    public static bool Exists(string directory) => File.Exists(Path.Combine(directory, Database));

    /// <summary>Copies into the target, which must be there and empty.</summary>
    /// <exception cref="LocalAwsStartException">It could not be copied whole; the message says why.</exception>
    public CopiedBodies Run(CancellationToken cancellationToken)
    {
        foreach (var name in KeyFiles.Where(name => File.Exists(PathIn(source, name)))) File.Copy(PathIn(source, name), PathIn(target, name));
        for (var round = 0; round < Rounds; round++)
        {
            SqliteCopy.Run(PathIn(source, Database), PathIn(target, Database));
            var named = SqliteCopy.Bodies(PathIn(target, Database));
            if (!CopyBodies(named, cancellationToken)) continue;
            RemoveOthers(named);
            return Verify(target);
        }

        throw new LocalAwsStartException("Objects are deleted faster than they can be copied; try again when less is going on.");
    }

    /// <summary>Checks a copy: the database is sound, and each body is there with its length.</summary>
    /// <exception cref="LocalAwsStartException">It is not; the message says what is wrong.</exception>
    public static CopiedBodies Verify(string copy)
    {
        SqliteCopy.Verify(PathIn(copy, Database));
        var bodies = SqliteCopy.Bodies(PathIn(copy, Database));
        foreach (var body in bodies)
        {
            var file = new FileInfo(BodyPath(copy, body.Name));
            if (!file.Exists || file.Length != body.Size) throw new LocalAwsStartException($"The copy in '{copy}' is not whole: the body {body.Name} is missing or short.");
        }

        return new(bodies.Count, bodies.Sum(body => body.Size));
    }

    /// <returns>False: a body was deleted meanwhile.</returns>
    private bool CopyBodies(IReadOnlyList<BodyFile> named, CancellationToken cancellationToken)
    {
        var whole = true;
        foreach (var body in named)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = BodyPath(target, body.Name);
            if (File.Exists(path)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnerOnly);
            try
            {
                File.Copy(BodyPath(source, body.Name), path);
            }
            catch (FileNotFoundException)
            {
                whole = false; // the others are copied all the same: the next round has less to do
            }
        }

        return whole;
    }

    // Of earlier rounds, deleted since.
    private void RemoveOthers(IReadOnlyList<BodyFile> named)
    {
        var objects = PathIn(target, "objects");
        if (!Directory.Exists(objects)) return;
        var names = named.Select(body => body.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(objects, "*", SearchOption.AllDirectories))
            if (!names.Contains(Path.GetFileName(path))) File.Delete(path);
    }

    private static string PathIn(string directory, string name) => Path.Combine(directory, name);

    private static string BodyPath(string directory, string name) => Path.Combine(directory, "objects", name[..1], name[1..2], name);
}

/// <summary>What a copy holds.</summary>
/// <param name="Count">Files of bodies; small objects are in the database.</param>
public sealed record CopiedBodies(int Count, long Bytes);
