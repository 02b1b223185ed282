using System.Xml;
using System.Xml.Linq;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>The XML documents of S3: writing answers, reading bodies.</summary>
internal static class S3Xml
{
    public const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    private const int MaxDepth = 16;

    // The canonical user id of the one account: any 64 hex digits.
    private const string OwnerId = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Answers 200 with a document of that root.</summary>
    public static Task WriteAsync(S3Request request, string root, Action<XmlWriter> write) =>
        XmlAnswer.WriteAsync(request.Response, "application/xml", xml =>
        {
            xml.WriteStartElement(root, Namespace);
            write(xml);
            xml.WriteEndElement();
        });

    public static void Element(this XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, value);

    public static void Element(this XmlWriter xml, string name, long value) => xml.Element(name, XmlConvert.ToString(value));

    public static void Element(this XmlWriter xml, string name, bool value) => xml.Element(name, XmlConvert.ToString(value));

    public static void Element(this XmlWriter xml, string name, Action<XmlWriter> write)
    {
        xml.WriteStartElement(name, Namespace);
        write(xml);
        xml.WriteEndElement();
    }

    public static void Owner(this XmlWriter xml, string name = "Owner") => xml.Element(name, OwnerElements);

    /// <summary>What names the one account's user.</summary>
    public static void OwnerElements(this XmlWriter xml)
    {
        xml.Element("ID", OwnerId);
        xml.Element("DisplayName", "transcribe-console");
    }

    /// <summary>A key, prefix or delimiter in the encoding that the client asked for.</summary>
    public static string Encode(string text, bool asUrl) => asUrl ? PercentEncoding.Encode(ObjectKeyBytes(text), keepSlashes: true) : text;

    /// <summary>Reads the body to its end, which verifies it, and parses it. The root is null when there is no body.</summary>
    /// <exception cref="ServiceErrorException">MalformedXML: longer than <paramref name="maxBytes"/>, not XML, with a DTD, nested too deeply, or another root.</exception>
    public static async Task<XElement?> ReadAsync(S3Request request, string root, int maxBytes)
    {
        using var body = await ReadBodyAsync(request, maxBytes);
        if (body.Length == 0) return null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };
        try
        {
            CheckDepth(body, settings);
            using var reader = XmlReader.Create(body, settings);
            var element = XElement.Load(reader);
            return element.Name.LocalName == root ? element : throw S3Errors.MalformedXml();
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    /// <summary>The text of a child, whatever its namespace; null when it is not there.</summary>
    public static string? Text(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value;

    // A tree of a million levels takes minutes to build. No document of S3 has more than five.
    private static void CheckDepth(MemoryStream body, XmlReaderSettings settings)
    {
        using (var reader = XmlReader.Create(body, settings))
        {
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth) throw S3Errors.MalformedXml();
            }
        }

        body.Position = 0;
    }

    private static byte[] ObjectKeyBytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static async Task<MemoryStream> ReadBodyAsync(S3Request request, int maxBytes)
    {
        if (request.Payload.DecodedLength > maxBytes) throw S3Errors.MalformedXml();
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Http.Request.Body.ReadAsync(buffer, request.Aborted)) > 0)
        {
            if (body.Length + read > maxBytes) throw S3Errors.MalformedXml();
            body.Write(buffer, 0, read);
        }

        body.Position = 0;
        return body;
    }
}
