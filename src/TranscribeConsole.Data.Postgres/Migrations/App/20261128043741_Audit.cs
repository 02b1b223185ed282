using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TranscribeConsole.Data.Postgres.Migrations.App
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Job = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                CREATE FUNCTION "AuditEntries_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'DELETE' AND OLD."At" <= (extract(epoch FROM now()) - 30 * 86400) * 1000 THEN RETURN OLD; END IF;
                    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'Entries of the audit are kept for 30 days at least.'; END IF;
                    IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'Entries of the audit are never changed.'; END IF;
                    RAISE EXCEPTION 'The audit is not emptied.';
                END $$;
                CREATE TRIGGER "AuditEntries_stay" BEFORE UPDATE OR DELETE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION "AuditEntries_stay"();
                CREATE TRIGGER "AuditEntries_are_not_emptied" BEFORE TRUNCATE ON "AuditEntries" FOR EACH STATEMENT EXECUTE FUNCTION "AuditEntries_stay"();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.Sql("DROP FUNCTION \"AuditEntries_stay\"();");
        }
    }
}
