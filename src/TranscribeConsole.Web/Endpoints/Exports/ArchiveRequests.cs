using System.Buffers.Text;
using System.Security.Cryptography;

namespace TranscribeConsole.Web.Endpoints.Exports;

/// <summary>What is to go into an archive.</summary>
/// <param name="Formats">Extensions, each once.</param>
internal sealed record ArchiveRequest(IReadOnlyList<string> JobNames, IReadOnlyList<string> Formats, ExportQuery Query);

/// <summary>
/// Archives that were ordered and not fetched yet. An order is a POST with an antiforgery token; the address it gives is a plain GET, which a browser
/// saves as it comes, and means nothing to whoever was not told it.
/// </summary>
public sealed class ArchiveRequests(TimeProvider clock)
{
    private const int MaxOrders = 200;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (ArchiveRequest Request, DateTimeOffset Until)> _orders = []; // guarded by _lock

    /// <summary>An unguessable id, good for ten minutes.</summary>
    internal string Add(ArchiveRequest request)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        lock (_lock)
        {
            foreach (var (old, order) in _orders)
                if (order.Until <= clock.GetUtcNow()) _orders.Remove(old);
            if (_orders.Count >= MaxOrders) _orders.Remove(_orders.MinBy(order => order.Value.Until).Key);
            _orders[id] = (request, clock.GetUtcNow() + Lifetime);
        }

        return id;
    }

    /// <summary>Null: never ordered, or too long ago. It can be fetched again: a browser may resume or a person press twice.</summary>
    internal ArchiveRequest? Find(string id)
    {
        lock (_lock) return _orders.TryGetValue(id, out var order) && order.Until > clock.GetUtcNow() ? order.Request : null;
    }
}
