using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using TranscribeConsole.Components.Forms;

namespace TranscribeConsole.Components.Tests.Forms;

public sealed class TagsEditorTests : BunitContext
{
    [Fact]
    public void Old_rows_that_an_ancestor_renders_once_more_leave_what_is_typed_in_its_field()
    {
        var old = new TagRow("team", "");
        var row = Render<TagRowFields>(p => p.Add(f => f.Id, "tag").Add(f => f.Number, 1).Add(f => f.Row, old));

        row.Find("#tag-value").Input("legal");
        row.Render(p => p.Add(f => f.Row, old with { }));

        Assert.Equal("legal", row.Find("#tag-value").GetAttribute("value"));
        row.Render(p => p.Add(f => f.Row, new TagRow("team", "sales")));
        Assert.Equal("sales", row.Find("#tag-value").GetAttribute("value"));
    }

    [Fact]
    public void Both_fields_of_a_row_typed_one_after_the_other_come_back_together()
    {
        var owner = Render<Owner>();

        owner.Find("#tags-0-key").Input("team");
        owner.Find("#tags-0-value").Input("legal");
        owner.Find("#tags-add").Click();
        owner.Find("#tags-1-key").Input("case");

        Assert.Equal([new TagRow("team", "legal"), new TagRow("case", "")], owner.Instance.Rows);
        Assert.Equal("legal", owner.Find("#tags-0-value").GetAttribute("value"));
    }

    /// <summary>Holds the rows, as a page does.</summary>
    private sealed class Owner : ComponentBase
    {
        public IReadOnlyList<TagRow> Rows { get; private set; } = [new("", "")];

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<TagsEditor>(0);
            builder.AddComponentParameter(1, nameof(TagsEditor.Id), "tags");
            builder.AddComponentParameter(2, nameof(TagsEditor.Rows), Rows);
            builder.AddComponentParameter(3, nameof(TagsEditor.RowsChanged), EventCallback.Factory.Create<IReadOnlyList<TagRow>>(this, rows => Rows = rows));
            builder.CloseComponent();
        }
    }
}
