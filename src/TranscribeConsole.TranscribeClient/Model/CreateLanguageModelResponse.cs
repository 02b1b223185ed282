using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>The model as it was taken.</summary>
public partial class CreateLanguageModelResponse : AmazonWebServiceResponse
{
    public CLMLanguageCode? LanguageCode { get; set; }

    public BaseModelName? BaseModelName { get; set; }

    public string? ModelName { get; set; }

    public InputDataConfig? InputDataConfig { get; set; }

    public ModelStatus? ModelStatus { get; set; }
}
