using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Status;
using TranscribeConsole.Web.Components.Messages;

namespace TranscribeConsole.Web.Tests.Components;

public sealed class MessageBarTests : IDisposable
{
    private readonly FakeNavigation _navigation = new();
    private readonly MessageBar _bar;

    public MessageBarTests() => _bar = new MessageBar(_navigation);

    [Fact]
    public void Message_outlives_one_navigation_and_no_second()
    {
        _bar.Show(StatusKind.Success, "The job was created.");
        _navigation.NavigateTo("jobs");
        Assert.Single(_bar.Messages);

        _navigation.NavigateTo("jobs/call-1");
        Assert.Empty(_bar.Messages);
    }

    [Fact]
    public void Another_filter_of_the_same_page_is_no_navigation()
    {
        _bar.Show(StatusKind.Success, "The job was created.");
        _navigation.NavigateTo("jobs");
        _navigation.NavigateTo("jobs?status=FAILED");
        _navigation.NavigateTo("jobs#content");

        Assert.Single(_bar.Messages);
    }

    [Fact]
    public void Dismissed_message_is_gone_and_the_others_stay()
    {
        _bar.Show(StatusKind.Success, "first");
        _bar.Show(StatusKind.Error, "second");
        var changes = 0;
        _bar.Changed += () => changes++;
        _bar.Dismiss(_bar.Messages[0]);

        Assert.Equal("second", Assert.Single(_bar.Messages).Text);
        Assert.Equal(1, changes);
    }

    public void Dispose() => _bar.Dispose();

    private sealed class FakeNavigation : NavigationManager
    {
        public FakeNavigation() => Initialize("http://console/", "http://console/create-job");

        protected override void NavigateToCore(string uri, NavigationOptions options)
        {
            Uri = ToAbsoluteUri(uri).ToString();
            NotifyLocationChanged(isInterceptedLink: false);
        }
    }
}
