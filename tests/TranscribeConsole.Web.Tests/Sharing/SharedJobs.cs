using System.Net;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Web.Tests.Hosting;
using TranscribeConsole.Web.Tests.SignIn;

namespace TranscribeConsole.Web.Tests.Sharing;

/// <summary>Somebody's jobs, and links to them as the database has them: how they are made is the service layer's to test, and the dialog's.</summary>
public sealed class SharedJobs : IAsyncLifetime
{
    public const string Password = "a secret for them";

    private readonly OwnedJobs _jobs = new();

    public IServiceProvider Services => _jobs.Services;

    public Task InitializeAsync() => _jobs.InitializeAsync();

    public Task DisposeAsync() => _jobs.DisposeAsync();

    public Task<ConsoleBrowser> OpenAsync(string name) => _jobs.OpenAsync(name);

    /// <summary>A manager.</summary>
    public Task AddAsync(string name) => _jobs.AddAsync(name, Role.Manager);

    /// <summary>One more private job of the owner.</summary>
    public Task RunAsync(string name) => _jobs.RunAsync(name, "private");

    /// <summary>A browser without a session.</summary>
    public ConsoleBrowser Open() => _jobs.Open();

    /// <summary>Makes a link to the job as it is now.</summary>
    /// <returns>Its token.</returns>
    public async Task<string> LinkAsync(string by = OwnedJobs.Owner, string job = OwnedJobs.Private, string? password = null, bool export = false, bool redacted = false)
    {
        var found = await Services.GetRequiredService<IAmazonTranscribeService>().GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = job });
        var (token, now) = (AccountToken.Create(), TimeProvider.System.GetUtcNow());
        await using var database = await DatabaseAsync();
        database.ShareLinks.Add(new ShareLink
        {
            Id = Guid.NewGuid().ToString("N"),
            JobName = job,
            JobCreated = new DateTimeOffset(found.TranscriptionJob!.CreationTime!.Value.ToUniversalTime(), TimeSpan.Zero),
            TokenHash = AccountToken.HashOf(token),
            PasswordHash = password is null ? null : Services.GetRequiredService<IPasswordHashes>().Hash(password),
            MayExport = export,
            RedactedOnly = redacted,
            CreatedBy = (await database.Accounts.SingleAsync(account => account.NormalizedName == AccountRules.Normalize(by))).Id,
            Created = now,
            Expires = now + TimeSpan.FromDays(7),
        });
        await database.SaveChangesAsync();
        return token;
    }

    public async Task<ShareLink> StoredAsync(string token)
    {
        await using var database = await DatabaseAsync();
        return await database.ShareLinks.AsNoTracking().SingleAsync(link => link.TokenHash == AccountToken.HashOf(token));
    }

    public async Task ChangeAsync(string token, Action<AppDatabase, ShareLink> change)
    {
        await using var database = await DatabaseAsync();
        change(database, await database.ShareLinks.SingleAsync(link => link.TokenHash == AccountToken.HashOf(token)));
        await database.SaveChangesAsync();
    }

    public Task<AppDatabase> DatabaseAsync() => Services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContextAsync();

    /// <summary>What the audit has of whoever came by the link.</summary>
    /// <param name="expected">Entries that are waited for: those of what was only looked at are written a moment later.</param>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(string token, int expected = 0)
    {
        var person = $"link:{(await StoredAsync(token)).Id[..8]}";
        for (var tries = 0; ; tries++)
        {
            var entries = (await Services.GetRequiredService<AuditTrail>().PageAsync(new AuditFilter(person), null, default)).Entries;
            if (entries.Count >= expected || tries == 100) return entries;
            await Task.Delay(100);
        }
    }

    /// <summary>What each address below a link is answered with: status, and of a refusal its sentence.</summary>
    public static async Task<IReadOnlyList<(string Path, HttpStatusCode Status, string? Detail)>> AskAllAsync(ConsoleBrowser browser, string token)
    {
        var answers = new List<(string, HttpStatusCode, string?)>();
        foreach (var path in (string[])["transcript/reading?redacted=false", "transcript/reading?redacted=true", "media", "media?download", "transcript.txt", "transcript.srt", "transcript.json"])
        {
            using var answer = await browser.GetAsync($"shared/{token}/{path}", accept: "*/*");
            answers.Add((path, answer.StatusCode, answer.IsSuccessStatusCode ? null : await answer.DetailAsync()));
        }

        return answers;
    }
}
