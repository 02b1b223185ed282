using Microsoft.AspNetCore.Components;

namespace TranscribeConsole.Components.Forms;

/// <summary>What every control of a form has: a label, and the words around it.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>Id of the control; those of the words around it begin with it.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The label is for screen readers alone: where the field stands says it to the others.</summary>
    [Parameter] public bool HideLabel { get; set; }

    /// <summary>The label says that the field may stay empty.</summary>
    [Parameter] public bool Optional { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>What the field is for, over the control.</summary>
    [Parameter] public string? Description { get; set; }

    /// <summary>The rule, under the control.</summary>
    [Parameter] public string? Constraint { get; set; }

    /// <summary>The rule that is broken; null: none.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Key of the help topic that an <c>Info</c> link behind the label opens; null: no link.</summary>
    [Parameter] public string? Info { get; set; }

    /// <summary>Value of <c>aria-describedby</c>: the error first; null when there is nothing to read.</summary>
    protected string? DescribedBy
    {
        get
        {
            string?[] parts =
            [
                Error is null ? null : $"{Id}-error",
                Description is null ? null : $"{Id}-description",
                Constraint is null ? null : $"{Id}-constraint",
            ];
            var text = string.Join(' ', parts.Where(part => part is not null));
            return text.Length == 0 ? null : text;
        }
    }

    /// <summary>Value of <c>aria-invalid</c>.</summary>
    protected string? Invalid => Error is null ? null : "true";
}
