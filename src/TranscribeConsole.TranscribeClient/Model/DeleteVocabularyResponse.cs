using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>Empty.</summary>
public partial class DeleteVocabularyResponse : AmazonWebServiceResponse;
