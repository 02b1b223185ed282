namespace TranscribeConsole.Components.Table;

/// <summary>How many rows of a <see cref="DataTable"/> can be selected.</summary>
public enum TableSelection
{
    None,

    /// <summary>A radio button in each row.</summary>
    One,

    /// <summary>A check box in each row, and one for all.</summary>
    Several,
}
