using Microsoft.AspNetCore.Components;

namespace TranscribeConsole.Components.Layout;

/// <param name="Id">Unique among the tabs.</param>
/// <param name="Content">Rendered only while the tab is shown.</param>
public sealed record Tab(string Id, string Title, RenderFragment Content);
