BEGIN TRANSACTION;
CREATE TABLE "AccountSessions" (
    "IdHash" TEXT NOT NULL CONSTRAINT "PK_AccountSessions" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "Created" INTEGER NOT NULL,
    "LastSeen" INTEGER NOT NULL,
    "Expires" INTEGER NOT NULL,
    "Address" TEXT NOT NULL,
    "UserAgent" TEXT NOT NULL,
    "Ended" INTEGER NULL,
    CONSTRAINT "FK_AccountSessions_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);
INSERT INTO "AccountSessions" VALUES('s1','a1','stamp-1',1777888800000,1777888860000,1778148000000,'192.0.2.1','Browser',NULL);
INSERT INTO "AccountSessions" VALUES('s2','a2','stamp-0',1777888800000,1777888860000,1778148000000,'','',1777888870000);
CREATE TABLE "Accounts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Accounts" PRIMARY KEY,
    "SignInName" TEXT NOT NULL,
    "NormalizedName" TEXT NOT NULL,
    "DisplayName" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "PasswordHash" TEXT NOT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "FailedCount" INTEGER NOT NULL,
    "LockedUntil" INTEGER NULL,
    "Disabled" INTEGER NOT NULL,
    "Created" INTEGER NOT NULL,
    "LastSignIn" INTEGER NULL
);
INSERT INTO "Accounts" VALUES('a1','Root','ROOT','Root','Administrator','hash-1','stamp-1',0,NULL,0,1777888800000,1777888900000);
INSERT INTO "Accounts" VALUES('a2','ana','ANA','Ana Ž','Submitter','hash-2','stamp-2',2,1777889000000,1,1777888800001,NULL);
CREATE TABLE "Invitations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "TokenHash" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "SuggestedName" TEXT NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "Created" INTEGER NOT NULL,
    "Expires" INTEGER NOT NULL,
    "Used" INTEGER NULL
);
INSERT INTO "Invitations" VALUES('i1','t1','Reader','','a1',1777888800000,1778148000000,NULL);
INSERT INTO "Invitations" VALUES('i2','t2','Manager','Ben','a1',1777888800000,1778148000000,1777888900000);
CREATE TABLE "JobOwners" (
    "JobName" TEXT NOT NULL,
    "JobCreated" INTEGER NOT NULL,
    "Owner" TEXT NOT NULL,
    "ForTeam" INTEGER NOT NULL,
    CONSTRAINT "PK_JobOwners" PRIMARY KEY ("JobName", "JobCreated")
);
INSERT INTO "JobOwners" VALUES('call-1',1777888800123,'ana',1);
INSERT INTO "JobOwners" VALUES('call-2',1777888800125,'',0);
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
INSERT INTO "__EFMigrationsHistory" VALUES('20261127235451_JobOwners','10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES('20261128005109_Accounts','10.0.14');
CREATE INDEX "IX_AccountSessions_AccountId" ON "AccountSessions" ("AccountId");
CREATE INDEX "IX_AccountSessions_Expires" ON "AccountSessions" ("Expires");
CREATE UNIQUE INDEX "IX_Accounts_NormalizedName" ON "Accounts" ("NormalizedName");
CREATE UNIQUE INDEX "IX_Invitations_TokenHash" ON "Invitations" ("TokenHash");
COMMIT;
