namespace TranscribeConsole.Services.Accounts;

/// <summary>What somebody chooses who makes an account.</summary>
public sealed record NewAccount(string? SignInName, string? DisplayName, string? Password)
{
    /// <summary>Broken rules, with the names of these properties.</summary>
    public IReadOnlyList<FieldError> Faults()
    {
        var faults = new List<FieldError>();
        Add(nameof(SignInName), AccountRules.FaultOfSignInName(SignInName));
        Add(nameof(DisplayName), AccountRules.FaultOfDisplayName(DisplayName));
        Add(nameof(Password), AccountRules.FaultOfPassword(Password, SignInName, DisplayName));
        return faults;

        void Add(string field, string? fault)
        {
            if (fault is not null) faults.Add(new FieldError(field, fault));
        }
    }
}
