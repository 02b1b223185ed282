using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TranscribeConsole.Services.Accounts;

/// <summary>What whoever holds it may act with: 256 random bits. Only its SHA-256 is kept here.</summary>
public static class AccountToken
{
    private const int Bytes = 32;

    /// <summary>A new token, of characters that addresses and cookies take.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
