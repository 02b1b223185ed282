using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace TranscribeConsole.Web.Components.Pages.Transcript;

/// <summary>
/// The modules of the reading page as one file: two dozen small requests, six at a time, took longer than everything else about opening
/// a transcript. Each module keeps a scope of its own, so that they stay what they are in <c>wwwroot/js/transcript</c>.
/// </summary>
internal sealed partial class ReaderScript
{
    private const string Route = "/js/transcript-reader.js";
    private const string Entry = "reader";

    private readonly byte[] _compressed;
    private readonly string _version;

    public ReaderScript()
    {
        Content = Bundle(Entry, ReadModule);
        var bytes = Encoding.UTF8.GetBytes(Content);
        _version = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes);
        _compressed = compressed.ToArray();
    }

    public string Content { get; }

    /// <summary>Relative to the base of the page; another one whenever a module has changed.</summary>
    public string Address => $"{Route[1..]}?v={_version}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var script = routes.ServiceProvider.GetRequiredService<ReaderScript>(); // made at the start, not when the first page waits for it
        routes.MapGet(Route, (HttpContext context) => script.Answer(context)).AllowAnonymous(); // the same for everybody, and whoever has a share link reads with it
    }

    /// <summary>The module and all that it imports, each after those it needs.</summary>
    /// <exception cref="InvalidOperationException">A module imports or exports in a way that is not understood here, or in a circle.</exception>
    public static string Bundle(string entry, Func<string, string> read)
    {
        var bundle = new StringBuilder();
        var (begun, done) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        Add(entry);
        return bundle.ToString();

        void Add(string module)
        {
            if (done.Contains(module)) return;
            if (!begun.Add(module)) throw new InvalidOperationException($"{module}.js imports itself, by way of others.");
            var text = read(module);
            foreach (Match import in Import().Matches(text)) Add(import.Groups["module"].Value);
            bundle.Append(Scope(module, text));
            done.Add(module);
        }
    }

    private static string Scope(string module, string text)
    {
        var exported = Export().Matches(text).Select(match => match.Groups["name"].Value);
        text = Import().Replace(text, match => $"const {{ {match.Groups["names"].Value.Replace(" as ", ": ", StringComparison.Ordinal)} }} = {Variable(match.Groups["module"].Value)};");
        text = Export().Replace(text, "${kind} ${name}");
        if (Left().Match(text) is { Success: true } left) throw new InvalidOperationException($"{module}.js has a line that can't be bundled: {left.Value}");
        return string.Create(CultureInfo.InvariantCulture, $"// {module}.js\nconst {Variable(module)} = (() => {{\n{text}\nreturn {{ {string.Join(", ", exported)} }};\n}})();\n");
    }

    private static string Variable(string module) => "$" + module.Replace('-', '_');

    private static string ReadModule(string module)
    {
        using var file = typeof(ReaderScript).Assembly.GetManifestResourceStream($"transcript/{module}.js")
            ?? throw new InvalidOperationException($"There is no module {module}.js.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private IResult Answer(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = context.Request.Query["v"] == _version ? "max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase)) return TypedResults.Text(Content, "text/javascript", Encoding.UTF8);
        headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(_compressed, "text/javascript; charset=utf-8");
    }

    [GeneratedRegex(@"^import \{ (?<names>[\w, ]+) \} from '\./(?<module>[a-z-]+)\.js';$", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^export (?<kind>async function|function|class|const) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Export();

    [GeneratedRegex(@"^(?:import|export)\b.*$|\bimport\(.*$|\bimport\.meta\b", RegexOptions.Multiline)]
    private static partial Regex Left();
}
