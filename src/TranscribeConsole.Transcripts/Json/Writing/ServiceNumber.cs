using System.Globalization;

namespace TranscribeConsole.Transcripts.Json.Writing;

/// <summary>Numbers in the service's spelling: at least one decimal, and below 0.001 an exponent ("3.0E-4").</summary>
internal static class ServiceNumber
{
    /// <summary>Seconds with one to three decimals.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0##", CultureInfo.InvariantCulture);

    /// <summary>The shortest spelling that reads back as the same number.</summary>
    public static string Of(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (number == 0) return "0.0";
        if (Math.Abs(number) is >= 0.001 and < 10_000_000) return shortest.Contains('.', StringComparison.Ordinal) ? shortest : shortest + ".0";
        return WithExponent(shortest);
    }

    private static string WithExponent(string shortest)
    {
        var (mantissa, exponent) = (shortest, 0);
        if (shortest.IndexOf('E', StringComparison.Ordinal) is var at and >= 0)
            (mantissa, exponent) = (shortest[..at], int.Parse(shortest.AsSpan(at + 1), CultureInfo.InvariantCulture));
        var sign = mantissa.StartsWith('-') ? "-" : "";
        var (whole, fraction) = mantissa.TrimStart('-').Split('.') is [var w, var f] ? (w, f) : (mantissa.TrimStart('-'), "");
        var digits = (whole + fraction).TrimStart('0');
        exponent += whole.Length - 1 - ((whole + fraction).Length - digits.Length);
        digits = digits.TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}");
    }
}
