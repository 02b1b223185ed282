using System.Reflection;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Web.Tests.Composition;

/// <summary>The ids 7001 to 7499 of the log are the audit's, as docs/operations.md says: whoever watches for one gets nothing else.</summary>
public sealed class EventIdTests
{
    [Fact]
    public void No_other_event_has_an_id_of_the_audit()
    {
        Assert.All(Enum.GetValues<AuditAction>(), action => Assert.InRange((int)action, 7001, 7499));
        var own = from type in new[] { typeof(Program).Assembly, typeof(AuditAction).Assembly }.SelectMany(assembly => assembly.GetTypes())
                  from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                  let message = method.GetCustomAttribute<LoggerMessageAttribute>()
                  where message is not null
                  select (Where: $"{type.FullName}.{method.Name}", Id: message.EventId);
        var events = own.ToList();

        Assert.NotEmpty(events);
        Assert.All(events, logged => Assert.False(logged.Id is >= 7001 and <= 7499, logged.Where));
    }
}
