namespace TranscribeConsole.LocalAws.Tests.Signing;

internal static class Pieces
{
    /// <summary>Cuts the data into pieces of the given lengths, none of them empty; what is left is the last piece.</summary>
    public static List<byte[]> Cut(byte[] data, byte[] lengths)
    {
        var pieces = new List<byte[]>();
        var start = 0;
        foreach (var length in lengths)
        {
            if (length == 0 || start + length >= data.Length) continue;
            pieces.Add(data[start..(start + length)]);
            start += length;
        }

        if (start < data.Length) pieces.Add(data[start..]);
        return pieces;
    }
}
