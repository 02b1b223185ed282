using System.Buffers;
using System.Security.Cryptography;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>
/// Bodies on disk, under <c>objects/x/y/</c> by the first two digits of their random names. A body is written under
/// <c>objects/tmp/</c>, synced, and renamed into place; whatever a crash leaves without a row is swept at the next start.
/// </summary>
internal sealed class BodyFiles
{
    /// <summary>Bytes up to which a body is stored in its row: reading and syncing a file would cost more than the bytes.</summary>
    public const int MaxInRow = 16 * 1024;

    private const int MinReserved = 1024 * 1024;
    private const string Digits = "0123456789abcdef";

    private readonly string _root;
    private readonly string _temporary;
    private readonly string _pins;
    private readonly Func<string, long, FileStream> _create;
    private readonly int _maxInRow;

    /// <param name="create">Creates a file for writing so many bytes (0: unknown); a test puts one here whose disk is full.</param>
    /// <param name="maxInRow">Bytes up to which a body needs no file; a test of files says -1.</param>
    public BodyFiles(string dataDirectory, Func<string, long, FileStream>? create = null, int maxInRow = MaxInRow)
    {
        _maxInRow = maxInRow;
        _root = Path.Combine(Path.GetFullPath(dataDirectory), "objects");
        _temporary = Path.Combine(_root, "tmp");
        _pins = Path.Combine(_root, "pins");
        _create = create ?? Create;
        MakeDirectories();
    }

    /// <summary>Bytes that the disk has left for this user.</summary>
    public long FreeBytes => new DriveInfo(_root).AvailableFreeSpace;

    /// <summary>Takes in a body, computing its MD5; one that is too large for a row is written under a temporary name and synced.</summary>
    /// <param name="length">Bytes announced, 0 when none are: a disk without room for them is noticed before the first.</param>
    /// <exception cref="Protocols.ServiceErrorException">InsufficientStorage: the disk is full; nothing is left behind.</exception>
    public async Task<StagedBody> StageAsync(Stream body, long length, CancellationToken cancellationToken)
    {
        var start = ArrayPool<byte>.Shared.Rent(MaxInRow + 1);
        try
        {
            var read = length > _maxInRow ? 0 : await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
            return length <= _maxInRow && read <= _maxInRow
                ? InMemory(start.AsSpan(0, read))
                : await StageFileAsync(start.AsMemory(0, read), body, length, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(start);
        }
    }

    /// <summary>Renames a staged body to its final, random name; durable on return.</summary>
    /// <remarks>One that was staged in memory becomes a file: parts are files, however small.</remarks>
    /// <exception cref="Protocols.ServiceErrorException">InsufficientStorage: the disk is full; nothing is left behind.</exception>
    public BodyFile Keep(StagedBody staged)
    {
        var body = Keep(staged.Path ?? Write(staged.Content!), staged.Size);
        staged.Kept();
        return body;
    }

    /// <summary>Gives a body a second name that counts as a body of its own; durable on return.</summary>
    /// <exception cref="FileNotFoundException">The body was deleted meanwhile.</exception>
    public BodyFile Duplicate(BodyFile body)
    {
        var name = NewName();
        LinkOrCopy(PathOf(body.Name), PathOf(name), durable: true);
        Posix.SyncDirectory(DirectoryOf(name));
        return body with { Name = name };
    }

    /// <summary>The files one after another as one seekable stream. They stay readable when they are deleted meanwhile.</summary>
    /// <exception cref="FileNotFoundException">One was deleted before it could be opened.</exception>
    public Stream Open(IReadOnlyList<BodyFile> files)
    {
        if (files is [var only]) return OpenOne(only.Name);
        var opened = new List<(FileStream, long)>(files.Count);
        try
        {
            foreach (var file in files) opened.Add((OpenOne(file.Name), file.Size));
            return new ConcatenatedStream(opened);
        }
        catch
        {
            foreach (var (stream, _) in opened) stream.Dispose();
            throw;
        }
    }

    /// <summary>A path for a program that reads files. Not synced: no pin outlives the process.</summary>
    /// <exception cref="FileNotFoundException">The body was deleted meanwhile.</exception>
    public string Pin(BodyFile body)
    {
        var pin = Path.Combine(_pins, NewName());
        LinkOrCopy(PathOf(body.Name), pin, durable: false);
        return pin;
    }

    /// <summary>A path for a program that reads files, with these bytes.</summary>
    public string Pin(byte[] content)
    {
        var pin = Path.Combine(_pins, NewName());
        File.WriteAllBytes(pin, content);
        return pin;
    }

    /// <summary>Makes one body of several, which stay; durable on return.</summary>
    /// <exception cref="FileNotFoundException">One was deleted meanwhile.</exception>
    /// <exception cref="Protocols.ServiceErrorException">InsufficientStorage: the disk is full; nothing is left behind.</exception>
    public async Task<BodyFile> JoinAsync(IReadOnlyList<BodyFile> bodies, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_temporary, NewName());
        var size = bodies.Sum(body => body.Size);
        try
        {
            await using (var file = _create(path, size))
            {
                await Task.Run(
                    () => BodyJoin.Write(bodies.Select(body => (PathOf(body.Name), body.Size)), file.SafeFileHandle, cancellationToken), cancellationToken);
                file.Flush(flushToDisk: true);
            }

            return Keep(path, size);
        }
        catch (Exception e)
        {
            File.Delete(path);
            if (StorageErrors.CannotStore(e) is { } refusal) throw refusal;
            throw;
        }
    }

