using System.Net.Http.Headers;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>One stretch of speech to be sent.</summary>
/// <param name="Samples">16-bit samples at 16 kHz.</param>
/// <param name="Language">Whisper's code; null: the server finds it.</param>
/// <param name="Prompt">Terms that may be said; null: none.</param>
internal sealed record SpeechRequest(short[] Samples, string? Language, string? Prompt)
{
    /// <summary>All of a request's body but the samples: form fields, boundaries and the longest prompt.</summary>
    public const int MaxOverheadBytes = 8 * 1024;

    /// <summary>The multipart form of the API.</summary>
    public MultipartFormDataContent ToContent(string model)
    {
        // Some servers know neither a quoted boundary nor names without quotes, which are what .NET writes by itself.
        var boundary = Guid.NewGuid().ToString("n");
        var form = new MultipartFormDataContent(boundary);
        form.Headers.ContentType!.Parameters.Single().Value = boundary;
        Add(form, new StringContent(model), "model");
        Add(form, new StringContent("verbose_json"), "response_format");
        Add(form, new StringContent("word"), "timestamp_granularities[]");
        Add(form, new StringContent("segment"), "timestamp_granularities[]");
        if (Language is not null) Add(form, new StringContent(Language), "language");
        if (Prompt is not null) Add(form, new StringContent(Prompt), "prompt");
        Add(form, new WavContent(Samples), "file", "speech.wav");
        return form;
    }

    private static void Add(MultipartFormDataContent form, HttpContent part, string name, string? fileName = null)
    {
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
        if (fileName is not null) part.Headers.ContentDisposition.FileName = $"\"{fileName}\"";
        else part.Headers.ContentType = null;
        form.Add(part);
    }
}
