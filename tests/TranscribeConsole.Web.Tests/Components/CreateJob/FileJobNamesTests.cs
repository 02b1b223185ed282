using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Web.Components.Pages.CreateJob;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Tests.Components.CreateJob;

public sealed class FileJobNamesTests
{
    private readonly FileJobNames _names = new(200);
    private readonly JobForm _form = new();

    [Theory]
    [InlineData("Interview 1.wav", "Interview-1")]
    [InlineData("a.b.mp3", "a.b")]
    [InlineData("<script>alert('x')</script>.wav", "script")]
    [InlineData("дом.wav", "job")]
    [InlineData("\u202egpj.wav", "gpj")]
    [InlineData("...wav", "job")]
    public void A_file_gives_its_job_a_legal_name(string fileName, string name) => Assert.Equal(name, JobNameSuggestion.For(fileName, 200, []));

    [Fact]
    public void Names_are_unique_and_no_longer_than_allowed()
    {
        var longName = new string('n', 300) + ".wav";

        _names.Follow([.. Enumerable.Range(1, 12).Select(id => File(id, longName))], _form);

        var names = Enumerable.Range(1, 12).Select(id => _names[id]).ToList();
        Assert.Equal(12, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.True(JobForm.IsJobName(name), name));
        Assert.EndsWith("-12", names[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_second_file_the_typed_name_is_the_first_ones_and_of_the_last_it_is_the_forms_again()
    {
        _form.Name = "typed";
        _names.Follow([File(1, "a.wav"), File(2, "b.wav")], _form);
        Assert.Equal(("typed", "b"), (_names[1], _names[2]));
        _names[2] = "other";

        _names.Follow([File(2, "b.wav")], _form);

        Assert.Equal("other", _form.Name);
    }

    [Fact]
    public void A_file_that_comes_later_is_named_and_typed_names_stay()
    {
        _names.Follow([File(1, "a.wav"), File(2, "b.wav")], _form);
        _names[1] = "";
        _names.Follow([File(1, "a.wav"), File(2, "b.wav"), File(3, "b.mp3")], _form);

        Assert.Equal(("", "b", "b-2"), (_names[1], _names[2], _names[3]));
    }

    [Fact]
    public void Each_wrong_name_has_its_own_error()
    {
        UploadState[] files = [File(4, "a.wav"), File(5, "b.wav"), File(6, "c.wav"), File(7, "d.wav")];
        _names.Follow(files, _form);
        (_names[5], _names[6], _names[7]) = ("two words", "a", "A");

        var errors = _names.Check(files, Rules()).ToList();

        Assert.Equal(["Names[5]", "Names[6]"], errors.Select(error => error.Field));
        Assert.Contains("no spaces", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("unique", errors[1].Message, StringComparison.Ordinal);
        Assert.Equal(("names-5", 1), (FieldIds.Of(errors[0].Field), FieldIds.StepOf(errors[0].Field)));
    }

    private static UploadState File(int id, string name) => UploadState.Empty with { Id = id, FileName = name, Phase = UploadPhase.Completed, Location = $"s3://b/{id}" };

    private static JobRules Rules() => new(new BackendCapabilities { Name = "Test", Region = "us-east-1", Engine = new EngineInfo("Test") }, ServiceLimits.Load());
}
