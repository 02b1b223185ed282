using System.Reflection;
using Amazon.Runtime;
using Amazon.TranscribeService;

namespace TranscribeConsole.TranscribeClient.Tests.Constants;

public sealed class ConstantTests
{
    [Theory]
    [InlineData(typeof(BaseModelName), 2)]
    [InlineData(typeof(CLMLanguageCode), 7)]
    [InlineData(typeof(LanguageCode), 117)]
    [InlineData(typeof(MediaFormat), 8)]
    [InlineData(typeof(ModelStatus), 3)]
    [InlineData(typeof(OutputLocationType), 2)]
    [InlineData(typeof(PiiEntityType), 30)]
    [InlineData(typeof(RedactionOutput), 2)]
    [InlineData(typeof(RedactionType), 1)]
    [InlineData(typeof(SubtitleFormat), 2)]
    [InlineData(typeof(ToxicityCategory), 1)]
    [InlineData(typeof(TranscriptionJobStatus), 4)]
    [InlineData(typeof(VocabularyFilterMethod), 3)]
    [InlineData(typeof(VocabularyState), 3)]
    public void Constants_are_named_after_their_distinct_values(Type type, int count)
    {
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static);
        var values = fields.Select(field => ((ConstantClass)field.GetValue(null)!).Value).ToList();

        Assert.Equal(count, values.Distinct().Count());
        Assert.Equal(values.Select(NameOf), fields.Select(field => field.Name));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("cy-GB")]
    [InlineData("ga-IE")]
    [InlineData("gd-GB")]
    [InlineData("zh-HK")]
    public void FindValue_of_a_listed_value_is_its_constant(string code)
    {
        var field = typeof(LanguageCode).GetField(NameOf(code));

        Assert.Same(field!.GetValue(null), LanguageCode.FindValue(code));
    }

    [Fact]
    public void String_becomes_the_constant_and_back()
    {
        TranscriptionJobStatus status = "QUEUED";
        string text = TranscriptionJobStatus.QUEUED;

        Assert.Same(TranscriptionJobStatus.QUEUED, status);
        Assert.Equal("QUEUED", text);
        Assert.True(status == "QUEUED");
    }

    [Fact]
    public void Value_that_is_not_listed_passes_through()
    {
        LanguageCode code = "tlh-QO";

        Assert.Equal("tlh-QO", code.Value);
        Assert.Equal(LanguageCode.FindValue("tlh-QO"), code);
    }

    [Fact]
    public void Null_stays_null()
    {
        TranscriptionJobStatus? status = (string?)null;

        Assert.Null(status);
        Assert.Null(TranscriptionJobStatus.FindValue(null));
    }

    private static string NameOf(string value) => char.ToUpperInvariant(value[0]) + value[1..].Replace("-", "", StringComparison.Ordinal);
}
