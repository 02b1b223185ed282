using TranscribeConsole.Web.Components.WordLists;

namespace TranscribeConsole.Web.Tests.WordLists;

public sealed class FirstRowsTests
{
    [Fact]
    public void First_row_of_a_word_is_found_whatever_its_case_and_again_when_the_list_is_another()
    {
        var rows = new FirstRows();
        List<string> words = ["damn", " Damn", "heck"];

        Assert.Equal(0, rows.Of(words, word => word, "DAMN "));
        Assert.Equal(2, rows.Of(words, word => word, "Heck"));
        Assert.Null(rows.Of(words, word => word, "none"));
        Assert.Equal(1, rows.Of(["heck", "damn"], word => word, "damn"));
    }
}
