using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TranscribeConsole.LocalAws;

// Takes the console's own arguments as far as they concern the backend, keeps its data where the console keeps it, and says in the same words that it is ready.
var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
var options = new LocalAwsOptions
{
    Port = configuration.GetValue<int>("LocalAws:Port"),
    DataDirectory = Path.Combine(configuration["App:DataDirectory"]!, "aws"),
};
using var loggers = LoggerFactory.Create(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
await using var server = new LocalAwsServer(Options.Create(options), loggers, TimeProvider.System);
using var stopping = new CancellationTokenSource();
using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stopping.Cancel();
});
await server.StartAsync(stopping.Token);
Console.WriteLine($"TranscribeConsole is ready: {server.BaseAddress}");
await Task.Delay(Timeout.Infinite, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
await server.StopAsync(CancellationToken.None);
