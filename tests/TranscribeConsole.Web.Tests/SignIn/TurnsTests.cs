using TranscribeConsole.Web.Security.SignIn;

namespace TranscribeConsole.Web.Tests.SignIn;

/// <summary>What somebody types arrives in the order in which it was typed, also while the session is looked up.</summary>
public sealed class TurnsTests
{
    private readonly Turns _turns = new();
    private readonly List<int> _begun = [];

    [Fact]
    public async Task Work_begins_in_the_order_in_which_it_came_whichever_check_ends_first()
    {
        var checks = Enumerable.Range(0, 100).Select(_ => new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var turns = checks.Select((check, number) => _turns.TakeAsync(() => check.Task, () => Begin(number))).ToArray();
        foreach (var check in checks.Reverse()) check.SetResult(true);
        await Task.WhenAll(turns);

        Assert.Equal(Enumerable.Range(0, 100), _begun);
    }

    [Fact]
    public async Task Work_that_lasts_lets_the_next_begin()
    {
        var reply = new TaskCompletionSource();
        var asking = _turns.TakeAsync(Yes, () => reply.Task);
        await _turns.TakeAsync(Yes, () =>
        {
            reply.SetResult();
            return Task.CompletedTask;
        });
        await asking;
    }

    [Fact]
    public async Task Work_that_may_not_begin_and_a_check_that_fails_leave_the_way_free()
    {
        await _turns.TakeAsync(() => Task.FromResult(false), () => Begin(1));
        await Assert.ThrowsAsync<TimeoutException>(() => _turns.TakeAsync(() => throw new TimeoutException(), () => Begin(2)));
        await _turns.TakeAsync(Yes, () => Begin(3));

        Assert.Equal([3], _begun);
    }

    private static Task<bool> Yes() => Task.FromResult(true);

    private Task Begin(int number)
    {
        lock (_begun) _begun.Add(number);
        return Task.CompletedTask;
    }
}
