using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.Services.Accounts;

public static class AccountsExtensions
{
    /// <summary>Registers accounts and sessions. The composition adds <see cref="IPasswordHashes"/> and the database.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, AccountLimits limits) =>
        services.AddSingleton(limits).AddSingleton<Sessions>().AddSingleton<SignIns>().AddSingleton<ProviderSignIns>().AddSingleton<UserAccounts>().AddSingleton<FirstAdministrator>().AddSingleton<Invitations>().AddSingleton<PasswordLinks>();
}
