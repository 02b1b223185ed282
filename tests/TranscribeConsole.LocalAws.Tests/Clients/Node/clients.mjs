// The JavaScript SDK against the local backend: node clients.mjs objects|jobs|vocabularies ADDRESS FILE
// Whatever is not as the SDK's user expects throws, and the program ends with a status that is not 0.
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import {
  CompleteMultipartUploadCommand, CreateBucketCommand, DeleteObjectCommand, DeleteObjectsCommand, GetObjectCommand, GetObjectTaggingCommand,
  HeadObjectCommand, ListObjectsV2Command, NoSuchKey, paginateListObjectsV2, PutObjectCommand, PutObjectTaggingCommand, S3Client,
} from "@aws-sdk/client-s3";
import {
  CreateVocabularyCommand, DeleteTranscriptionJobCommand, DeleteVocabularyCommand, GetTranscriptionJobCommand, GetVocabularyCommand,
  ListTranscriptionJobsCommand, ListVocabulariesCommand, StartTranscriptionJobCommand, TranscribeClient,
} from "@aws-sdk/client-transcribe";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const [scenario, endpoint, file] = process.argv.slice(2);
const s3 = new S3Client({ endpoint, region: "us-east-1", forcePathStyle: true });
const transcribe = new TranscribeClient({ endpoint, region: "us-east-1" });

const scenarios = {
  async objects() {
    const Bucket = "node-objects";
    await s3.send(new CreateBucketCommand({ Bucket }));
    const key = "calls/naïve (1) & more+.txt";
    const put = await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: "hello", ContentType: "text/plain", Metadata: { speaker: "Ann" } }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
    assert.equal(await got.Body.transformToString(), "hello");
    assert.deepEqual([got.ETag, got.ContentType, got.Metadata], [put.ETag, "text/plain", { speaker: "Ann" }]);
    await assert.rejects(s3.send(new PutObjectCommand({ Bucket, Key: key, Body: "other", IfNoneMatch: "*" })), { name: "PreconditionFailed" });

    await s3.send(new PutObjectTaggingCommand({ Bucket, Key: key, Tagging: { TagSet: [{ Key: "kind", Value: "call" }] } }));
    assert.deepEqual((await s3.send(new GetObjectTaggingCommand({ Bucket, Key: key }))).TagSet, [{ Key: "kind", Value: "call" }]);

    // Streamed in parts, of which three are sent at a time.
    const upload = new Upload({ client: s3, params: { Bucket, Key: "big", Body: createReadStream(file) }, partSize: 5 * 1024 * 1024, queueSize: 3 });
    await upload.done();
    const whole = await readFile(file);
    const big = await s3.send(new GetObjectCommand({ Bucket, Key: "big" }));
    assert.ok(whole.equals(Buffer.from(await big.Body.transformToByteArray())));
    const second = await s3.send(new GetObjectCommand({ Bucket, Key: "big", PartNumber: 2 }));
    assert.equal(second.PartsCount, Math.ceil(whole.length / (5 * 1024 * 1024)));
    assert.ok(whole.subarray(5 * 1024 * 1024, 10 * 1024 * 1024).equals(Buffer.from(await second.Body.transformToByteArray())));

    await assert.rejects(s3.send(new HeadObjectCommand({ Bucket, Key: "absent" })), { name: "NotFound" });
    await assert.rejects(
      s3.send(new CompleteMultipartUploadCommand({ Bucket, Key: "big", UploadId: "none", MultipartUpload: { Parts: [{ PartNumber: 1, ETag: "x" }] } })),
      { name: "NoSuchUpload" });

    const keys = [];
    for await (const page of paginateListObjectsV2({ client: s3, pageSize: 1 }, { Bucket })) keys.push(...(page.Contents ?? []).map((item) => item.Key));
    assert.deepEqual(keys, ["big", key]);
    const folders = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: "/" }));
    assert.deepEqual(folders.CommonPrefixes, [{ Prefix: "calls/" }]);

    const address = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: key }), { expiresIn: 600 });
    assert.equal(await (await fetch(address)).text(), "hello");
    const to = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: "signed" }), { expiresIn: 600 });
    assert.equal((await fetch(to, { method: "PUT", body: "from outside" })).status, 200);

    await s3.send(new DeleteObjectCommand({ Bucket, Key: key }));
    await assert.rejects(s3.send(new GetObjectCommand({ Bucket, Key: key })), NoSuchKey);
    const deleted = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "big" }, { Key: "signed" }] } }));
    assert.deepEqual(deleted.Deleted.map((item) => item.Key), ["big", "signed"]);
    assert.equal((await s3.send(new ListObjectsV2Command({ Bucket }))).KeyCount, 0);
  },

  async jobs() {
    const TranscriptionJobName = "node-job";
    const Bucket = "node-media";
    await s3.send(new CreateBucketCommand({ Bucket }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "call.wav", Body: await readFile(file) }));
    const start = { TranscriptionJobName, LanguageCode: "en-US", Media: { MediaFileUri: `s3://${Bucket}/call.wav` } };
    const started = (await transcribe.send(new StartTranscriptionJobCommand(start))).TranscriptionJob;
    assert.ok(started.CreationTime instanceof Date);
    await assert.rejects(transcribe.send(new StartTranscriptionJobCommand(start)), { name: "ConflictException" });

    let job;
    do {
      await new Promise((resume) => setTimeout(resume, 200)); // the SDK has no waiter for jobs; the test limits the whole
      job = (await transcribe.send(new GetTranscriptionJobCommand({ TranscriptionJobName }))).TranscriptionJob;
    } while (!["COMPLETED", "FAILED"].includes(job.TranscriptionJobStatus));
    assert.equal(job.TranscriptionJobStatus, "COMPLETED", job.FailureReason);
    const transcript = await (await fetch(job.Transcript.TranscriptFileUri)).json();
    assert.match(transcript.results.transcripts[0].transcript, /\w+ \w+/);

    const listed = await transcribe.send(new ListTranscriptionJobsCommand({ Status: "COMPLETED", JobNameContains: "node" }));
    assert.deepEqual(listed.TranscriptionJobSummaries.map((item) => item.TranscriptionJobName), [TranscriptionJobName]);
    await transcribe.send(new DeleteTranscriptionJobCommand({ TranscriptionJobName }));
    await assert.rejects(transcribe.send(new GetTranscriptionJobCommand({ TranscriptionJobName })), { name: "BadRequestException" });
  },

  async vocabularies() {
    const VocabularyName = "node-words";
    await transcribe.send(new CreateVocabularyCommand({ VocabularyName, LanguageCode: "en-US", Phrases: ["Los-Angeles", "etcetera"] }));
    const names = async () => (await transcribe.send(new ListVocabulariesCommand({ NameContains: "node" }))).Vocabularies.map((item) => item.VocabularyName);
    assert.equal((await transcribe.send(new GetVocabularyCommand({ VocabularyName }))).LanguageCode, "en-US");
    assert.deepEqual(await names(), [VocabularyName]);
    await transcribe.send(new DeleteVocabularyCommand({ VocabularyName }));
    assert.deepEqual(await names(), []);
  },
};

await scenarios[scenario]();
