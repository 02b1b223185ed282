using System.ComponentModel.DataAnnotations;

namespace TranscribeConsole.Web.Options;

/// <summary>How much people may use where they sign in, section <c>Limits</c>.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Bytes that a person may upload in a day of UTC; 0: no limit.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "Limits:UploadBytesPerDay must be 0 or more.")]
    public long UploadBytesPerDay { get; init; }

    /// <summary>Jobs that a person may start in a day of UTC; 0: no limit.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Limits:JobsPerDay must be 0 or more.")]
    public int JobsPerDay { get; init; }

    /// <summary>Uploads of a person that send at a time; parts of further ones wait.</summary>
    [Range(1, 1000, ErrorMessage = "Limits:UploadsAtATimePerPerson must be 1 to 1000.")]
    public int UploadsAtATimePerPerson { get; init; } = 8;

    /// <summary>Uploads of all people that send at a time.</summary>
    [Range(1, 10_000, ErrorMessage = "Limits:UploadsAtATime must be 1 to 10000.")]
    public int UploadsAtATime { get; init; } = 64;

    /// <summary>Requests of a person in a minute, and of an address from which nobody has signed in.</summary>
    [Range(10, 1_000_000, ErrorMessage = "Limits:RequestsPerMinute must be 10 to 1000000.")]
    public int RequestsPerMinute { get; init; } = 6_000;

    /// <summary>Forms with a password or the token of a link that an address may send in a minute.</summary>
    [Range(1, 10_000, ErrorMessage = "Limits:SignInsPerMinute must be 1 to 10000.")]
    public int SignInsPerMinute { get; init; } = 60;
}
