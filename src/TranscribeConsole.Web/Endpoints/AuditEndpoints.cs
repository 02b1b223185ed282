using System.Globalization;
using System.Text;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Transcripts.Export;
using TranscribeConsole.Web.Components.Pages.Audit;
using TranscribeConsole.Web.Endpoints.Exports;
using TranscribeConsole.Web.Security.SignIn;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>The audit as a table for a spreadsheet: what the page's filter shows, all of it.</summary>
public static class AuditEndpoints
{
    private static readonly string[] Columns = ["time", "person", "action", "job", "detail", "address"];

    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet("/audit.csv", DownloadAsync).Needs(Role.Administrator);

    private static async Task<IResult> DownloadAsync(
        string? person, string? action, string? job, string? from, string? to, AuditTrail trail, Auditor audit, TimeProvider clock, HttpContext context)
    {
        var query = new AuditQuery(person, action, job, from, to);
        if (query.Faults() is { Count: > 0 } faults) return Problems.BadRequest(string.Join(' ', faults.Select(fault => fault.Message)));
        await audit.NoteAsync(AuditAction.AuditExported, "", query.ToString());
        Attachments.SetHeaders(context.Response, string.Create(CultureInfo.InvariantCulture, $"audit-{clock.GetUtcNow():yyyyMMdd-HHmmss}.csv"));
        return new DownloadResult(new Download(null, (to, stop) => WriteAsync(trail, query.ToFilter(), to, stop), null), "text/csv; charset=utf-8");
    }

    private static async Task WriteAsync(AuditTrail trail, AuditFilter filter, Stream to, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var csv = new CsvWriter(text);
        await csv.WriteRowAsync(Columns, cancellationToken);
        await foreach (var entry in trail.AllAsync(filter, cancellationToken))
            await csv.WriteRowAsync([entry.At.UtcDateTime.ToString("o", CultureInfo.InvariantCulture), entry.Person, entry.Action, entry.Job, entry.Detail, entry.Address], cancellationToken);
        await csv.FlushAsync(cancellationToken);
    }
}
