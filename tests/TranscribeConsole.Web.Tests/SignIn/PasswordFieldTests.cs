using System.Buffers.Binary;
using System.Net;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Security.SignIn;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

/// <summary>How passwords are typed, taken and kept.</summary>
public sealed class PasswordFieldTests(SignInConsole console) : IClassFixture<SignInConsole>
{
    [Fact]
    public async Task Fields_mask_what_is_typed_tell_password_managers_what_they_are_and_leave_pasting_alone()
    {
        await console.AddAsync("typist", Role.Reader);
        using var browser = console.Open();
        using (var page = await browser.GetAsync("sign-in")) Check(await page.Content.ReadAsStringAsync(), ("Password", "current-password"));
        using (var signedIn = await browser.SignInAsync("typist", SignInConsole.Password)) Assert.Equal("/jobs", browser.LeadsTo(signedIn));
        using (var page = await browser.GetAsync("account")) Check(await page.Content.ReadAsStringAsync(), ("Current", "current-password"), ("Password", "new-password"));

        static void Check(string html, params (string Name, string AutoComplete)[] fields)
        {
            foreach (var (name, autoComplete) in fields)
            {
                var field = System.Text.RegularExpressions.Regex.Match(html, $"<input[^>]* name=\"{name}\"[^>]*>").Value;
                Assert.Contains("type=\"password\"", field, StringComparison.Ordinal);
                Assert.Contains($"autocomplete=\"{autoComplete}\"", field, StringComparison.Ordinal);
                Assert.DoesNotContain("value=", field, StringComparison.Ordinal);
                Assert.DoesNotContain("paste", field, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Password_is_compared_as_it_came_to_its_last_character()
    {
        var password = "  violet kettle " + new string('\u00e9', 200) + "often sings, and more of it\t ";
        var invitations = (Invitations)console.Services.GetService(typeof(Invitations))!;
        var token = await invitations.CreateAsync(Role.Reader, null, 1, Caller.Anyone, default);
        Assert.Empty(await invitations.AcceptAsync(token, new NewAccount("exact", "Exact", password), default));
        foreach (var (attempt, status) in new[] { (password.Trim(), HttpStatusCode.UnprocessableEntity), (password[..^1], HttpStatusCode.UnprocessableEntity), (password.ToUpperInvariant(), HttpStatusCode.UnprocessableEntity), (password, HttpStatusCode.Redirect) })
        {
            using var browser = console.Open();
            using var answer = await browser.SignInAsync("exact", attempt);
            Assert.True(status == answer.StatusCode || (status == HttpStatusCode.Redirect && browser.LeadsTo(answer) == "/jobs"), $"{answer.StatusCode}");
        }
    }

    [Fact]
    public void Hash_is_slow_and_salted()
    {
        var hashes = new IdentityPasswords();
        var (first, second) = (Convert.FromBase64String(hashes.Hash(SignInConsole.Password)), Convert.FromBase64String(hashes.Hash(SignInConsole.Password)));

        Assert.NotEqual(first, second);
        // As ASP.NET Core Identity lays it out: 1, the function, the rounds, the length of the salt, then salt and key.
        Assert.Equal((1, 2u), (first[0], BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(1)))); // HMAC-SHA512
        Assert.True(BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(5)) >= 210_000);
        Assert.Equal(16u, BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(9)));
    }
}
