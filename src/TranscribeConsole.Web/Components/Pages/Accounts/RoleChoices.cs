using TranscribeConsole.Components.Forms;
using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Components.Pages.Accounts;

/// <summary>The roles to choose from, and what each may do in a sentence.</summary>
internal static class RoleChoices
{
    public static readonly IReadOnlyList<SelectGroup> Groups = [new(null, [.. Enum.GetNames<Role>().Select(role => new SelectOption(role, role))])];

    public static string? Describe(string? role) => Enum.TryParse<Role>(role, out var parsed) ? Describe(parsed) : null;

    private static string Describe(Role role) => role switch
    {
        Role.Reader => "Reads, plays and exports transcripts.",
        Role.Submitter => "Also uploads, creates jobs, and corrects and deletes their own.",
        Role.Manager => "Also sees and changes everybody's jobs, edits vocabularies, filters and models, and sees what is in S3.",
        _ => "Also administers accounts, and sees the state of the server.",
    };
}
