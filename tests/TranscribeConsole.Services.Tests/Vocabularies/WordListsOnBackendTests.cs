using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.LanguageModels;
using TranscribeConsole.Services.Tags;
using TranscribeConsole.Services.Tests.Backend;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.Tests.Vocabularies;

/// <summary>Vocabularies and filters on the embedded backend: what is saved comes back, and the job's transcript shows the effect.</summary>
[Collection(OnLocalBackend.Name)]
public sealed class WordListsOnBackendTests(LocalBackend backend)
{
    private readonly CustomVocabularies _vocabularies = backend.Services.GetRequiredService<CustomVocabularies>();
    private readonly CustomVocabularyFilters _filters = backend.Services.GetRequiredService<CustomVocabularyFilters>();
    private readonly CustomLanguageModels _models = backend.Services.GetRequiredService<CustomLanguageModels>();

    [Fact]
    public async Task Table_is_stored_listed_read_back_replaced_and_deleted()
    {
        var form = new VocabularyForm { Name = Name("terms"), Entries = [new("Lake-Tahoe", "Lake Tahoe"), new("nato", "NATO")] };

        await _vocabularies.CreateAsync(form, default);
        var ready = await ReadyAsync(form.Name);
        Assert.Equal(("READY", "en-US", null), (ready.State, ready.LanguageCode, ready.FailureReason));
        Assert.Equal(form.Entries, (await _vocabularies.EntriesAsync(form.Name, default))!.Entries);
        Assert.Equal(form.Name, Assert.Single((await _vocabularies.ListAsync(new(form.Name.ToUpperInvariant(), "READY"), default)).Items).Name);

        form.Entries = [new("Etienne")];
        await _vocabularies.UpdateAsync(form, default);
        await ReadyAsync(form.Name);
        Assert.Equal([new("Etienne")], (await _vocabularies.EntriesAsync(form.Name, default))!.Entries);

        await _vocabularies.DeleteAsync(form.Name, default);
        await _vocabularies.DeleteAsync(form.Name, default); // gone already is as good
        Assert.Null(await _vocabularies.FindAsync(form.Name, default));
        Assert.Null(await _vocabularies.EntriesAsync(form.Name, default));
        Assert.Null(await _vocabularies.FindAsync("no such name", default));
    }

    [Fact]
    public async Task Bad_file_in_S3_fails_with_its_line()
    {
        var name = Name("bad");
        await backend.S3.PutObjectAsync(new() { BucketName = "media", Key = $"{name}.txt", ContentBody = "fine\ntwo words\n" });

        await _vocabularies.CreateAsync(new() { Name = name, Source = WordSource.S3, FileUri = $"s3://media/{name}.txt" }, default);

        var failed = await ReadyAsync(name);
        Assert.Equal("FAILED", failed.State);
        Assert.Contains("Line 2", failed.FailureReason);
    }

    [Fact]
    public async Task Name_in_use_is_a_conflict()
    {
        var form = new VocabularyFilterForm { Name = Name("twice"), Words = ["park"] };
        await _filters.CreateAsync(form, default);

        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => _filters.CreateAsync(form, default));

