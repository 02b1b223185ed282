using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TranscribeConsole.Data.Migrations
{
    /// <inheritdoc />
    public partial class TranscriptEdits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SpeakerNamings",
                columns: table => new
                {
                    JobName = table.Column<string>(type: "TEXT", nullable: false),
                    JobCreated = table.Column<long>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeakerNamings", x => new { x.JobName, x.JobCreated, x.Label });
                });

            migrationBuilder.CreateTable(
                name: "TurnRevisions",
                columns: table => new
                {
                    JobName = table.Column<string>(type: "TEXT", nullable: false),
                    JobCreated = table.Column<long>(type: "INTEGER", nullable: false),
                    Redacted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Turn = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Before = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TurnRevisions", x => new { x.JobName, x.JobCreated, x.Redacted, x.Turn, x.Version });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SpeakerNamings");

            migrationBuilder.DropTable(
                name: "TurnRevisions");
        }
    }
}
