using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Services.Tests.Media;

public sealed class PartStreamTests
{
    [Fact]
    public async Task ReadAsync_gives_the_body_up_to_its_length()
    {
        await using var part = new PartStream(new MemoryStream([1, 2, 3, 4, 5]), length: 3);
        var buffer = new byte[10];

        Assert.Equal(3, await part.ReadAsync(buffer));
        Assert.Equal(0, await part.ReadAsync(buffer));
        Assert.Equal([1, 2, 3], buffer[..3]);
    }

    [Fact]
    public async Task ReadAsync_of_a_body_that_ends_early_is_an_error_and_not_a_short_part()
    {
        await using var part = new PartStream(new MemoryStream([1, 2]), length: 3);
        var buffer = new byte[10];
        await part.ReadExactlyAsync(buffer.AsMemory(0, 2));

        await Assert.ThrowsAsync<EndOfStreamException>(async () => await part.ReadExactlyAsync(buffer));
    }

    [Fact]
    public async Task Position_can_be_set_to_where_it_is_and_nowhere_else()
    {
        await using var part = new PartStream(new MemoryStream([1, 2, 3]), length: 3);
        part.Position = 0;
        await part.ReadExactlyAsync(new byte[2]);

        part.Position = 2;
        Assert.Throws<NotSupportedException>(() => part.Position = 0);
        Assert.Throws<NotSupportedException>(() => part.Seek(0, SeekOrigin.Begin));
    }
}
