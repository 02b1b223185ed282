BEGIN TRANSACTION;
CREATE TABLE "SpeakerNamings" (
    "JobName" TEXT NOT NULL,
    "JobCreated" INTEGER NOT NULL,
    "Label" TEXT NOT NULL,
    "Origin" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_SpeakerNamings" PRIMARY KEY ("JobName", "JobCreated", "Label")
);
INSERT INTO "SpeakerNamings" VALUES('call-1',1777888800123,'spk_0','us-east-1/000000000000','Ana','local user',1777888900000,1);
INSERT INTO "SpeakerNamings" VALUES('call-1',1777888800123,'spk_1','us-east-1/000000000000','','local user',1777888900001,3);
INSERT INTO "SpeakerNamings" VALUES('Ünïcode',1777888800124,'ch_0','eu-central-1/123456789012','O''Neill 日本','local user',1777888900002,1);
CREATE TABLE "TurnRevisions" (
    "JobName" TEXT NOT NULL,
    "JobCreated" INTEGER NOT NULL,
    "Redacted" INTEGER NOT NULL,
    "Turn" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Origin" TEXT NOT NULL,
    "Text" TEXT NULL,
    "Before" INTEGER NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_TurnRevisions" PRIMARY KEY ("JobName", "JobCreated", "Redacted", "Turn", "Version")
);
INSERT INTO "TurnRevisions" VALUES('call-1',1777888800123,0,'0',1,'us-east-1/000000000000','First.',0,'local user',1777888900003);
INSERT INTO "TurnRevisions" VALUES('call-1',1777888800123,0,'0',2,'us-east-1/000000000000',NULL,NULL,'Ana',1777888900004);
INSERT INTO "TurnRevisions" VALUES('call-1',1777888800123,1,'0',1,'us-east-1/000000000000','Two
lines.',0,'local user',1777888900005);
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES('20261124194002_TranscriptEdits','10.0.14');
COMMIT;
