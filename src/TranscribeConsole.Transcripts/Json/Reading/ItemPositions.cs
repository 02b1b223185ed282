namespace TranscribeConsole.Transcripts.Json.Reading;

/// <summary>Turns the item ids of audio segments into positions; almost always they are the same.</summary>
internal sealed class ItemPositions
{
    private readonly Dictionary<int, int>? _positions;
    private readonly int _count;

    /// <param name="ids">Ids in order of the items; null: each is its position.</param>
    public ItemPositions(List<int>? ids, int count)
    {
        _count = count;
        if (ids is null) return;
        _positions = [];
        for (var position = 0; position < ids.Count; position++) _positions[ids[position]] = position;
    }

    /// <exception cref="TranscriptFormatException">An id that no item has.</exception>
    public int[] Of(List<int> ids)
    {
        var positions = new int[ids.Count];
        for (var at = 0; at < positions.Length; at++)
            positions[at] = Find(ids[at])
                ?? throw new TranscriptFormatException($"Not a transcript: audio_segments names the item {ids[at]}, which is not there.");
        return positions;
    }

    private int? Find(int id)
    {
        if (_positions is null) return id < _count ? id : null;
        return _positions.TryGetValue(id, out var position) ? position : null;
    }
}
