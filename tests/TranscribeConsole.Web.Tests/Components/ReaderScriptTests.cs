using TranscribeConsole.Web.Components.Pages.Transcript;

namespace TranscribeConsole.Web.Tests.Components;

public sealed class ReaderScriptTests
{
    [Fact]
    public void Bundle_has_every_module_that_the_reader_imports_once_and_no_import()
    {
        var script = new ReaderScript().Content;

        foreach (var module in new[] { "dom", "model", "player", "window", "rows", "reader" }) Assert.Single(script.Split('\n'), $"// {module}.js");
        Assert.DoesNotContain("// archive.js", script, StringComparison.Ordinal); // of the jobs list
        Assert.DoesNotContain(script.Split('\n'), line => line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("export ", StringComparison.Ordinal));
    }

    [Fact]
    public void Bundle_puts_a_module_after_those_it_needs_and_gives_each_its_own_names()
    {
        var bundle = ReaderScript.Bundle("a", Files(
            ("a", "import { one, two as deux } from './b-b.js';\nimport { one as uno } from './c.js';\nconst mine = one + deux + uno;\n"),
            ("b-b", "import { one as base } from './c.js';\nconst mine = base;\nexport const one = mine;\nexport function two() {}\n"),
            ("c", "export const one = 1;\n")));

        Assert.Equal(
            """
            // c.js
            const $c = (() => {
            const one = 1;

            return { one };
            })();
            // b-b.js
            const $b_b = (() => {
            const { one: base } = $c;
            const mine = base;
            const one = mine;
            function two() {}

            return { one, two };
            })();
            // a.js
            const $a = (() => {
            const { one, two: deux } = $b_b;
            const { one: uno } = $c;
            const mine = one + deux + uno;

            return {  };
            })();

            """, bundle);
    }

    [Theory]
    [InlineData("import value from './b.js';")]
    [InlineData("export default 1;")]
    [InlineData("const late = await import('./b.js');")]
    [InlineData("import { a } from './a.js';")]
    public void What_can_not_be_bundled_is_refused_by_name(string line)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => ReaderScript.Bundle("a", Files(("a", line))));

        Assert.Contains("a.js", refusal.Message, StringComparison.Ordinal);
    }

    private static Func<string, string> Files(params (string Name, string Text)[] files) => name => files.Single(file => file.Name == name).Text;
}
