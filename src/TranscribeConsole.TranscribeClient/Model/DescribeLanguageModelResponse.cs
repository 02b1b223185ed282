using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>A custom language model.</summary>
public partial class DescribeLanguageModelResponse : AmazonWebServiceResponse
{
    public LanguageModel? LanguageModel { get; set; }
}
