using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TranscribeConsole.Data.Postgres.Migrations.App
{
    /// <inheritdoc />
    public partial class ProviderAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Issuer",
                table: "Accounts",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Accounts",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SignOutHint",
                table: "AccountSessions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Issuer_Subject",
                table: "Accounts",
                columns: new[] { "Issuer", "Subject" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Accounts_Issuer_Subject",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Issuer",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SignOutHint",
                table: "AccountSessions");
        }
    }
}
