using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;

namespace TranscribeConsole.Web.WordLists;

/// <summary>
/// Small texts on their way between browser and page: a file chosen or a spreadsheet's cells pasted go over HTTP and are parked until the
/// circuit takes them, and a list to be saved the other way round. So no file travels over the circuit.
/// </summary>
public sealed class ParkedTexts : IDisposable
{
    /// <summary>Bytes of one text: more than the service takes, so that what is too long is told with its size.</summary>
    public const int MaxBytes = 1 << 20;

    private const int MaxBytesInAll = 32 << 20;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _texts = new(new MemoryCacheOptions { SizeLimit = MaxBytesInAll });

    /// <summary>Parks a text for some minutes.</summary>
    /// <returns>Its id, which nobody can guess.</returns>
    public string Park(byte[] text)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _texts.Set(id, text, new MemoryCacheEntryOptions { Size = Math.Max(text.Length, 1), AbsoluteExpirationRelativeToNow = Kept });
        return id;
    }

    /// <summary>The text; null when there is none, or no longer.</summary>
    public byte[]? Find(string id) => _texts.Get<byte[]>(id);

    /// <summary>The text, which is then no longer there.</summary>
    public byte[]? Take(string id)
    {
        var text = Find(id);
        _texts.Remove(id);
        return text;
    }

    public void Dispose() => _texts.Dispose();
}
