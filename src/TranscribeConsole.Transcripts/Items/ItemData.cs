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

    // Bit 0: the type. Bit 1: the filter flag stands in the file. Bit 2: its value. Bits 3 to 6: NotInFile.
    private byte _bits = 0;

    /// <summary>What the item's own entry in the file lacks, so that the file is written back as it was.</summary>
    public NotInFile Absent { readonly get => (NotInFile)(_bits >> 3); set => _bits = (byte)(_bits & 7 | (int)value << 3); }

    public bool? VocabularyFilterMatch
    {
        readonly get => (_bits & 2) == 0 ? null : (_bits & 4) != 0;
        set => _bits = (byte)(_bits & ~6 | (value is null ? 0 : 2) | (value is true ? 4 : 0));
    }
}

/// <summary>Members that older files leave out of an item, and that are known from elsewhere.</summary>
[Flags]
internal enum NotInFile
{
    None = 0,
    Id = 1,
    Speaker = 2,
    Channel = 4,

    /// <summary>Of a punctuation mark, which has none in any case: current files say 0.0.</summary>
    Confidence = 8,
}
