using System.Runtime.InteropServices;

namespace TranscribeConsole.Transcripts.Items;

/// <summary>An item as it is stored: 32 bytes, texts as numbers in the <see cref="ItemTexts"/>. Numbers below 0 mean absent.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ItemData()
{
    public double Confidence = double.NaN;
    public int Content = -1;
    public int StartMilliseconds = -1;
    public int EndMilliseconds = -1;
    public short Speaker = -1;
    public short Channel = -1;
    public short Language = -1;
    public ItemType Kind { readonly get => (ItemType)(_bits & 1); set => _bits = (byte)(_bits & ~1 | (int)value); }

    // Bit 0: the type. Bit 1: the filter flag stands in the file. Bit 2: its value.
    private byte _bits = 0;

    public bool? VocabularyFilterMatch
    {
        readonly get => (_bits & 2) == 0 ? null : (_bits & 4) != 0;
        set => _bits = (byte)(_bits & 1 | (value is null ? 0 : 2) | (value is true ? 4 : 0));
    }
}
