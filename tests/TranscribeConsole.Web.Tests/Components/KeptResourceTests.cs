using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;
using TranscribeConsole.Web.Components.Pages.Resources;

namespace TranscribeConsole.Web.Tests.Components;

public sealed class KeptResourceTests
{
    [Fact]
    public void Rows_that_stand_in_the_fields_alone_come_back_and_the_empty_one_at_the_end_does_not()
    {
        var errors = new FormErrors("vocabulary");
        var kept = KeptResource.Of(new VocabularyForm { Entries = [new("nato", "NATO")] }) with
        {
            Fields = new Dictionary<string, string>
            {
                [errors.Id("Entries-1-first")] = "uno",
                [errors.Id("Entries-1-second")] = "",
                [errors.Id("Entries-2-first")] = "",
                [errors.Id("Entries-2-second")] = "UNESCO",
                [errors.Id("Entries-3-first")] = "",
                [errors.Id("Entries-3-second")] = "",
            },
        };
        var form = new VocabularyForm();

        KeptResource.Read(kept.Write())!.Fill(form, errors);

        Assert.Equal([new("nato", "NATO"), new("uno", ""), new("", "UNESCO")], form.Entries);
    }

    [Fact]
    public void Words_that_stand_in_the_fields_alone_come_back()
    {
        var errors = new FormErrors("filter");
        var kept = KeptResource.Of(new VocabularyFilterForm { Words = ["damn"] }) with
        {
            Fields = new Dictionary<string, string> { [errors.Id("Words-0-first")] = "darn", [errors.Id("Words-1-first")] = "heck", [errors.Id("Words-2-first")] = "" },
        };
        var form = new VocabularyFilterForm();

        KeptResource.Read(kept.Write())!.Fill(form, errors);

        Assert.Equal(["darn", "heck"], form.Words);
    }
}