        Assert.Equal(AwsFailureKind.Conflict, failure.Kind);
    }

    [Fact]
    public async Task Filter_masks_a_word_and_vocabulary_shows_another_in_the_transcript_of_a_job()
    {
        var vocabulary = new VocabularyForm { Name = Name("weather"), Entries = [new("weather", "Wetter")] };
        var filter = new VocabularyFilterForm { Name = Name("walk"), Words = ["Walk", ""] };
        await _vocabularies.CreateAsync(vocabulary, default);
        await _filters.CreateAsync(filter, default);
        await ReadyAsync(vocabulary.Name);
        var form = LocalBackend.Form("speech.wav");
        (form.CustomVocabulary, form.VocabularyName) = (true, vocabulary.Name);
        (form.VocabularyFiltering, form.VocabularyFilterName) = (true, filter.Name);

        var job = await backend.RunAsync(form);

        Assert.Equal(JobStatus.Completed, job.Status);
        var text = (await backend.Services.GetRequiredService<Services.Reading.TranscriptReader>().ReadAsync(job.Name, default))!.Text;
        Assert.Contains("Wetter", text);
        Assert.Contains("***", text);
        Assert.DoesNotContain("walk", text);
        Assert.Equal([job.Name], await UsesAsync(ChoiceKind.Vocabulary, vocabulary.Name));
        Assert.Equal([job.Name], await UsesAsync(ChoiceKind.VocabularyFilter, filter.Name));
    }

    [Fact]
    public async Task Filter_is_read_back_and_replaced()
    {
        var form = new VocabularyFilterForm { Name = Name("words"), LanguageCode = "de-DE", Words = ["Mist", "mist", "", "Quatsch"] };
        await _filters.CreateAsync(form, default);
        Assert.Equal("Mist\nQuatsch\n", await _filters.TextAsync(form.Name, default));

        form.Words = ["Unsinn"];
        await _filters.UpdateAsync(form, default);

        Assert.Equal("Unsinn\n", await _filters.TextAsync(form.Name, default));
        Assert.Equal("de-DE", (await _filters.FindAsync(form.Name, default))!.LanguageCode);
        await _filters.DeleteAsync(form.Name, default);
        Assert.Null(await _filters.FindAsync(form.Name, default));
    }

    [Fact]
    public async Task Tags_are_read_changed_and_taken_away()
    {
        var tags = backend.Services.GetRequiredService<ResourceTags>();
        var name = Name("tagged");
        await _filters.CreateAsync(new() { Name = name, Words = ["park"], Tags = [new() { Key = "team", Value = "a" }, new() { Key = "old", Value = "x" }] }, default);

        await tags.WriteAsync(TaggedResource.VocabularyFilter, name, [new("team", "b"), new("new", "")], default);

        Assert.Equal([new("new", ""), new("team", "b")], (await tags.ReadAsync(TaggedResource.VocabularyFilter, name, default)).OrderBy(tag => tag.Key));
    }

    [Fact]
    public async Task Words_added_at_the_same_moment_are_all_there()
    {
        var additions = backend.Services.GetRequiredService<WordAdditions>();
        var (vocabulary, filter) = (Name("shared"), Name("shared"));
        await _vocabularies.CreateAsync(new() { Name = vocabulary, Entries = [new("first", "First")] }, default);
        await _filters.CreateAsync(new() { Name = filter, Words = ["first"] }, default);
        string[] words = ["park", "walk", "weather", "today", "lake", "road", "house", "tree"];

        await Task.WhenAll(words.SelectMany(word => new[] { additions.AddToVocabularyAsync(vocabulary, new(word, word.ToUpperInvariant()), default), additions.AddToFilterAsync(filter, word, default) }));

        await ReadyAsync(vocabulary);
        Assert.Equal(["first", .. words], (await _vocabularies.EntriesAsync(vocabulary, default))!.Entries.Select(entry => entry.Phrase).OrderBy(phrase => phrase == "first" ? -1 : Array.IndexOf(words, phrase)));
        Assert.Equal(words.Append("first").Order(StringComparer.Ordinal), (await _filters.TextAsync(filter, default))!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        var gone = await Assert.ThrowsAsync<AwsFailureException>(() => additions.AddToFilterAsync(Name("none"), "park", default));
        Assert.Equal(AwsFailureKind.NotFound, gone.Kind);
    }

    [Fact]
    public async Task Stored_tables_go_with_their_vocabulary_and_nothing_else_does()
    {
        var form = new VocabularyForm { Name = Name("tables"), Entries = [new("nato", "NATO")] };
        var folder = $"in/vocabularies/{form.Name}/";
        await _vocabularies.CreateAsync(form, default);
        var first = Assert.Single(await KeysAsync(folder));
        await backend.S3.PutObjectAsync(new() { BucketName = "uploads", Key = $"{folder}own.txt", ContentBody = "somebody's" });

        await Assert.ThrowsAsync<AwsFailureException>(() => _vocabularies.CreateAsync(form, default)); // the name is in use
        Assert.Equal([first, $"{folder}own.txt"], await KeysAsync(folder));

        form.Entries = [new("uno", "UNO")];
        await _vocabularies.UpdateAsync(form, default);
        Assert.Equal(2, (await KeysAsync(folder)).Count);
        Assert.DoesNotContain(first, await KeysAsync(folder));

        await _vocabularies.DeleteAsync(form.Name, default);
        Assert.Equal([$"{folder}own.txt"], await KeysAsync(folder));
    }

    [Fact]
    public async Task Training_is_refused_with_the_backend_s_reason()
    {
        var form = new LanguageModelForm { Name = Name("law"), TrainingUri = "s3://media/train/", DataAccessRoleArn = "arn:aws:iam::123456789012:role/reader" };

        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => _models.TrainAsync(form, default));

        Assert.Contains("can't train", failure.Message);
        Assert.Empty((await _models.ListAsync(new(), default)).Items);
        Assert.Null(await _models.FindAsync(form.Name, default));
    }

    [Fact]
    public async Task Monitor_tells_when_a_pending_vocabulary_is_ready_and_is_silent_without_viewers()
    {
        var monitor = backend.Services.GetRequiredService<ResourceMonitor<VocabularyInfo>>();
        var news = new System.Collections.Concurrent.ConcurrentQueue<ResourceNews<VocabularyInfo>>();
        var name = Name("watched");
        using (monitor.Subscribe(news.Enqueue))
        {
            await _vocabularies.CreateAsync(new() { Name = name, Entries = [new("park")] }, default);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!news.Any(look => look.Newest.Any(vocabulary => vocabulary.Name == name && vocabulary.IsReady))) await Task.Delay(50, limit.Token);
        }

        var looks = news.Count;
        await Task.Delay(TimeSpan.FromSeconds(3)); // longer than the quick pause
        Assert.Equal(looks, news.Count);
    }

    private async Task<List<string>> KeysAsync(string prefix) =>
        [.. ((await backend.S3.ListObjectsV2Async(new() { BucketName = "uploads", Prefix = prefix })).S3Objects ?? []).Select(item => item.Key)];

    private static string Name(string prefix) => $"{prefix}-{Guid.NewGuid():n}";

    private async Task<List<string>> UsesAsync(ChoiceKind kind, string name)
    {
        var found = new List<string>();
        await foreach (var step in backend.Services.GetRequiredService<ResourceUse>().FindAsync(kind, name, default))
            if (step.Job is { } job) found.Add(job.Name);
        return found;
    }

    private async Task<VocabularyInfo> ReadyAsync(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var vocabulary = await _vocabularies.FindAsync(name, limit.Token);
            if (!vocabulary!.IsPending) return vocabulary;
            await Task.Delay(20, limit.Token);
        }
    }
}
