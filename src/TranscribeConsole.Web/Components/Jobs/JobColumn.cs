namespace TranscribeConsole.Web.Components.Jobs;

/// <summary>The columns of the list of jobs, in their order.</summary>
public enum JobColumn
{
    Name,
    Status,
    Language,
    LanguageSettings,
    ModelType,
    ModelName,
    CreationTime,
    Expiration,
}

internal static class JobColumns
{
    public static string Label(this JobColumn column) => column switch
    {
        JobColumn.LanguageSettings => "Language settings",
        JobColumn.ModelType => "Model type",
        JobColumn.ModelName => "Model name",
        JobColumn.CreationTime => "Creation time",
        _ => column.ToString(),
    };
}
