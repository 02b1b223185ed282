using System.Text.Json;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Payload;
using TranscribeConsole.Web.Components.Pages.Transcript;
using TranscribeConsole.Web.Security;
using TranscribeConsole.Web.Security.SignIn;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>What the reading page fetches and saves: over plain HTTP, so that a long transcript does not pass the circuit and an edit does not need it.</summary>
public static class ReadingEndpoints
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static void MapReading(this IEndpointRouteBuilder routes)
    {
        ReaderScript.Map(routes);
        var transcript = routes.MapGroup("/jobs/{jobName}/transcript");
        transcript.MapGet("/reading", ReadAsync);
        transcript.MapGet("/alternatives", AlternativesAsync);
        var edits = transcript.MapGroup("").Needs(Role.Submitter).RequireAntiforgery().AddEndpointFilter<RouteGroupBuilder, JobChangeFilter>();
        edits.MapPut("/turns", CorrectAsync);
        edits.MapPost("/turns/undo", UndoAsync);
        edits.MapPut("/speakers", NameAsync);
    }

    private sealed record TurnCorrected(string? Turn, string? Text, int Version, bool Redacted);

    private sealed record TurnUndone(string? Turn, int Version, bool Redacted);

    private sealed record SpeakerNamed(string? Label, string? Name, int Version, bool Redacted);

    private sealed record TurnVersion(string Turn, int Version, bool CanUndo);

    private sealed record NameVersion(string Label, string Name, int Version, string By, DateTimeOffset At);

    private sealed record Reading(string Text, double? Confidence);

    /// <param name="Word">Other readings of the word alone.</param>
    /// <param name="Segment">All readings of the segment it is said in, best first.</param>
    private sealed record Readings(IEnumerable<Reading> Word, IEnumerable<string> Segment);

    private static Task<IResult> ReadAsync(
        string jobName, bool redacted, TranscriptReader reader, TranscriptEditing editing, ReadingBodies bodies, HttpContext context) =>
        WithTranscriptAsync(jobName, redacted, reader, context, async transcript =>
        {
            var edits = await editing.ReadAsync(transcript, context.RequestAborted);
            return new ReadingResult(bodies.Of(transcript, edits, ReadingBodies.ReadBy.Member), stream => WriteAsync(transcript, edits, stream, context.RequestAborted));
        });

    /// <summary>The transcript as it reads now, for whoever comes by a share link.</summary>
    /// <param name="names">Whether speakers have the names that people gave them.</param>
    internal static Task<IResult> ReadAsGuestAsync(
        string jobName, bool redacted, bool names, TranscriptReader reader, TranscriptEditing editing, ReadingBodies bodies, HttpContext context) =>
        WithTranscriptAsync(jobName, redacted, reader, context, async transcript =>
        {
            var stored = await editing.ReadAsync(transcript, context.RequestAborted);
            var edits = names ? stored.ToEdits() : stored.ToEdits().WithoutNames();
            var edited = EditedTranscript.Of(transcript.Transcript, edits);
            return new ReadingResult(bodies.Of(transcript, stored, names ? ReadingBodies.ReadBy.Guest : ReadingBodies.ReadBy.GuestWithoutNames), async to =>
            {
                await to.WriteAsync("{\"turns\":[],\"names\":[],\"transcript\":"u8.ToArray(), context.RequestAborted);
                await TranscriptPayload.WriteAsync(edited, to, context.RequestAborted, forGuests: true);
                await to.WriteAsync("}"u8.ToArray(), context.RequestAborted);
            });
        });

    // The versions and the texts they belong to come from one look at the database: an older text under a newer version would
    // overwrite somebody's correction.
    private static async Task WriteAsync(JobTranscript transcript, StoredEdits edits, Stream to, CancellationToken cancellationToken)
    {
        await to.WriteAsync("{\"turns\":"u8.ToArray(), cancellationToken);
        await JsonSerializer.SerializeAsync(to, edits.Turns.Select(VersionOf), Web, cancellationToken);
        await to.WriteAsync(",\"names\":"u8.ToArray(), cancellationToken);
        await JsonSerializer.SerializeAsync(to, edits.Names.Select(VersionOf), Web, cancellationToken);
        await to.WriteAsync(",\"transcript\":"u8.ToArray(), cancellationToken);
        await TranscriptPayload.WriteAsync(EditedTranscript.Of(transcript.Transcript, edits.ToEdits()), to, cancellationToken);
        await to.WriteAsync("}"u8.ToArray(), cancellationToken);
    }

    private static Task<IResult> AlternativesAsync(
        string jobName, string turn, int word, bool redacted, TranscriptReader reader, TranscriptEditing editing, HttpContext context) =>
        WithTranscriptAsync(jobName, redacted, reader, context, async transcript =>
        {
            var edited = EditedTranscript.Of(transcript.Transcript, (await editing.ReadAsync(transcript, context.RequestAborted)).ToEdits());
            if (PartOf(edited, turn)?.Words().ElementAtOrDefault(word).Item is not { } item) return TypedResults.Ok(new Readings([], []));
            var segment = WordAlternative.SegmentOf(transcript.Transcript, item)?.Alternatives.Select(reading => reading.Transcript);
            return TypedResults.Ok(new Readings(WordAlternative.Of(transcript.Transcript, item).Select(w => new Reading(w.Text, w.Confidence)), segment ?? []));
        });

    private static Task<IResult> CorrectAsync(
        string jobName, TurnCorrected correction, TranscriptReader reader, TranscriptEditing editing, CurrentUser user, HttpContext context) =>
        correction.Text is not { Length: <= TranscriptEditing.MaxTextLength } text
            ? Refusal($"text is missing or longer than {TranscriptEditing.MaxTextLength} characters.")
            : WithTurnAsync(jobName, correction.Turn, correction.Redacted, reader, context, async (transcript, turn) => await AnswerAsync(
                transcript, editing, await editing.CorrectAsync(transcript, turn, text.Trim(), correction.Version, user.Of(context).Name, context.RequestAborted), context));

    private static Task<IResult> UndoAsync(string jobName, TurnUndone undone, TranscriptReader reader, TranscriptEditing editing, CurrentUser user, HttpContext context) =>
        WithTurnAsync(jobName, undone.Turn, undone.Redacted, reader, context, async (transcript, turn) => await AnswerAsync(
            transcript, editing, await editing.UndoAsync(transcript, turn, undone.Version, user.Of(context).Name, context.RequestAborted), context));

    private static Task<IResult> NameAsync(string jobName, SpeakerNamed named, TranscriptReader reader, TranscriptEditing editing, CurrentUser user, HttpContext context) =>
        named.Name is not { Length: <= TranscriptEditing.MaxNameLength } name
            ? Refusal($"name is missing or longer than {TranscriptEditing.MaxNameLength} characters.")
            : WithTranscriptAsync(jobName, named.Redacted, reader, context, use: JobUse.Other, answer: async transcript =>
            {
                if (transcript.Transcript.Turns.All(turn => turn.Label != named.Label)) return Problems.NotFound("The transcript has no such speaker.");
                var outcome = await editing.NameAsync(transcript, named.Label!, name.Trim(), named.Version, user.Of(context).Name, context.RequestAborted);
                return TypedResults.Json(VersionOf(outcome.State), Web, statusCode: StatusOf(outcome.IsSaved));
            });

    /// <summary>The turn as it is now, whether the change was saved (200) or somebody else's stands (409).</summary>
    private static async Task<IResult> AnswerAsync(JobTranscript transcript, TranscriptEditing editing, EditOutcome<TurnState> outcome, HttpContext context)
    {
        var stored = await editing.ReadAsync(transcript, context.RequestAborted);
        var edits = new StoredEdits([.. stored.Turns.Where(turn => turn.Turn != outcome.State.Turn), outcome.State], stored.Names).ToEdits();
        var edited = EditedTranscript.Of(transcript.Transcript, edits);
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, outcome.State.Version);
            json.WriteBoolean("canUndo"u8, outcome.State.CanUndo);
            json.WriteString("by"u8, outcome.State.By);
            json.WriteString("at"u8, outcome.State.At);
            json.WritePropertyName("turn"u8);
            TranscriptPayload.WriteTurn(edited, outcome.State.Turn, json);
            json.WriteEndObject();
        }

        return TypedResults.Content(
            System.Text.Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length), "application/json", statusCode: StatusOf(outcome.IsSaved));
    }

    private static Task<IResult> WithTurnAsync(
        string jobName, string? turnId, bool redacted, TranscriptReader reader, HttpContext context, Func<JobTranscript, Turn, Task<IResult>> answer) =>
        WithTranscriptAsync(jobName, redacted, reader, context, use: JobUse.Other, answer: async transcript =>
            transcript.Transcript.Turns.FirstOrDefault(turn => turn.Id.Value == turnId) is { } turn
                ? await answer(transcript, turn)
                : Problems.NotFound("The transcript has no such turn: it has been replaced since the page was opened. Reload the page."));

    private static Task<IResult> WithTranscriptAsync(
        string jobName, bool redacted, TranscriptReader reader, HttpContext context, Func<JobTranscript, Task<IResult>> answer, JobUse use = JobUse.View) => ServiceAnswer.RunAsync(async () =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var variant = redacted ? TranscriptVariant.Redacted : TranscriptVariant.Any;
            return await reader.ReadAsync(jobName, variant, context.RequestAborted, use) is { } transcript
                ? await answer(transcript)
                : Problems.NotFound($"There is no such transcript of a job named {jobName}.");
        });

    private static EditedPart? PartOf(EditedTranscript transcript, string turn) =>
        transcript.Turns.SelectMany(t => t.Parts).FirstOrDefault(part => part.Turn.Id.Value == turn);

    private static TurnVersion VersionOf(TurnState state) => new(state.Turn.Value, state.Version, state.CanUndo);

    private static NameVersion VersionOf(NameState state) => new(state.Label, state.Name, state.Version, state.By, state.At);

    private static Task<IResult> Refusal(string sentence) => Task.FromResult<IResult>(Problems.BadRequest(sentence));

    private static int StatusOf(bool saved) => saved ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
}
