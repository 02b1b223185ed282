namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>Media of the tests.</summary>
internal static class Samples
{
    /// <summary>A second of digital silence, which the recogniser turns into an empty transcript.</summary>
    public static MemoryStream SilentWav()
    {
        const int rate = 16000;
        var wav = new MemoryStream();
        using var writer = new BinaryWriter(wav, System.Text.Encoding.ASCII, leaveOpen: true);
        writer.Write("RIFF"u8);
        writer.Write(36 + 2 * rate);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(2 * rate);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(2 * rate);
        writer.Write(new byte[2 * rate]);
        writer.Flush();
        wav.Position = 0;
        return wav;
    }
}
