using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Transcribe.Wire;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Jobs;

/// <summary>What somebody does to the wizard, one control after another, wrong entries among them.</summary>
public sealed record Entries(IReadOnlyList<Entry> All)
{
    public override string ToString() => string.Join(", ", All);
}

/// <param name="Property">Of the form.</param>
public sealed record Entry(string Property, object? Value);

public static class EntriesArbitrary
{
    private static readonly ServiceLimits Limits = ServiceLimits.Load();
    private static readonly string[] Codes = [.. Limits.Languages.Select(language => language.Code), ""];
    private static readonly string[] Names = ["terms", "a.b_c-1", "two words", "", "<script>", "ü", new('n', 200), new('n', 201), "x\n"];
    private static readonly string[] Numbers = ["2", "10", "30", "31", "1", "0", "-1", "", " 5 ", "2.5", "ten", "8000", "48000", "48001", "99999999999"];
    private static readonly string[] Places = ["s3://text", "s3://text/", "s3://text/p/", "s3://text/p/x.json", "s3://text/azAZ09-_.!*'()/", "s3://text/a b", "s3://t", "", "text", "s3://text/" + new string('k', 1024), "s3://text/" + new string('k', 1025), "s3://te..xt/", "s3://-text/"];
    private static readonly string[] Media = ["s3://media/a.wav", "s3://media/a//b/../c %+.wav", "s3://media/", "s3://media", "", "http://a/b", "s3://media/😀", "s3://media/" + new string('k', 2000), "s3://media/a\rb"];
    private static readonly string[] Keys = ["1234abcd-12ab-34cd-56ef-1234567890ab", "alias/transcripts", "arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab", "arn:aws:kms:us-east-1:444455556666:alias/a", "key", "", "alias/ä", "alias/" + new string('a', 2050)];
    private static readonly string[] Roles = ["arn:aws:iam::111122223333:role/r", "arn:aws:iam::1:role/r", "", "role", "arn:aws-cn:iam::111122223333:role/path/r", "arn:aws:iam::111122223333:role/" + new string('r', 2048)];
    private static readonly JobTag[] Tags = [new(), new() { Key = "k" }, new() { Key = "k", Value = "v" }, new() { Value = "v" }, new() { Key = "aws:k" }, new() { Key = "😀", Value = new string('v', 256) }, new() { Key = new string('k', 129) }, new() { Key = "t", Value = new string('v', 257) }];

    public static Arbitrary<Entries> Entries()
    {
        Gen<Entry> One<T>(string property, params T[] values) => Gen.Elements(values).Select(value => new Entry(property, value));
        Gen<Entry> Switch(string property) => One(property, true, false);
        Gen<Entry> List<T>(string property, T[] values) => Gen.Elements(values).ListOf().Select(list => new Entry(property, list.ToList()));
        var choices = from code in Gen.Elements(Codes)
                      from vocabulary in Gen.Elements(Names)
                      from filter in Gen.Elements(Names)
                      from model in Gen.Elements(Names)
                      select new Entry(nameof(JobForm.PerLanguage), (code, new LanguageChoices { VocabularyName = vocabulary, VocabularyFilterName = filter, LanguageModelName = model }));
        string[] common = ["en-US", "de-DE", "es-US", "fr-FR"];
        var goodChoices = from code in Gen.Elements(common)
                          from vocabulary in Gen.Elements("terms", "")
                          from filter in Gen.Elements("swear", "")
                          from model in Gen.Elements("law", "", "")
                          select new Entry(nameof(JobForm.PerLanguage), (code, new LanguageChoices { VocabularyName = vocabulary, VocabularyFilterName = filter, LanguageModelName = model }));
        var entry = Gen.OneOf(
            One(nameof(JobForm.Name), Names), One(nameof(JobForm.ModelType), Enum.GetValues<ModelType>()), One(nameof(JobForm.LanguageSetting), Enum.GetValues<LanguageSetting>()),
            One(nameof(JobForm.LanguageCode), Codes), One(nameof(JobForm.LanguageCode), common), List(nameof(JobForm.LanguageOptions), Codes), List(nameof(JobForm.LanguageOptions), common),
            One(nameof(JobForm.LanguageModelName), Names), Switch(nameof(JobForm.JobQueue)), One(nameof(JobForm.DataAccessRoleArn), Roles),
            One(nameof(JobForm.MediaFormat), [.. Limits.MediaFormats.Select(format => format.Format), ""]), One(nameof(JobForm.MediaSampleRate), Numbers), One(nameof(JobForm.MediaUri), Media),
            One(nameof(JobForm.Output), Enum.GetValues<OutputLocation>()), One(nameof(JobForm.OutputUri), Places), Switch(nameof(JobForm.SubtitleSrt)), Switch(nameof(JobForm.SubtitleVtt)),
            One(nameof(JobForm.SubtitleStartIndex), 0, 1), Switch(nameof(JobForm.Encryption)), One(nameof(JobForm.KmsKeySource), Enum.GetValues<KmsKeySource>()),
            One(nameof(JobForm.KmsKeyId), Keys), One(nameof(JobForm.KmsKeyArn), Keys), List(nameof(JobForm.Tags), Tags),
            Switch(nameof(JobForm.AudioIdentification)), One(nameof(JobForm.AudioIdentificationType), Enum.GetValues<AudioIdentificationType>()), One(nameof(JobForm.MaxSpeakers), Numbers),
            Switch(nameof(JobForm.AlternativeResults)), One(nameof(JobForm.MaxAlternatives), Numbers), Switch(nameof(JobForm.ToxicityDetection)), Switch(nameof(JobForm.PiiRedaction)),
            List(nameof(JobForm.PiiEntityTypes), [.. Limits.PiiEntityTypes.Select(type => type.Type)]), Switch(nameof(JobForm.IncludeUnredacted)),
            Switch(nameof(JobForm.VocabularyFiltering)), One(nameof(JobForm.VocabularyFilterName), Names), One(nameof(JobForm.VocabularyFilterMethod), Enum.GetValues<FilterMethod>()),
            Switch(nameof(JobForm.CustomVocabulary)), One(nameof(JobForm.VocabularyName), Names), choices, goodChoices, goodChoices);
        return entry.ListOf().Select(entries => new Entries([.. entries])).ToArbitrary();
    }
}

