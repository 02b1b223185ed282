using System.Reflection;
using System.Text.Json;

namespace TranscribeConsole.Services.Limits;

/// <summary>Quotas, media formats and languages of Amazon Transcribe batch jobs, as of a date and from a source.</summary>
/// <param name="AsOf">Year and month of the facts.</param>
/// <param name="Source">Where they are published.</param>
public sealed record ServiceLimits(
    string AsOf,
    string Source,
    Quotas Quotas,
    IReadOnlyList<MediaFormatInfo> MediaFormats,
    IReadOnlyList<LanguageInfo> Languages)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the one data file that holds every figure of the service.</summary>
    public static ServiceLimits Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("transcribe-limits.json")!;
        return JsonSerializer.Deserialize<ServiceLimits>(file, Json)!;
    }

    /// <summary>The language of a code, or null for a code newer than the data file.</summary>
    public LanguageInfo? FindLanguage(string code) => Languages.FirstOrDefault(l => l.Code == code);

    /// <summary>The form in which people read a language: <c>English, US (en-US)</c>; the bare code when it is not known.</summary>
    public string LanguageText(string code) => FindLanguage(code)?.Text ?? code;

    /// <summary>The media format that a file name's extension stands for, or null when it is none of the service's.</summary>
    public MediaFormatInfo? FindMediaFormat(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        return MediaFormats.FirstOrDefault(f => f.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Every accepted extension with its dot, for messages and for the browser's file picker.</summary>
    public IEnumerable<string> MediaExtensions => MediaFormats.SelectMany(f => f.Extensions);
}

/// <summary>Quotas of the service; the names carry the units.</summary>
public sealed record Quotas(
    long MaxMediaBytes,
    int MaxMediaHours,
    int MinMediaMilliseconds,
    int MaxChannels,
    int MinSampleRateHertz,
    int MaxSampleRateHertz,
    int JobRetentionDays,
    int MaxJobNameLength,
    int MaxListResults,
    int ListRequestsPerSecond,
    int GetRequestsPerSecond,
    int StartRequestsPerSecond,
    int PresignedUriSeconds);

/// <param name="Format">Wire value, for example <c>mp3</c>.</param>
/// <param name="Extensions">File name extensions with their dot, the usual one first.</param>
public sealed record MediaFormatInfo(string Format, IReadOnlyList<string> Extensions, string ContentType);

/// <param name="Code">Wire value, for example <c>en-US</c>.</param>
/// <param name="Name">English name, for example <c>English, US</c>.</param>
/// <param name="Features">What the service offers for it: digits, acronyms, customLanguageModel, redaction, multipleLanguages.</param>
public sealed record LanguageInfo(string Code, string Name, IReadOnlyList<string> Features)
{
    public string Text => $"{Name} ({Code})";
}
