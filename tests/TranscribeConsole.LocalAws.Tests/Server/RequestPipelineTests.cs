using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Server;

public sealed class RequestPipelineTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task Foreign_Host_is_refused()
    {
        var answer = await new RawRequest("GET", "/") { Host = $"evil.example:{backend.Server.BaseAddress.Port}" }.SendAsync(backend);

        Assert.Equal(400, answer.Status);
        Assert.Contains(backend.Server.BaseAddress.Authority, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_address_with_another_port_is_a_foreign_Host() =>
        Assert.Equal(400, (await new RawRequest("GET", "/") { Host = "127.0.0.1:1" }.SendAsync(backend)).Status);

    [Fact]
    public async Task Request_of_a_web_page_is_refused_even_when_it_is_signed()
    {
        var answer = await new RawRequest("GET", "/") { Headers = { ["Origin"] = "http://127.0.0.1:5080" } }.SendAsync(backend);

        Assert.Equal(403, answer.Status);
        Assert.Contains("<Code>AccessForbidden</Code>", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control-", answer.Head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Preflight_of_a_browser_is_refused_and_no_answer_has_CORS_headers()
    {
        var address = new Uri(backend.Server.BaseAddress, "/bucket/key");
        using var http = new HttpClient();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, address);
        preflight.Headers.Add("Origin", "http://evil.example");
        preflight.Headers.Add("Access-Control-Request-Method", "PUT");

        using var answer = await http.SendAsync(preflight);
        using var plain = await http.GetAsync(address);

        Assert.Equal((System.Net.HttpStatusCode.Forbidden, System.Net.HttpStatusCode.Forbidden), (answer.StatusCode, plain.StatusCode));
        Assert.DoesNotContain(answer.Headers.Concat(plain.Headers), header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Body_is_asked_for_when_the_client_waits_for_it()
    {
        var bucket = await backend.NewBucketAsync();
        var address = await backend.S3.GetPreSignedURLAsync(new()
        { BucketName = bucket, Key = "k", Verb = Amazon.S3.HttpVerb.PUT, Protocol = Amazon.S3.Protocol.HTTP, Expires = TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime });
        using var client = new System.Net.Sockets.TcpClient(backend.Server.BaseAddress.Host, backend.Server.BaseAddress.Port);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);

        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"PUT {new Uri(address).PathAndQuery} HTTP/1.1\r\nHost: {backend.Server.BaseAddress.Authority}\r\nContent-Length: 4\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"));
        var (interim, empty) = (await reader.ReadLineAsync(), await reader.ReadLineAsync());
        await stream.WriteAsync("text"u8.ToArray());
        var answer = await reader.ReadLineAsync();

        Assert.Equal(("HTTP/1.1 100 Continue", "", "HTTP/1.1 200 OK"), (interim, empty, answer));
        Assert.Equal("text", (await new RawRequest("GET", $"/{bucket}/k").SendAsync(backend)).Body);
    }

    [Fact]
    public async Task Clock_twenty_minutes_off_is_RequestTimeTooSkewed()
    {
        var answer = await new RawRequest("GET", "/") { ClockAhead = TimeSpan.FromMinutes(-20) }.SendAsync(backend);

        Assert.Equal(403, answer.Status);
        Assert.Contains("<Code>RequestTimeTooSkewed</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_shorter_than_its_Content_Length_stores_nothing()
    {
        var bucket = await backend.NewBucketAsync();

        // The server closes a connection that ended early; there is nobody left to answer.
        await Assert.ThrowsAnyAsync<Exception>(() => new RawRequest("PUT", $"/{bucket}/k") { Body = "half", ContentLength = 8 }.SendAsync(backend));

        Assert.Equal(404, (await new RawRequest("GET", $"/{bucket}/k").SendAsync(backend)).Status);
    }

    [Fact]
    public async Task Refusal_before_the_body_was_sent_closes_the_connection()
    {
        using var http = new HttpClient();
        using var put = new HttpRequestMessage(HttpMethod.Put, new Uri(backend.Server.BaseAddress, "/absent-bucket/k")) { Content = new StringContent("held back") };
        put.Headers.ExpectContinue = true;

        using var answer = await http.SendAsync(put);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.True(answer.Headers.ConnectionClose);
    }

    [Fact]
    public async Task Error_names_code_resource_and_the_id_of_the_header()
    {
        var answer = await new RawRequest("GET", "/absent-bucket/a%20key").SendAsync(backend);

        Assert.Equal(404, answer.Status);
        Assert.Contains("<Code>NoSuchBucket</Code>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<BucketName>absent-bucket</BucketName><Resource>/absent-bucket/a%20key</Resource>", answer.Body, StringComparison.Ordinal);
        var id = answer.Head.Split("\r\n").Single(line => line.StartsWith("x-amz-request-id: ", StringComparison.Ordinal)).Split(' ')[1];
        Assert.Contains($"<RequestId>{id}</RequestId>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("x-amz-id-2: ", answer.Head, StringComparison.Ordinal);
        Assert.Contains("Date: ", answer.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_to_a_HEAD_has_no_body()
    {
        var answer = await new RawRequest("HEAD", "/absent-bucket/key").SendAsync(backend);

        Assert.Equal((404, ""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Control_character_in_a_response_override_is_InvalidArgument()
    {
        var bucket = await backend.NewBucketAsync();
        await new RawRequest("PUT", $"/{bucket}/k") { Body = "x" }.SendAsync(backend);

        var answer = await new RawRequest("GET", $"/{bucket}/k?response-content-type=a%0D%0AX-Evil:%201").SendAsync(backend);

        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain("X-Evil", answer.Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE Delete [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Delete><Object><Key>&e;</Key></Object></Delete>")]
    [InlineData("<Delete><Object>")]
    [InlineData("<Other/>")]
    [InlineData("<Delete/>")]
    public async Task Bad_XML_is_MalformedXML(string xml)
    {
        var bucket = await backend.NewBucketAsync();
        var answer = await DeleteAsync(bucket, xml);

        Assert.Equal(400, answer.Status);
        Assert.Contains("<Code>MalformedXML</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task XML_of_a_million_levels_is_MalformedXML_at_once()
    {
        const int levels = 1_000_000;
        var xml = new System.Text.StringBuilder("<Delete><Object><Key>").Insert(21, "<a>", levels).Insert(21 + (3 * levels), "</a>", levels).Append("</Key></Object></Delete>");

        var answer = await DeleteAsync(await backend.NewBucketAsync(), xml.ToString());

        Assert.Contains("<Code>MalformedXML</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Object_put_without_headers_has_the_default_type_and_a_checksum_of_ours()
    {
        var bucket = await backend.NewBucketAsync();
        var put = await new RawRequest("PUT", $"/{bucket}/k") { Body = "123456789" }.SendAsync(backend);

        var got = await new RawRequest("GET", $"/{bucket}/k") { Headers = { ["x-amz-checksum-mode"] = "ENABLED" } }.SendAsync(backend);

        Assert.Contains("ETag: \"25f9e794323b453885f5181f1b624d0b\"", put.Head, StringComparison.Ordinal);
        Assert.Contains("Content-Type: binary/octet-stream", got.Head, StringComparison.Ordinal);
        Assert.Contains("x-amz-checksum-crc64nvme: rosUhgp5mIg=", got.Head, StringComparison.Ordinal); // the check value of CRC-64/NVME
        Assert.Contains("x-amz-checksum-type: FULL_OBJECT", got.Head, StringComparison.Ordinal);
        Assert.Equal("123456789", got.Body);
    }

    [Fact]
    public async Task Key_with_dot_segments_names_an_object_of_its_own()
    {
        var bucket = await backend.NewBucketAsync();
        await new RawRequest("PUT", $"/{bucket}/a/../b") { Body = "dots" }.SendAsync(backend);

        Assert.Equal("dots", (await new RawRequest("GET", $"/{bucket}/a/../b").SendAsync(backend)).Body);
        Assert.Equal(404, (await new RawRequest("GET", $"/{bucket}/b").SendAsync(backend)).Status);
    }

    [Theory]
    [InlineData("/lead")]
    [InlineData("//two/")]
    [InlineData("a\rb")]
    [InlineData("a\r\nb")]
    [InlineData(" ")]
    public async Task Key_that_clients_and_XML_tend_to_spoil_is_put_listed_and_deleted(string key)
    {
        var bucket = await backend.NewBucketAsync();
        var target = $"/{bucket}/{PercentEncoding.Encode(System.Text.Encoding.UTF8.GetBytes(key), keepSlashes: true)}";
        var put = await new RawRequest("PUT", target) { Body = "x" }.SendAsync(backend);
        var list = await new RawRequest("GET", $"/{bucket}?list-type=2").SendAsync(backend);
        var deleted = await DeleteAsync(bucket, $"<Delete><Object><Key>{key.Replace("\r", "&#13;", StringComparison.Ordinal)}</Key></Object></Delete>");

        Assert.Equal((200, 200), (put.Status, deleted.Status));
        Assert.Equal(key, System.Xml.Linq.XDocument.Parse(list.Body, System.Xml.Linq.LoadOptions.PreserveWhitespace)
            .Descendants().Single(element => element.Name.LocalName == "Key").Value);
        Assert.Equal(404, (await new RawRequest("GET", target).SendAsync(backend)).Status);
    }

    [Fact]
    public async Task Key_of_half_a_surrogate_pair_is_MalformedXML()
    {
        var answer = await DeleteAsync(await backend.NewBucketAsync(), "<Delete><Object><Key>a&#xD800;</Key></Object></Delete>");

        Assert.Contains("<Code>MalformedXML</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-amz-meta-speaker")]
    [InlineData("Content-Type")]
    public async Task Header_that_could_not_be_sent_back_is_refused(string header)
    {
        var bucket = await backend.NewBucketAsync();

        var put = await new RawRequest("PUT", $"/{bucket}/k") { Body = "x", Headers = { [header] = "a\u0001b" } }.SendAsync(backend);

        Assert.Equal(400, put.Status);
        Assert.Equal(404, (await new RawRequest("GET", $"/{bucket}/k").SendAsync(backend)).Status);
    }

    [Theory]
    [InlineData("uploadId=1")]
    [InlineData("partNumber=1")]
    public async Task Half_of_an_UploadPart_is_refused_and_stores_nothing(string query)
    {
        var bucket = await backend.NewBucketAsync();

        Assert.Equal(400, (await new RawRequest("PUT", $"/{bucket}/k?{query}") { Body = "x" }.SendAsync(backend)).Status);
        Assert.Equal(404, (await new RawRequest("GET", $"/{bucket}/k").SendAsync(backend)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("10001")]
    [InlineData("one")]
    public async Task Part_number_that_is_none_is_InvalidArgument(string number)
    {
        var bucket = await backend.NewBucketAsync();
        await new RawRequest("PUT", $"/{bucket}/k") { Body = "x" }.SendAsync(backend);

        var answer = await new RawRequest("GET", $"/{bucket}/k?partNumber={number}").SendAsync(backend);

        Assert.Contains("<Code>InvalidArgument</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a=%zz")]
    [InlineData("a=%FF")]
    [InlineData("a=1&a=2")]
    [InlineData("a=1&%61=2")]
    public async Task Tags_that_cannot_be_read_are_InvalidArgument_and_store_nothing(string tags)
    {
        var bucket = await backend.NewBucketAsync();
        var answer = await new RawRequest("PUT", $"/{bucket}/k") { Body = "x", Headers = { ["x-amz-tagging"] = tags } }.SendAsync(backend);

        Assert.Contains("<Code>InvalidArgument</Code>", answer.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await new RawRequest("GET", $"/{bucket}/k").SendAsync(backend)).Status);
    }

    [Fact]
    public async Task First_part_of_an_empty_object_is_empty()
    {
        var bucket = await backend.NewBucketAsync();
        await new RawRequest("PUT", $"/{bucket}/k") { Headers = { ["Content-Length"] = "0" } }.SendAsync(backend);

        var answer = await new RawRequest("GET", $"/{bucket}/k?partNumber=1").SendAsync(backend);

        Assert.Equal((200, ""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("bytes=5-1")]
    [InlineData("bytes=0-0,2-3")]
    [InlineData("bytes=a-b")]
    [InlineData("lines=0-1")]
    [InlineData("0-1")]
    public async Task Range_that_is_none_or_several_gives_the_whole(string range)
    {
        var bucket = await backend.NewBucketAsync();
        await new RawRequest("PUT", $"/{bucket}/k") { Body = "0123456789" }.SendAsync(backend);

        var answer = await new RawRequest("GET", $"/{bucket}/k") { Headers = { ["Range"] = range } }.SendAsync(backend);

        Assert.Equal((200, "0123456789"), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("bytes=0-")]
    [InlineData("bytes=0-0")]
    [InlineData("bytes=-1")]
    [InlineData("bytes=-0")]
    public async Task Range_of_an_empty_object_is_InvalidRange(string range)
    {
        var bucket = await backend.NewBucketAsync();
        await new RawRequest("PUT", $"/{bucket}/k") { Headers = { ["Content-Length"] = "0" } }.SendAsync(backend);

        var answer = await new RawRequest("GET", $"/{bucket}/k") { Headers = { ["Range"] = range } }.SendAsync(backend);

        Assert.Equal(416, answer.Status);
        Assert.Contains("Content-Range: bytes */0", answer.Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, 200)]
    [InlineData(1001, 400)]
    public async Task DeleteObjects_takes_a_thousand_keys_and_is_quiet_when_asked(int keys, int status)
    {
        var bucket = await backend.NewBucketAsync();
        await new RawRequest("PUT", $"/{bucket}/k7") { Body = "x" }.SendAsync(backend);
        var objects = string.Concat(Enumerable.Range(0, keys).Select(i => $"<Object><Key>k{i}</Key></Object>"));

        var answer = await DeleteAsync(bucket, $"<Delete><Quiet>true</Quiet>{objects}</Delete>");

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("<Deleted>", answer.Body, StringComparison.Ordinal);
        Assert.Equal(status == 200 ? 404 : 200, (await new RawRequest("GET", $"/{bucket}/k7").SendAsync(backend)).Status);
    }

    [Fact]
    public async Task Document_with_white_space_and_entities_means_the_same()
    {
        var bucket = await backend.NewBucketAsync();
        foreach (var key in new[] { "a%26b%3C", "c%20%20d" }) await new RawRequest("PUT", $"/{bucket}/{key}") { Body = "x" }.SendAsync(backend);

        var answer = await DeleteAsync(bucket, """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- written by hand -->
            <Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
              <Quiet>
                true
              </Quiet>
              <Object>
                <Key>a&amp;b&#x3C;</Key>
              </Object>
              <Object><Key><![CDATA[c  d]]></Key></Object>
            </Delete>
            """);

        Assert.DoesNotContain("<Deleted>", answer.Body, StringComparison.Ordinal);
        Assert.Equal(200, answer.Status);
        Assert.Empty((await backend.S3.ListObjectsV2Async(new() { BucketName = bucket })).S3Objects ?? []);
    }

    [Fact]
    public async Task Parts_out_of_order_are_InvalidPartOrder_and_the_upload_lives_on()
    {
        var bucket = await backend.NewBucketAsync();
        var upload = (await backend.S3.InitiateMultipartUploadAsync(bucket, "k")).UploadId;
        var etags = new List<string>();
        foreach (var (number, size) in new[] { (1, 5 << 20), (2, 1) })
        {
            var part = await backend.S3.UploadPartAsync(new()
            { BucketName = bucket, Key = "k", UploadId = upload, PartNumber = number, InputStream = new MemoryStream(new byte[size]) });
            etags.Add($"<Part><PartNumber>{number}</PartNumber><ETag>{part.ETag}</ETag></Part>");
        }

        var wrong = await CompleteAsync(etags[1] + etags[0]);
        var twice = await CompleteAsync(etags[0] + etags[0]);

        Assert.Contains("<Code>InvalidPartOrder</Code>", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("<Code>InvalidPartOrder</Code>", twice.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await CompleteAsync(etags[0] + etags[1])).Status);

        // The SDK would put them in order.
        Task<RawAnswer> CompleteAsync(string parts) => new RawRequest("POST", $"/{bucket}/k?uploadId={upload}")
        { Body = $"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>" }.SendAsync(backend);
    }

    [Fact]
    public async Task Key_of_1024_bytes_and_metadata_of_150_headers_come_back()
    {
        var bucket = await backend.NewBucketAsync();
        var target = $"/{bucket}/{PercentEncoding.Encode(string.Concat(Enumerable.Repeat("é", 512)))}";
        var put = new RawRequest("PUT", target) { Body = "x" };
        for (var i = 0; i < 150; i++) put.Headers[$"x-amz-meta-m{i}"] = $"{i}";

        Assert.Equal(200, (await put.SendAsync(backend)).Status);
        var got = await new RawRequest("GET", target).SendAsync(backend);

        Assert.Equal((200, 150), (got.Status, got.Head.Split("\r\n").Count(line => line.StartsWith("x-amz-meta-m", StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public async Task Headers_beyond_the_servers_limit_are_refused()
    {
        var answer = await new RawRequest("GET", "/") { Headers = { ["x-amz-meta-m"] = new('m', 40_000) } }.SendAsync(backend);

        Assert.Equal(431, answer.Status);
        await backend.S3.ListBucketsAsync();
    }

    [Fact]
    public async Task Key_of_1025_bytes_and_metadata_over_2_KB_are_refused()
    {
        var bucket = await backend.NewBucketAsync();

        var key = await new RawRequest("PUT", $"/{bucket}/{new string('k', 1025)}") { Body = "x" }.SendAsync(backend);
        var metadata = await new RawRequest("PUT", $"/{bucket}/k") { Body = "x", Headers = { ["x-amz-meta-m"] = new('m', 2048) } }.SendAsync(backend);

        Assert.Contains("<Code>KeyTooLongError</Code>", key.Body, StringComparison.Ordinal);
        Assert.Contains("<Code>MetadataTooLarge</Code>", metadata.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_bucket_is_closed_to_the_user_and_read_by_its_presigned_addresses()
    {
        await backend.Get<ObjectStore>().PutAsync(
            LocalAwsAccount.ServiceBucket, "000000000000/job/asrOutput.json", "application/json", new MemoryStream("{}"u8.ToArray()), CancellationToken.None);
        var target = $"/{LocalAwsAccount.ServiceBucket}/000000000000/job/asrOutput.json";
        var service = backend.Get<CredentialStore>().Service;
        var address = backend.Get<PresignedUrls>().Get(
            backend.Server.BaseAddress, LocalAwsAccount.ServiceBucket, "000000000000/job/asrOutput.json", TimeSpan.FromMinutes(15));
        using var http = new HttpClient();

        Assert.Equal("{}", await http.GetStringAsync(address));
        Assert.Equal(403, (await new RawRequest("GET", target).SendAsync(backend)).Status);
        Assert.Equal(403, (await new RawRequest("PUT", target) { Body = "x" }.SendAsync(backend)).Status);
        Assert.Equal(403, (await new RawRequest("DELETE", target) { Key = service }.SendAsync(backend)).Status);
        Assert.Equal(403, (await new RawRequest("GET", "/") { Key = service }.SendAsync(backend)).Status);
        Assert.DoesNotContain((await backend.S3.ListBucketsAsync()).Buckets ?? [], bucket => bucket.BucketName == LocalAwsAccount.ServiceBucket);
    }

    private Task<RawAnswer> DeleteAsync(string bucket, string xml)
    {
        var md5 = Convert.ToBase64String(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(xml)));
        return new RawRequest("POST", $"/{bucket}?delete") { Body = xml, Headers = { ["Content-MD5"] = md5 } }.SendAsync(backend);
    }
}
