using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.LocalAws.Signing;

internal static class SigningExtensions
{
    /// <summary>The keys, verification of requests and presigned addresses. Needs <see cref="LocalAwsOptions"/> and <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddSigning(this IServiceCollection services) => services
        .AddSingleton(provider => CredentialStore.LoadOrCreate(provider.GetRequiredService<LocalAwsOptions>().DataDirectory))
        .AddSingleton<RequestVerifier>()
        .AddSingleton<PresignedUrls>();
}
