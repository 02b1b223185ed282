using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>The part of an object that a GET asks for.</summary>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Bytes; 0 for an empty part alone.</param>
internal readonly record struct ByteRange(long Offset, long Length)
{
    /// <summary>The range of the header, or null when the whole object is to be sent: no header, several ranges, or one that cannot be read.</summary>
    /// <exception cref="Protocols.ServiceErrorException">InvalidRange: nothing of the object lies in it.</exception>
    public static ByteRange? Parse(string? header, long size)
    {
        if (!RangeHeaderValue.TryParse(header, out var parsed) || parsed.Unit != "bytes" || parsed.Ranges.Count != 1) return null;
        var range = parsed.Ranges.Single();
        var from = range.From ?? Math.Max(0, size - range.To!.Value);
        var to = range.From is null ? size - 1 : Math.Min(range.To ?? long.MaxValue, size - 1);
        if (from > to) throw S3Errors.InvalidRange(header!, size);
        return new ByteRange(from, to - from + 1);
    }

    public string ContentRange(long size) => string.Create(CultureInfo.InvariantCulture, $"bytes {Offset}-{Offset + Length - 1}/{size}");
}
