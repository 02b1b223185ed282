using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>One pair of keys in the form of AWS's shared credentials file, which every SDK and the AWS CLI read.</summary>
internal static partial class CredentialsFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string IdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string SecretLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+";

    /// <summary>Reads the file, after making it with random keys and mode 0600 when it is not there, or taking others' access away.</summary>
    /// <param name="purpose">A line for the person who opens the file.</param>
    /// <exception cref="InvalidDataException">The file is malformed, or readable by others and not ours; the message names it and the rule.</exception>
    public static AccessKey LoadOrCreate(string path, string purpose, bool isService)
    {
        if (!File.Exists(path)) Create(path, purpose);
        CloseToOthers(path);
        return Parse(File.ReadAllLines(path), path, isService);
    }

    private static void Create(string path, string purpose)
    {
        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            Write(temporary, $"""
                # {purpose}
                [default]
                aws_access_key_id = AKIA{RandomNumberGenerator.GetString(IdLetters, 16)}
                aws_secret_access_key = {RandomNumberGenerator.GetString(SecretLetters, 40)}
                region = {LocalAwsAccount.Region}

                """);
            File.Move(temporary, path);
            Posix.SyncDirectory(Path.GetDirectoryName(path)!); // keys that somebody has copied must not be others after a power loss
        }
        catch (IOException) when (File.Exists(path)) // another process was first; its keys hold
        {
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // Keys that were copied in, or restored from a backup, often come with the mode of any file.
    private static void CloseToOthers(string path)
    {
        try
        {
            if ((File.GetUnixFileMode(path) & ~OwnerOnly) != 0) File.SetUnixFileMode(path, OwnerOnly);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InvalidDataException($"The credentials file {path} can be read by other users and is not ours to close; run chmod 600 on it as its owner.", e);
        }
    }

    private static void Write(string path, string text)
    {
        // Never readable by others, not even for a moment.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private static AccessKey Parse(string[] lines, string path, bool isService)
    {
        var settings = DefaultProfile(lines, path);
        var id = settings.GetValueOrDefault("aws_access_key_id", "");
        var secret = settings.GetValueOrDefault("aws_secret_access_key", "");
        if (!IdPattern().IsMatch(id))
            throw Malformed(path, "aws_access_key_id under [default] must be 3 to 128 letters, digits or underscores.");
        if (!SecretPattern().IsMatch(secret))
            throw Malformed(path, "aws_secret_access_key under [default] must be 8 to 128 printable ASCII characters without spaces.");
        return new AccessKey(id, secret, isService);
    }

    private static Dictionary<string, string> DefaultProfile(string[] lines, string path)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? section = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] is '#' or ';') continue;
            if (line[0] == '[' && line[^1] == ']') section = line[1..^1].Trim();
            else if (line.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var value])
                throw Malformed(path, $"line {i + 1} is neither a [profile], nor a name = value, nor a # comment.");
            else if (section == "default" && !settings.TryAdd(name, value))
                throw Malformed(path, $"line {i + 1} sets {name} a second time.");
        }

        return settings;
    }

    private static InvalidDataException Malformed(string path, string rule) =>
        new($"The credentials file {path} cannot be used: {rule} Correct it, or delete it to have new keys made.");

    [GeneratedRegex(@"\A[A-Za-z0-9_]{3,128}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A[!-~]{8,128}\z")]
    private static partial Regex SecretPattern();
}
