using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace TranscribeConsole.LocalAws.Tests.Contracts;

/// <summary>
/// A contract test. Where its class is bound to AWS it has the trait <c>Backend=Aws</c>, and is skipped with a reason when no bucket is given.
/// </summary>
public sealed class ContractTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserialiser.", error: true)]
    public ContractTestCase() { }

    public ContractTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(sink, display, options, testMethod) { }

    private bool RunsAgainstAws => typeof(IRunsAgainstAws).IsAssignableFrom(TestMethod.TestClass.Class.ToRuntimeType());

    protected override void Initialize()
    {
        base.Initialize();
        if (RunsAgainstAws) Traits["Backend"] = ["Aws"];
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => RunsAgainstAws && AwsTestBucket.Name is null
        ? $"Runs against AWS when {AwsTestBucket.Variable} names a bucket and credentials are configured."
        : base.GetSkipReason(factAttribute);
}
