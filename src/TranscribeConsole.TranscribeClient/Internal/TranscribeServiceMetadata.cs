using System.Collections.ObjectModel;
using Amazon.Runtime.Internal;

namespace Amazon.TranscribeService.Internal;

/// <summary>The service's name in the SDK's metrics.</summary>
internal sealed class TranscribeServiceMetadata : IServiceMetadata
{
    public string ServiceId => AmazonTranscribeServiceConfig.ServiceId;

    public IDictionary<string, string> OperationNameMapping => ReadOnlyDictionary<string, string>.Empty;
}
