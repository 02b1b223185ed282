using Amazon.Runtime;

namespace Amazon.TranscribeService.Wire;

/// <summary>An enumeration of the service that can be made from its wire value.</summary>
internal interface IConstant<TSelf>
    where TSelf : ConstantClass, IConstant<TSelf>
{
    static abstract TSelf? FindValue(string? value);
}
