using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>A request handed to the verifier without a server, for vectors, properties and measurements.</summary>
internal static class InMemoryRequest
{
    public static async Task<DefaultHttpContext> VerifyAsync(RawRequest request, CredentialStore? credentials = null, Stream? body = null)
    {
        var context = new DefaultHttpContext();
        var feature = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        feature.Method = request.Method;
        feature.RawTarget = request.Target;
        foreach (var (name, value) in request.Headers) feature.Headers[name] = value;
        feature.Headers.ContentLength ??= request.Body.Length;
        feature.Body = body ?? new MemoryStream(request.Body);
        await new RequestVerifier(credentials ?? TestKeys.Store, new FakeTimeProvider(request.Time)).VerifyAsync(context, request.Service);
        return context;
    }

    /// <summary>Verifies the request and reads its body with a buffer of that size.</summary>
    public static async Task<byte[]> ReadAsync(RawRequest request, int bufferSize = 1000)
    {
        var context = await VerifyAsync(request);
        using var decoded = new MemoryStream();
        await context.Request.Body.CopyToAsync(decoded, bufferSize);
        return decoded.ToArray();
    }
}
