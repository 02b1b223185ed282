namespace TranscribeConsole.Web.Composition;

internal static class ConsoleBuilder
{
    /// <summary>A builder whose files are found beside the program, wherever it is started from.</summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings are checked once, at start; a file that changes later would pass unchecked.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ApplicationName = typeof(ConsoleBuilder).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Run from the build output, nothing is copied to wwwroot: without the manifest, scripts and styles would be served empty.
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }
}
