using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;
using TranscribeConsole.Web.Endpoints.Exports;
using TranscribeConsole.Web.Security;
using TranscribeConsole.Web.Security.SignIn;
using TranscribeConsole.Web.WordLists;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>Texts of vocabularies and filters: to the page that edits them, and to the reader's disk.</summary>
public static class WordListEndpoints
{
    private const string Text = "text/plain; charset=utf-8";

    public static void MapWordLists(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/word-lists").Needs(Role.Manager).RequireAntiforgery().MapPost("/", ParkAsync);
        routes.MapGet("/word-lists/{id}", Saved).Needs(Role.Manager);
        routes.MapGet("/custom-vocabulary/{name}/download", (string name, CustomVocabularies vocabularies, HttpContext context) =>
            StoredAsync(name, vocabularies.OpenAsync, "vocabulary", context));
        routes.MapGet("/vocabulary-filtering/{name}/download", (string name, CustomVocabularyFilters filters, HttpContext context) =>
            StoredAsync(name, filters.OpenAsync, "vocabulary filter", context));
    }

    /// <param name="Id">What the page takes it by.</param>
    private sealed record ParkedText(string Id);

    private static async Task<IResult> ParkAsync(HttpContext context, ParkedTexts texts)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > ParkedTexts.MaxBytes)
                return TypedResults.Problem("The file is much longer than the 50 KB that the service takes.", statusCode: StatusCodes.Status413PayloadTooLarge);
            body.Write(buffer, 0, read);
        }

        return TypedResults.Ok(new ParkedText(texts.Park(body.ToArray())));
    }

    private static IResult Saved(string id, string? name, ParkedTexts texts, HttpContext context)
    {
        if (texts.Find(id) is not { } text) return Problems.NotFound("This text is not kept any longer. Export it again.");
        Attachments.SetHeaders(context.Response, string.IsNullOrEmpty(name) ? "words.txt" : Attachments.SafeName(name));
        return TypedResults.Bytes(text, Text);
    }

    private static Task<IResult> StoredAsync(string name, Func<string, CancellationToken, Task<ResultFile?>> open, string noun, HttpContext context) => ServiceAnswer.RunAsync(async () =>
        await open(name, context.RequestAborted) is { } file
            ? new StoredFile(file, $"{name}.txt")
            : Problems.NotFound($"There is no {noun} named {name}."));

    private sealed class StoredFile(ResultFile file, string fileName) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await using (file)
            {
                httpContext.Response.ContentType = Text;
                httpContext.Response.ContentLength = file.Length;
                Attachments.SetHeaders(httpContext.Response, fileName);
                await file.Content.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
            }
        }
    }
}
