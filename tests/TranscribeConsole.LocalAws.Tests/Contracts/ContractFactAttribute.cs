using Xunit.Sdk;

namespace TranscribeConsole.LocalAws.Tests.Contracts;

/// <summary>A test of how the service behaves; it runs against the local backend, and against AWS when that is set up.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("TranscribeConsole.LocalAws.Tests.Contracts.ContractFactDiscoverer", "TranscribeConsole.LocalAws.Tests")]
public sealed class ContractFactAttribute : FactAttribute;
