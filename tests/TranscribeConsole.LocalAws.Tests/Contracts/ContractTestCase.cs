using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace TranscribeConsole.LocalAws.Tests.Contracts;

/// <summary>A contract test, skipped with a reason where its class needs an AWS bucket that is not given.</summary>
public sealed class ContractTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserialiser.", error: true)]
    public ContractTestCase() { }

    public ContractTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(sink, display, options, testMethod) { }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        typeof(IRunsAgainstAws).IsAssignableFrom(TestMethod.TestClass.Class.ToRuntimeType()) && AwsTestBucket.Name is null
            ? $"Runs against AWS when {AwsTestBucket.Variable} names a bucket and credentials are configured."
            : base.GetSkipReason(factAttribute);
}
