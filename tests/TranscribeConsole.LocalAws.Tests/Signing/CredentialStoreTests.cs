using Amazon.Runtime.CredentialManagement;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

public sealed class CredentialStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("signing-").FullName;

    private string DataDirectory => Path.Combine(_root, "data");

    private string UserFile => Path.Combine(DataDirectory, "credentials");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Keys_are_made_once_and_kept()
    {
        var first = CredentialStore.LoadOrCreate(DataDirectory);
        var second = CredentialStore.LoadOrCreate(DataDirectory);

        Assert.Matches("^AKIA[A-Z2-7]{16}$", first.User.Id);
        Assert.Equal(40, first.User.Secret.Length);
        Assert.NotEqual(first.User.Id, first.Service.Id);
        Assert.Equal((first.User, first.Service), (second.User, second.Service));
        Assert.True(first.Service.IsService);
        Assert.False(first.User.IsService);
    }

    [Fact]
    public void Files_are_for_their_owner_alone_and_nothing_temporary_is_left()
    {
        CredentialStore.LoadOrCreate(DataDirectory);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(DataDirectory).UnixFileMode);
        Assert.Equal(["credentials", "service-credentials"], Directory.GetFiles(DataDirectory).Select(Path.GetFileName).Order());
        Assert.All(Directory.GetFiles(DataDirectory), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode));
    }

    [Fact]
    public void Files_open_to_others_are_closed_to_them()
    {
        var keys = CredentialStore.LoadOrCreate(DataDirectory);
        foreach (var file in Directory.GetFiles(DataDirectory)) File.SetUnixFileMode(file, (UnixFileMode)0b110_100_100);

        Assert.Equal(keys.User, CredentialStore.LoadOrCreate(DataDirectory).User);
        Assert.All(Directory.GetFiles(DataDirectory), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public void File_is_read_by_the_official_SDK()
    {
        var user = CredentialStore.LoadOrCreate(DataDirectory).User;

        Assert.True(new SharedCredentialsFile(UserFile).TryGetProfile("default", out var profile));
        Assert.Equal((user.Id, user.Secret, "us-east-1"), (profile.Options.AccessKey, profile.Options.SecretKey, profile.Region.SystemName));
    }

    [Fact]
    public void Keys_that_the_user_wrote_are_taken()
    {
        Directory.CreateDirectory(DataDirectory);
        File.WriteAllText(UserFile, "# mine\n[other]\naws_access_key_id=no\n\n[default]\naws_access_key_id=local\naws_secret_access_key = a/b+c=d9\n");

        var store = CredentialStore.LoadOrCreate(DataDirectory);

        Assert.Equal(new AccessKey("local", "a/b+c=d9", IsService: false), store.User);
        Assert.Same(store.User, store.Find("local"));
        Assert.Same(store.Service, store.Find(store.Service.Id));
        Assert.Null(store.Find("LOCAL"));
    }

    [Theory]
    [InlineData("", "aws_access_key_id")]
    [InlineData("[other]\naws_access_key_id = local\naws_secret_access_key = 12345678\n", "aws_access_key_id")]
    [InlineData("[default]\naws_access_key_id = lo/cal\naws_secret_access_key = 12345678\n", "aws_access_key_id")]
    [InlineData("[default]\naws_access_key_id = local\n", "aws_secret_access_key")]
    [InlineData("[default]\naws_access_key_id = local\naws_secret_access_key = 1234 5678\n", "aws_secret_access_key")]
    [InlineData("[default]\naws_access_key_id = local\naws_access_key_id = other\n", "line 3")]
    [InlineData("[default]\nlocal\n", "line 2")]
    public void Malformed_file_is_named_with_the_rule(string text, string rule)
    {
        Directory.CreateDirectory(DataDirectory);
        File.WriteAllText(UserFile, text);

        var error = Assert.Throws<InvalidDataException>(() => CredentialStore.LoadOrCreate(DataDirectory));

        Assert.Contains(UserFile, error.Message);
        Assert.Contains(rule, error.Message);
    }

    [Fact]
    public void Service_key_with_the_users_id_is_refused()
    {
        CredentialStore.LoadOrCreate(DataDirectory);
        File.Copy(UserFile, Path.Combine(DataDirectory, "service-credentials"), overwrite: true);

        var error = Assert.Throws<InvalidDataException>(() => CredentialStore.LoadOrCreate(DataDirectory));

        Assert.Contains("service-credentials", error.Message);
    }

    [Fact]
    public void Key_does_not_print_its_secret() => Assert.DoesNotContain(TestKeys.User.Secret, $"{TestKeys.User}");
}
