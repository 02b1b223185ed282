namespace TranscribeConsole.Services.Tests;

public sealed class S3LocationTests
{
    [Theory]
    [InlineData("s3://media/call.wav", "media", "call.wav")]
    [InlineData("s3://media/a b/100%25+x.wav", "media", "a b/100%25+x.wav")]
    [InlineData("s3://media", "media", "")]
    [InlineData("s3://media/", "media", "")]
    [InlineData("s3://my.bucket-1/folder/", "my.bucket-1", "folder/")]
    public void TryParse_takes_bucket_and_key_literally(string text, string bucket, string key)
    {
        Assert.True(S3Location.TryParse(text, out var location));
        Assert.Equal(new S3Location(bucket, key), location);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("media/call.wav")]
    [InlineData("S3://media/call.wav")]
    [InlineData("https://media/call.wav")]
    [InlineData("s3://")]
    [InlineData("s3://ab/call.wav")]
    [InlineData("s3://Media/call.wav")]
    [InlineData("s3://-media/call.wav")]
    [InlineData("s3://me_dia/call.wav")]
    public void TryParse_refuses_what_is_no_bucket(string? text) => Assert.False(S3Location.TryParse(text, out _));

    [Theory]
    [InlineData("s3://media/call.wav", "s3://media/call.wav")]
    [InlineData("https://s3.eu-central-1.amazonaws.com/media/in/a%20b.wav", "s3://media/in/a b.wav")]
    [InlineData("https://media.s3.eu-central-1.amazonaws.com/in/call.wav", "s3://media/in/call.wav")]
    [InlineData("https://my.media.s3-eu-west-1.amazonaws.com/call.wav", "s3://my.media/call.wav")]
    [InlineData("http://127.0.0.1:4566/media/call.wav", "s3://media/call.wav")]
    public void TryParseAddress_reads_every_form_of_an_object_address(string address, string location)
    {
        Assert.True(S3Location.TryParseAddress(address, out var parsed));
        Assert.Equal(location, parsed.ToString());
    }

    [Theory]
    [InlineData("s3://media")]
    [InlineData("https://s3.eu-central-1.amazonaws.com/")]
    [InlineData("https://s3.eu-central-1.amazonaws.com/media")]
    [InlineData("ftp://s3.eu-central-1.amazonaws.com/media/call.wav")]
    [InlineData("call.wav")]
    public void TryParseAddress_refuses_what_names_no_object(string address) => Assert.False(S3Location.TryParseAddress(address, out _));

    [Theory]
    [InlineData("", "media", "", "")]
    [InlineData("call.wav", "call.wav", "", "")]
    [InlineData("a/b/call.wav", "call.wav", "a/b/", "|a/|a/b/")]
    [InlineData("a/b/", "b", "a/", "|a/|a/b/")]
    [InlineData("a/", "a", "", "|a/")]
    [InlineData("a//b", "b", "a//", "|a/|a//")]
    [InlineData("a//", "/", "a/", "|a/|a//")]
    [InlineData("/", "/", "", "|/")]
    [InlineData("/lead", "lead", "/", "|/")]
    [InlineData("../x", "x", "../", "|../")]
    public void Folders_are_the_exact_prefixes_up_to_each_slash(string key, string name, string parent, string folders)
    {
        var location = new S3Location("media", key);

        Assert.Equal((name, parent), (location.Name, location.Parent.Key));
        Assert.Equal(folders.Split('|'), location.Folders.Select(folder => folder.Key));
    }

    [Theory]
    [InlineData("media", "")]
    [InlineData("media", "a/b/c.wav")]
    public void Location_comes_back_from_JSON_and_holds_bucket_and_key_alone(string bucket, string key)
    {
        var location = new S3Location(bucket, key);

        var json = System.Text.Json.JsonSerializer.Serialize(location);

        Assert.Equal($$"""{"Bucket":"{{bucket}}","Key":"{{key}}"}""", json);
        Assert.Equal(location, System.Text.Json.JsonSerializer.Deserialize<S3Location>(json));
    }
}
