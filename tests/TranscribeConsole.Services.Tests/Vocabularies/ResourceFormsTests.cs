using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.LanguageModels;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.Tests.Vocabularies;

public sealed class ResourceFormsTests
{
    private static readonly ServiceLimits Limits = ServiceLimits.Load();
    private static readonly BackendCapabilities Backend = new() { Name = "Test", Region = "us-east-1", Engine = new("None") };

    private readonly ResourceForms _rules = new(Limits, new JobRules(Backend, Limits), new PhraseRules(Limits));

    public static TheoryData<string, Action<VocabularyForm>, string> VocabularyRules => new()
    {
        { "no name", form => form.Name = "", "Name: Enter a name for the vocabulary." },
        { "name with a space", form => form.Name = "a b", "Name: The name can contain letters a–z and A–Z, digits, periods, underscores and hyphens; no spaces." },
        { "long name", form => form.Name = new string('n', 201), "Name: The name has 201 characters; it can have up to 200." },
        { "unknown language", form => form.LanguageCode = "tlh-QO", "LanguageCode: tlh-QO is not offered here. Choose another language." },
        { "no entries", form => form.Entries = [new("")], "Entries: Enter at least one phrase." },
        { "bad row", form => form.Entries = [new("fine"), new(""), new("two words")], "Entries[2]: Row 3: A phrase has no spaces: join its words by hyphens." },
        { "one byte too many", form => form.Entries = Long(51_201), "Entries: The entries have 51,201 bytes; a vocabulary can have up to 51,200. Move some to a second vocabulary." },
        { "no file", form => form.Source = WordSource.S3, "FileUri: Enter the S3 location of the file, or choose it with Browse S3." },
        { "a folder", form => (form.Source, form.FileUri) = (WordSource.S3, "s3://media/words/"), "FileUri: The location must have the form s3://bucket/key and name one object." },
        { "not a text file", form => (form.Source, form.FileUri) = (WordSource.S3, "s3://media/words.csv"), "FileUri: The service takes text files only: the key must end with .txt." },
        { "reserved tag", form => form.Tags = [new() { Key = "aws:x" }], "Tags[0].Key: Keys that begin with aws: are reserved." },
    };

    [Fact]
    public void Filled_forms_pass()
    {
        Assert.Empty(_rules.Check(Vocabulary()));
        Assert.Empty(_rules.Check(new VocabularyForm { Name = "v", Entries = Long(51_200) }));
        Assert.Empty(_rules.Check(new VocabularyFilterForm { Name = "f", Words = ["bad", "worse", "BAD"] }));
        Assert.Empty(_rules.Check(Model()));
    }

    [Theory]
    [MemberData(nameof(VocabularyRules))]
    public void Broken_rule_names_field_and_rule(string because, Action<VocabularyForm> change, string expected)
    {
        var form = Vocabulary();
        change(form);

        var error = Assert.Single(_rules.Check(form));

        Assert.True(expected == $"{error.Field}: {error.Message}", $"{because}: {error}");
    }

    [Theory]
    [InlineData("", "Words: Enter at least one word.")]
    [InlineData("one\ntwo words", "Words[1]: Line 2 holds “two words”: each line is one word without spaces.")]
    public void Broken_rule_of_a_filter_names_the_line(string text, string expected)
    {
        var error = Assert.Single(_rules.Check(new VocabularyFilterForm { Name = "f", Words = [.. text.Split('\n')] }));

        Assert.Equal(expected, $"{error.Field}: {error.Message}");
    }

    [Fact]
    public void Broken_rules_of_a_model_name_their_fields()
    {
        var form = new LanguageModelForm { Name = "m", LanguageCode = "fr-FR", TuningUri = "bucket/folder", DataAccessRoleArn = "role" };

        Assert.Equal(["LanguageCode", "TrainingUri", "TuningUri", "DataAccessRoleArn"], _rules.Check(form).Select(error => error.Field));
    }

    [Fact]
    public void Requests_are_exact()
    {
        var table = Vocabulary();
        var list = new VocabularyForm { Name = "v", LanguageCode = "de-DE", Entries = [new(" Bär "), new("")], Tags = [new() { Key = "team", Value = "legal" }] };

        Same("""{"VocabularyName":"terms","LanguageCode":"en-US","VocabularyFileUri":"s3://the-bucket-of-uploads/vocabularies/name.txt"}""", VocabularyRequest.Json(table, isNew: true));
        Same("""{"VocabularyName":"v","LanguageCode":"de-DE","Phrases":["Bär"],"Tags":[{"Key":"team","Value":"legal"}]}""", VocabularyRequest.Json(list, isNew: true));
        Same("""{"VocabularyName":"v","LanguageCode":"de-DE","Phrases":["Bär"]}""", VocabularyRequest.Json(list, isNew: false));
        Same("""{"VocabularyFilterName":"f","LanguageCode":"en-US","Words":["bad"]}""", VocabularyFilterRequest.Json(new() { Name = "f", Words = ["bad", ""] }, isNew: true));
        Same("""{"VocabularyFilterName":"f","Words":["bad"]}""", VocabularyFilterRequest.Json(new() { Name = "f", Words = ["bad", ""] }, isNew: false));
        Same(
            """
            {"LanguageCode":"en-US","BaseModelName":"NarrowBand","ModelName":"m",
             "InputDataConfig":{"S3Uri":"s3://acme/train/","DataAccessRoleArn":"arn:aws:iam::123456789012:role/reader"}}
            """,
            LanguageModelRequest.Json(Model()));
        Assert.Equal("aws transcribe create-vocabulary-filter \\\n  --vocabulary-filter-name f \\\n  --language-code en-US \\\n  --words bad", Sorted(VocabularyFilterRequest.Cli(new() { Name = "f", Words = ["bad"] }, isNew: true)));
    }

    // Members stand in the order of reflection, which is that of the source.
    private static string Sorted(string command) =>
        string.Join(" \\\n  ", command.Split(" \\\n  ").OrderBy(part => part.StartsWith("aws", StringComparison.Ordinal) ? 0 : part.StartsWith("--vocabulary", StringComparison.Ordinal) ? 1 : 2));

    private static void Same(string expected, string actual) => Assert.True(
        System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(expected), System.Text.Json.Nodes.JsonNode.Parse(actual)), actual);

    private static VocabularyForm Vocabulary() => new() { Name = "terms", Entries = [new("Lake-Tahoe", "Lake Tahoe"), new("")] };

    private static LanguageModelForm Model() => new() { Name = "m", TrainingUri = "s3://acme/train/", DataAccessRoleArn = "arn:aws:iam::123456789012:role/reader" };

    // Each entry of a list costs its bytes and a line end.
    private static List<VocabularyEntry> Long(int bytes)
    {
        var rows = Enumerable.Range(0, bytes / 200).Select(_ => new VocabularyEntry(new string('a', 199))).ToList();
        if (bytes % 200 is > 1 and var rest) rows.Add(new(new string('a', rest - 1)));
        else if (bytes % 200 == 1) rows[0] = new(new string('a', 200));
        return rows;
    }
}
