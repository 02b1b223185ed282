using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.S3;

/// <summary>What the contracts share: a folder for each test, and short ways to put and get.</summary>
public abstract class S3Contract(S3Target target)
{
    private readonly string _folder = $"{target.Prefix}{Guid.NewGuid():n}/";

    protected IAmazonS3 S3 => target.S3;

    protected string Bucket => target.Bucket;

    /// <summary>The name within this test's folder.</summary>
    protected string Key(string name) => _folder + name;

    protected Task<PutObjectResponse> PutAsync(string name, string text) =>
        S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = Key(name), ContentBody = text });

    protected async Task<string> GetAsync(string name)
    {
        using var response = await S3.GetObjectAsync(Bucket, Key(name));
        using var reader = new StreamReader(response.ResponseStream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    protected static async Task<string> ErrorOfAsync(Func<Task> call) => (await Assert.ThrowsAnyAsync<AmazonS3Exception>(call)).ErrorCode;
}
