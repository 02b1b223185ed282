using System.Collections.Concurrent;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

/// <summary>Uploads, overwrites, deletes, multipart uploads and jobs, with a model of what the backend acknowledged.</summary>
/// <remarks>What was sent and not answered may have happened or not, but never by half: it stays in the model as possible.</remarks>
internal sealed class Workload(string bucket, string media, Random random)
{
    private const int Keys = 12;
    private const int PartSize = 5 << 20;
    private const string Absent = "absent";

    // Per key, the states that the object may be in: hash of the body, or absent. One after an acknowledged write, more after a broken one.
    private readonly ConcurrentDictionary<string, HashSet<string>> _possible = [];
    private readonly ConcurrentDictionary<string, bool> _jobs = []; // name → acknowledged
    private int _serial;

    public int AcknowledgedWrites;

    public IEnumerable<string> AcknowledgedJobs => _jobs.Where(job => job.Value).Select(job => job.Key);

    /// <summary>Works until the connection breaks, because the backend was killed.</summary>
    public async Task RunAsync(IAmazonS3 s3, IAmazonTranscribeService transcribe)
    {
        // Each worker has keys of its own: the order of its writes is then known.
        await Task.WhenAll(Enumerable.Range(0, 3).Select(worker => UntilBrokenAsync(() => WriteAsync(s3, worker)))
            .Append(UntilBrokenAsync(() => UploadPartsAsync(s3)))
            .Append(UntilBrokenAsync(() => StartJobAsync(transcribe))));
    }

    /// <summary>Fails when an acknowledged write is lost or torn, or an unacknowledged one is half visible.</summary>
    public async Task CheckObjectsAsync(IAmazonS3 s3)
    {
        foreach (var (key, possible) in _possible)
        {
            var found = await HashOfAsync(s3, key);
            Assert.True(possible.Contains(found), $"{key} is {found}; it may be {string.Join(" or ", possible)}.");
            _possible[key] = [found]; // from now on it is known
        }
    }

    /// <summary>Fails when an acknowledged job is lost; answers the jobs that have not ended.</summary>
    public async Task<IReadOnlyList<string>> CheckJobsAsync(IAmazonTranscribeService transcribe)
    {
        var running = new List<string>();
        foreach (var name in AcknowledgedJobs)
        {
            var job = (await transcribe.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = name })).TranscriptionJob;
            Assert.NotEqual(TranscriptionJobStatus.FAILED, job?.TranscriptionJobStatus);
            if (job?.TranscriptionJobStatus != TranscriptionJobStatus.COMPLETED) running.Add(name);
        }

        return running;
    }

    private static async Task UntilBrokenAsync(Func<Task> work)
    {
        try
        {
            while (true) await work();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or Amazon.Runtime.AmazonClientException)
        {
            // Killed. A refusal by a living backend is an AmazonServiceException with a status and fails the test.
            if (e is Amazon.Runtime.AmazonServiceException { StatusCode: not 0 }) throw;
        }
    }

    private async Task WriteAsync(IAmazonS3 s3, int worker)
    {
        var key = $"worker-{worker}/{Pick(Keys)}";
        if (Pick(5) == 0)
        {
            await ChangeAsync(key, Absent, () => s3.DeleteObjectAsync(bucket, key));
            return;
        }

        var body = Body(Pick(3) == 0 ? 600_000 : 4_000);
        await ChangeAsync(key, Hash(body), () => s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = key,
            InputStream = new MemoryStream(body),
        }));
    }

    private async Task UploadPartsAsync(IAmazonS3 s3)
    {
        var key = $"multipart/{Pick(3)}";
        var body = Body(PartSize + 300_000);
        var upload = await s3.InitiateMultipartUploadAsync(bucket, key);
        var etags = new List<PartETag>();
        for (var part = 0; part * PartSize < body.Length; part++)
        {
            var slice = new MemoryStream(body, part * PartSize, Math.Min(PartSize, body.Length - part * PartSize));
            etags.Add(new PartETag(await s3.UploadPartAsync(new UploadPartRequest
            {
                BucketName = bucket,
                Key = key,
                UploadId = upload.UploadId,
                PartNumber = part + 1,
                InputStream = slice,
            })));
        }

        await ChangeAsync(key, Hash(body), () => s3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            BucketName = bucket,
            Key = key,
            UploadId = upload.UploadId,
            PartETags = etags,
        }));
    }

    private async Task StartJobAsync(IAmazonTranscribeService transcribe)
    {
        var name = $"job-{Interlocked.Increment(ref _serial)}";
        _jobs[name] = false;
        await transcribe.StartTranscriptionJobAsync(new StartTranscriptionJobRequest
        {
            TranscriptionJobName = name,
            LanguageCode = LanguageCode.EnUS,
            Media = new Amazon.TranscribeService.Model.Media { MediaFileUri = media },
        });
        _jobs[name] = true;
        await Task.Delay(TimeSpan.FromMilliseconds(400)); // a person's pace: the queue must not grow for ever
    }

    private async Task ChangeAsync(string key, string state, Func<Task> change)
    {
        var possible = _possible.GetOrAdd(key, _ => [Absent]);
        possible.Add(state);
        await change();
        _possible[key] = [state];
        Interlocked.Increment(ref AcknowledgedWrites);
    }

    private async Task<string> HashOfAsync(IAmazonS3 s3, string key)
    {
        try
        {
            using var response = await s3.GetObjectAsync(bucket, key);
            return Convert.ToHexString(await SHA256.HashDataAsync(response.ResponseStream));
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey")
        {
            return Absent;
        }
    }

    private static string Hash(byte[] body) => Convert.ToHexString(SHA256.HashData(body));

    private byte[] Body(int size)
    {
        var body = new byte[size];
        lock (random) random.NextBytes(body);
        return body;
    }

    private int Pick(int below)
    {
        lock (random) return random.Next(below);
    }
}
