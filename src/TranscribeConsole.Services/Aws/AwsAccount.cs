using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Tags;

namespace TranscribeConsole.Services.Aws;

/// <summary>The account of the configured credentials, which names of resources (ARNs) contain.</summary>
/// <remarks>The service gives no ARN anywhere; tags are asked for by one.</remarks>
public sealed class AwsAccount(AwsConnection connection, IAmazonSecurityTokenService sts, ILogger<AwsAccount> logger) : IDisposable
{
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile string? _id; // set once it was told; a failure leaves it to the next caller

    /// <summary>The 12 digits of the account, asked for once.</summary>
    /// <exception cref="AwsFailureException">STS could not be asked; the next call tries again.</exception>
    public async Task<string> IdAsync(CancellationToken cancellationToken)
    {
        if (_id is { } known) return known;
        await _asking.WaitAsync(cancellationToken);
        try
        {
            return _id ??= await AskAsync(cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>ARN of a resource of the service.</summary>
    /// <inheritdoc cref="IdAsync" path="/exception"/>
    public async Task<string> ArnAsync(TaggedResource kind, string name, CancellationToken cancellationToken) =>
        $"arn:{connection.Partition}:transcribe:{connection.RegionName}:{await IdAsync(cancellationToken)}:{kind.ArnType()}/{name}";

    public void Dispose() => _asking.Dispose();

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var identity = await AwsCalls.RunAsync(
            AwsCalls.Sts, "sts:GetCallerIdentity", logger, () => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken), cancellationToken);
        return identity.Account ?? throw new AwsFailureException(AwsFailureKind.Unavailable, "AWS Security Token Service gave no account in its answer.");
    }
}
