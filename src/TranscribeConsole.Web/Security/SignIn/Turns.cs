namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>Begins work in the order in which it came, however long each check before it takes. Work that has begun is not waited for.</summary>
internal sealed class Turns
{
    private Task _last = Task.CompletedTask;

    /// <summary>Waits for the checks that came before, then checks, then begins.</summary>
    /// <param name="check">False: the work is not begun.</param>
    /// <param name="begin">Its task ends with the work.</param>
    public async Task TakeAsync(Func<Task<bool>> check, Func<Task> begin)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Interlocked.Exchange(ref _last, turn.Task);
        Task begun;
        try
        {
            if (!await check()) return;
            begun = begin();
        }
        finally
        {
            turn.SetResult();
        }

        // Work may wait for what the browser says next, which takes a turn of its own.
        await begun;
    }
}
