using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TranscribeConsole.Data.Migrations
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Job = table.Column<string>(type: "TEXT", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Action_At",
                table: "AuditEntries",
                columns: new[] { "Action", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Job_At",
                table: "AuditEntries",
                columns: new[] { "Job", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Person_At",
                table: "AuditEntries",
                columns: new[] { "Person", "At" });

            // The audit is added to, and what is older than the shortest retention may go: nothing else, whoever asks.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditEntries_stay_as_they_are" BEFORE UPDATE ON "AuditEntries"
                BEGIN SELECT RAISE(ABORT, 'Entries of the audit are never changed.'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditEntries_stay_for_30_days" BEFORE DELETE ON "AuditEntries"
                WHEN OLD."At" > (CAST(strftime('%s', 'now') AS INTEGER) - 30 * 86400) * 1000
                BEGIN SELECT RAISE(ABORT, 'Entries of the audit are kept for 30 days at least.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");
        }
    }
}
