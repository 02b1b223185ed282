using Amazon.S3;
using Amazon.S3.Model;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

/// <summary>Puts, overwrites, copies and deletes objects under a prefix of its own.</summary>
internal sealed class ObjectWorker(IAmazonS3 s3, ObjectModel model, string bucket, string prefix, Random random)
{
    private const int Keys = 10;

    // None, one that fits into a row, one a little over that, and one of many reads.
    private static readonly int[] Sizes = [0, 900, 4_000, 16_384, 16_385, 70_000, 600_000];

    public Task StepAsync()
    {
        var key = PickKey();
        return random.Next(10) switch
        {
            0 => DeleteAsync(key),
            1 => DeleteSeveralAsync([key, PickKey(), PickKey()]),
            2 or 3 => CopyAsync(key, PickKey()),
            4 => PutIfAbsentAsync(key),
            _ => PutAsync(key),
        };
    }

    private Task PutAsync(string key)
    {
        var body = Body();
        return model.ChangeAsync(key, ObjectModel.Hash(body), () => s3.PutObjectAsync(Request(key, body)));
    }

    private async Task PutIfAbsentAsync(string key)
    {
        var body = Body();
        var request = Request(key, body);
        request.IfNoneMatch = "*";
        if (model[key] == ObjectModel.Absent)
        {
            await model.ChangeAsync(key, ObjectModel.Hash(body), () => s3.PutObjectAsync(request));
            return;
        }

        var refusal = await Record.ExceptionAsync(() => s3.PutObjectAsync(request));
        if (refusal is not AmazonS3Exception { ErrorCode: "PreconditionFailed" })
            throw refusal ?? new InvalidOperationException($"{key} was there and has been put all the same.");
    }

    private Task CopyAsync(string from, string to)
    {
        if (model[from] == ObjectModel.Absent || from == to) return PutAsync(from);
        return model.ChangeAsync(to, model[from], () => s3.CopyObjectAsync(bucket, from, bucket, to));
    }

    private Task DeleteAsync(string key) => model.ChangeAsync(key, ObjectModel.Absent, () => s3.DeleteObjectAsync(bucket, key));

    private Task DeleteSeveralAsync(string[] keys) => model.ChangeAsync(
        keys.Distinct().ToDictionary(key => key, _ => ObjectModel.Absent),
        () => s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = bucket, Objects = [.. keys.Distinct().Select(key => new KeyVersion { Key = key })] }));

    private PutObjectRequest Request(string key, byte[] body) => new()
    {
        BucketName = bucket,
        Key = key,
        InputStream = new MemoryStream(body),
        TagSet = [new Tag { Key = ObjectModel.HashTag, Value = ObjectModel.Hash(body) }], // goes with the body, also into copies
    };

    private string PickKey() => $"{prefix}/{random.Next(Keys)}";

    private byte[] Body()
    {
        var body = new byte[Sizes[random.Next(Sizes.Length)]];
        random.NextBytes(body);
        return body;
    }
}
