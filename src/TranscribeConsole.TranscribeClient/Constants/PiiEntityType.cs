using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>A kind of personal data that redaction looks for. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<PiiEntityType>))]
public class PiiEntityType(string value) : ConstantClass(value), IConstant<PiiEntityType>
{
    public static readonly PiiEntityType ADDRESS = new("ADDRESS");
    public static readonly PiiEntityType AGE = new("AGE");
    public static readonly PiiEntityType ALL = new("ALL");
    public static readonly PiiEntityType AWS_ACCESS_KEY = new("AWS_ACCESS_KEY");
    public static readonly PiiEntityType AWS_SECRET_KEY = new("AWS_SECRET_KEY");
    public static readonly PiiEntityType BANK_ACCOUNT_NUMBER = new("BANK_ACCOUNT_NUMBER");
    public static readonly PiiEntityType BANK_ROUTING = new("BANK_ROUTING");
    public static readonly PiiEntityType CA_HEALTH_NUMBER = new("CA_HEALTH_NUMBER");
    public static readonly PiiEntityType CA_SOCIAL_INSURANCE_NUMBER = new("CA_SOCIAL_INSURANCE_NUMBER");
    public static readonly PiiEntityType CREDIT_DEBIT_CVV = new("CREDIT_DEBIT_CVV");
    public static readonly PiiEntityType CREDIT_DEBIT_EXPIRY = new("CREDIT_DEBIT_EXPIRY");
    public static readonly PiiEntityType CREDIT_DEBIT_NUMBER = new("CREDIT_DEBIT_NUMBER");
    public static readonly PiiEntityType DATE_TIME = new("DATE_TIME");
    public static readonly PiiEntityType DRIVER_ID = new("DRIVER_ID");
    public static readonly PiiEntityType EMAIL = new("EMAIL");
    public static readonly PiiEntityType INTERNATIONAL_BANK_ACCOUNT_NUMBER = new("INTERNATIONAL_BANK_ACCOUNT_NUMBER");
    public static readonly PiiEntityType IP_ADDRESS = new("IP_ADDRESS");
    public static readonly PiiEntityType LICENSE_PLATE = new("LICENSE_PLATE");
    public static readonly PiiEntityType MAC_ADDRESS = new("MAC_ADDRESS");
    public static readonly PiiEntityType NAME = new("NAME");
    public static readonly PiiEntityType PASSPORT_NUMBER = new("PASSPORT_NUMBER");
    public static readonly PiiEntityType PASSWORD = new("PASSWORD");
    public static readonly PiiEntityType PHONE = new("PHONE");
    public static readonly PiiEntityType PIN = new("PIN");
    public static readonly PiiEntityType SSN = new("SSN");
    public static readonly PiiEntityType SWIFT_CODE = new("SWIFT_CODE");
    public static readonly PiiEntityType URL = new("URL");
    public static readonly PiiEntityType USERNAME = new("USERNAME");
    public static readonly PiiEntityType US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER = new("US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER");
    public static readonly PiiEntityType VEHICLE_IDENTIFICATION_NUMBER = new("VEHICLE_IDENTIFICATION_NUMBER");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static PiiEntityType? FindValue(string? value) => FindValue<PiiEntityType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PiiEntityType?(string? value) => FindValue(value);
}
