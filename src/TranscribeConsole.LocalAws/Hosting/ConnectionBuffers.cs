using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>Gives the web server buffers of 64 KiB instead of 4: a body of gigabytes comes in with a sixteenth of the system calls.</summary>
/// <remarks>An idle connection holds none, so they are few; those that are free wait in a stack, the warmest on top.</remarks>
internal sealed class ConnectionBuffers : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new BlockPool();

    private sealed class BlockPool : MemoryPool<byte>
    {
        private const int BlockSize = 64 * 1024;
        private const int MostFree = 128;

        private readonly Lock _lock = new();
        private readonly Stack<Block> _free = new(); // guarded by _lock

        public override int MaxBufferSize => BlockSize;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
            lock (_lock)
            {
                if (_free.TryPop(out var block)) return block;
            }

            return new Block(this);
        }

        protected override void Dispose(bool disposing)
        {
            lock (_lock) _free.Clear();
        }

        private void Return(Block block)
        {
            lock (_lock)
            {
                if (_free.Count < MostFree) _free.Push(block);
            }
        }

        // Pinned once: the socket reads straight into it.
        private sealed class Block(BlockPool pool) : IMemoryOwner<byte>
        {
            public Memory<byte> Memory { get; } = GC.AllocateUninitializedArray<byte>(BlockSize, pinned: true);

            public void Dispose() => pool.Return(this);
        }
    }
}