[Properties(Arbitrary = [typeof(EntriesArbitrary)], MaxTest = 5_000)]
public sealed class JobFormProperties
{
    private static readonly JobRules Rules = new(new BackendCapabilities { Name = "Test", Region = "us-east-1", Engine = new("Test engine") }, ServiceLimits.Load());

    [Property]
    public void No_form_that_passes_its_checks_makes_a_request_that_the_service_would_refuse(Entries entries)
    {
        var form = Mended(Fill(entries));
        if (form is null) return;
        var request = JsonSerializer.Deserialize(JobRequestText.Json(form), TranscribeJson.Default.StartTranscriptionJobRequest)!;

        StartConstraints.Check(request); // throw what the service would answer
        StartRules.Check(request);
    }

    [Property]
    public void Reconciling_twice_clears_nothing_more(Entries entries)
    {
        var form = Fill(entries);
        Rules.Reconcile(form);

        Assert.Empty(Rules.Reconcile(form));
    }

    [Property]
    public void Every_error_is_of_a_field_and_has_a_sentence(Entries entries)
    {
        var form = Fill(entries);
        var properties = typeof(JobForm).GetProperties().Select(property => property.Name).ToHashSet();

        foreach (var error in Rules.CheckDetails(form, uploading: false).Concat(Rules.CheckConfiguration(form)))
        {
            Assert.Contains(error.Field.Split('[')[0], properties);
            Assert.False(string.IsNullOrWhiteSpace(error.Message));
        }
    }

    // As the wizard does it: after each change what no longer fits is cleared.
    private static JobForm Fill(Entries entries)
    {
        var form = new JobForm { Name = "call", MediaUri = "s3://media/call.wav" };
        foreach (var entry in entries.All)
        {
            if (entry.Value is (string code, LanguageChoices choices)) form.PerLanguage[code] = choices;
            else typeof(JobForm).GetProperty(entry.Property)!.SetValue(form, entry.Value);
            Rules.Reconcile(form);
        }

        return form;
    }

    // As somebody does who is told what is wrong: empties the field, or turns off what it belongs to. Null: it took too long.
    private static JobForm? Mended(JobForm form)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            if (Rules.CheckDetails(form, uploading: false).Concat(Rules.CheckConfiguration(form)).FirstOrDefault() is not { } error) return form;
            Mend(form, error.Field);
            Rules.Reconcile(form);
        }

        return null;
    }

    private static void Mend(JobForm form, string field)
    {
        var property = field.Split('[')[0];
        switch (property)
        {
            case nameof(JobForm.Name): form.Name = "call"; break;
            case nameof(JobForm.MediaUri): form.MediaUri = "s3://media/call.wav"; break;
            case nameof(JobForm.MediaSampleRate): form.MediaSampleRate = ""; break;
            case nameof(JobForm.LanguageCode): form.LanguageCode = "en-US"; break;
            case nameof(JobForm.LanguageModelName) or nameof(JobForm.ModelType): form.ModelType = ModelType.General; break;
            case nameof(JobForm.LanguageSetting): form.LanguageSetting = LanguageSetting.Specific; break;
            case nameof(JobForm.LanguageOptions): form.LanguageOptions = []; break;
            case nameof(JobForm.DataAccessRoleArn) or nameof(JobForm.JobQueue): form.JobQueue = false; break;
            case nameof(JobForm.OutputUri): form.Output = OutputLocation.ServiceManaged; break;
            case nameof(JobForm.KmsKeyId) or nameof(JobForm.KmsKeyArn) or nameof(JobForm.Encryption): form.Encryption = false; break;
            case nameof(JobForm.Tags): form.Tags = []; break;
            case nameof(JobForm.MaxSpeakers) or nameof(JobForm.AudioIdentification): form.AudioIdentification = false; break;
            case nameof(JobForm.MaxAlternatives) or nameof(JobForm.AlternativeResults): form.AlternativeResults = false; break;
            case nameof(JobForm.ToxicityDetection): form.ToxicityDetection = false; break;
            case nameof(JobForm.PiiEntityTypes) or nameof(JobForm.PiiRedaction): form.PiiRedaction = false; break;
            case nameof(JobForm.VocabularyFilterName) or nameof(JobForm.VocabularyFiltering): form.VocabularyFiltering = false; break;
            case nameof(JobForm.VocabularyName) or nameof(JobForm.CustomVocabulary): form.CustomVocabulary = false; break;
            case nameof(JobForm.PerLanguage): form.PerLanguage = []; break;
            default: Assert.Fail($"No way to mend {field}."); break;
        }
    }
}