    public void Delete(IEnumerable<BodyFile> files)
    {
        foreach (var file in files) File.Delete(PathOf(file.Name));
    }

    /// <summary>Removes what an interrupted run left: temporary files, pins, and bodies that no row knows.</summary>
    /// <returns>How many files were removed.</returns>
    /// <remarks>Only for the start, while nothing else writes.</remarks>
    public int Sweep(IReadOnlySet<string> known)
    {
        var leftovers = Directory.EnumerateFiles(_temporary)
            .Concat(Directory.EnumerateFiles(_pins))
            .Concat(Leaves().SelectMany(Directory.EnumerateFiles).Where(path => !known.Contains(Path.GetFileName(path))));
        var removed = 0;
        foreach (var path in leftovers)
        {
            File.Delete(path);
            removed++;
        }

        return removed;
    }

    private static StagedBody InMemory(ReadOnlySpan<byte> content) =>
        new(null, content.ToArray(), content.Length, Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, content)));

    private async Task<StagedBody> StageFileAsync(ReadOnlyMemory<byte> start, Stream rest, long length, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_temporary, NewName());
        try
        {
            await using var file = _create(path, length);
            var (size, md5) = await BodyCopy.RunAsync(start, rest, file, length, cancellationToken);
            file.Flush(flushToDisk: true);
            return new StagedBody(path, null, size, md5);
        }
        catch (Exception e)
        {
            File.Delete(path);
            if (StorageErrors.CannotStore(e) is { } refusal) throw refusal;
            throw;
        }
    }

    private string Write(byte[] content)
    {
        var path = Path.Combine(_temporary, NewName());
        try
        {
            using var file = _create(path, content.Length);
            file.Write(content);
            file.Flush(flushToDisk: true);
            return path;
        }
        catch (Exception e)
        {
            File.Delete(path);
            if (StorageErrors.CannotStore(e) is { } refusal) throw refusal;
            throw;
        }
    }

    // For a small file reserving costs more than it tells.
    private static FileStream Create(string path, long length)
    {
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        if (length < MinReserved) return file;
        try
        {
            Posix.Reserve(file.SafeFileHandle, length);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private BodyFile Keep(string path, long size)
    {
        var name = NewName();
        File.Move(path, PathOf(name));
        Posix.SyncDirectory(DirectoryOf(name));
        return new BodyFile(name, size);
    }

    // Not every file system has hard links (some container volumes): then the bytes are copied.
    private static void LinkOrCopy(string existing, string path, bool durable)
    {
        const int notPermitted = 1, tooManyLinks = 31, notSupported = 95;
        try
        {
            Posix.Link(existing, path);
        }
        catch (IOException e) when (e.HResult is notPermitted or tooManyLinks or notSupported)
        {
            Copy(existing, path, durable);
        }
    }

    private static void Copy(string existing, string path, bool durable)
    {
        try
        {
            File.Copy(existing, path);
            if (!durable) return;
            using var copy = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(copy);
        }
        catch (IOException)
        {
            File.Delete(path); // half a copy, on a disk that may be full
            throw;
        }
    }

    private FileStream OpenOne(string name)
    {
        try
        {
            return new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new FileNotFoundException(e.Message, e);
        }
    }

    private static string NewName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private string DirectoryOf(string name) => Path.Combine(_root, name[..1], name[1..2]);

    private string PathOf(string name) => Path.Combine(DirectoryOf(name), name);

    private IEnumerable<string> Leaves() =>
        from first in Digits from second in Digits select Path.Combine(_root, first.ToString(), second.ToString());

    // All at once: a directory made during a write would have to be synced too, and by everyone who finds it there.
    private void MakeDirectories()
    {
        Directory.CreateDirectory(_temporary);
        Directory.CreateDirectory(_pins);
        foreach (var leaf in Leaves()) Directory.CreateDirectory(leaf);
        foreach (var digit in Digits) Posix.SyncDirectory(Path.Combine(_root, digit.ToString()));
        Posix.SyncDirectory(_root);
        Posix.SyncDirectory(Path.GetDirectoryName(_root)!);
    }
}
