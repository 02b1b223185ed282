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
    "Ended" INTEGER NULL, "SignOutHint" TEXT NULL,
    CONSTRAINT "FK_AccountSessions_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);
INSERT INTO "AccountSessions" VALUES('s1','a1','stamp-1',1777888800000,1777888860000,1778148000000,'192.0.2.1','Browser',NULL,NULL);
INSERT INTO "AccountSessions" VALUES('s2','a2','stamp-0',1777888800000,1777888860000,1778148000000,'','',1777888870000,NULL);
INSERT INTO "AccountSessions" VALUES('s3','a3','stamp-3',1777888800000,1777888860000,1778148000000,'192.0.2.3','Browser',NULL,'hint');
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
, "Issuer" TEXT NULL, "Subject" TEXT NULL);
INSERT INTO "Accounts" VALUES('a1','Root','ROOT','Root','Administrator','hash-1','stamp-1',0,NULL,0,1777888800000,1777888900000,NULL,NULL);
INSERT INTO "Accounts" VALUES('a2','ana','ANA','Ana Ž','Submitter','hash-2','stamp-2',2,1777889000000,1,1777888800001,NULL,NULL,NULL);
INSERT INTO "Accounts" VALUES('a3','oidc:0123456789abcdef0123456789abcdef','OIDC:0123456789ABCDEF0123456789ABCDEF','Sam Smith','Reader','','stamp-3',0,NULL,0,1777888800002,1777888900000,'https://id.example/','subject-1');
CREATE TABLE "AuditEntries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditEntries" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Person" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Job" TEXT NOT NULL,
    "Detail" TEXT NOT NULL,
    "Address" TEXT NOT NULL
);
INSERT INTO "AuditEntries" VALUES(1,1777888800000,'ana','sign-in','','','192.0.2.1');
INSERT INTO "AuditEntries" VALUES(2,1777888860000,'','job.create','call-1','Private; O''Neill 日本','');
CREATE TABLE "DailyUses" (
    "Person" TEXT NOT NULL,
    "Day" INTEGER NOT NULL,
    "UploadedBytes" INTEGER NOT NULL,
    "Jobs" INTEGER NOT NULL,
    CONSTRAINT "PK_DailyUses" PRIMARY KEY ("Person", "Day")
);
INSERT INTO "DailyUses" VALUES('ana',20577,2147483648,3);
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
CREATE TABLE "PasswordLinks" (
    "TokenHash" TEXT NOT NULL CONSTRAINT "PK_PasswordLinks" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Created" INTEGER NOT NULL,
    "Expires" INTEGER NOT NULL,
    CONSTRAINT "FK_PasswordLinks_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);
INSERT INTO "PasswordLinks" VALUES('link-1','a1',1777888800000,1777975200000);
CREATE TABLE "ShareLinks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ShareLinks" PRIMARY KEY,
    "JobName" TEXT NOT NULL,
    "JobCreated" INTEGER NOT NULL,
    "TokenHash" TEXT NOT NULL,
    "PasswordHash" TEXT NULL,
    "MayExport" INTEGER NOT NULL,
    "RedactedOnly" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "Created" INTEGER NOT NULL,
    "Expires" INTEGER NOT NULL,
    "Revoked" INTEGER NULL,
    "RevokedBy" TEXT NULL,
    "Opened" INTEGER NOT NULL,
    "LastOpened" INTEGER NULL,
    "FailedCount" INTEGER NOT NULL,
    "LockedUntil" INTEGER NULL,
    CONSTRAINT "FK_ShareLinks_Accounts_CreatedBy" FOREIGN KEY ("CreatedBy") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);
INSERT INTO "ShareLinks" VALUES('l1','call-1',1777888800123,'share-1',NULL,1,0,'a1',1777888800000,1778493600000,NULL,NULL,3,1777888900000,0,NULL);
INSERT INTO "ShareLinks" VALUES('l2','call-1',1777888800123,'share-2','hash-4',0,1,'a2',1777888800001,1778493600000,1777888900001,'a1',0,NULL,2,1777889800000);
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
INSERT INTO "__EFMigrationsHistory" VALUES('20261128035454_ProviderAccounts','10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES('20261128043739_Audit','10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES('20261128045124_PasswordLinks','10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES('20261128045155_Limits','10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES('20261128081926_ShareLinks','10.0.14');
CREATE INDEX "IX_AccountSessions_AccountId" ON "AccountSessions" ("AccountId");
CREATE INDEX "IX_AccountSessions_Expires" ON "AccountSessions" ("Expires");
CREATE UNIQUE INDEX "IX_Accounts_NormalizedName" ON "Accounts" ("NormalizedName");
CREATE UNIQUE INDEX "IX_Invitations_TokenHash" ON "Invitations" ("TokenHash");
CREATE UNIQUE INDEX "IX_Accounts_Issuer_Subject" ON "Accounts" ("Issuer", "Subject");
CREATE INDEX "IX_AuditEntries_Action_At" ON "AuditEntries" ("Action", "At");
CREATE INDEX "IX_AuditEntries_At" ON "AuditEntries" ("At");
CREATE INDEX "IX_AuditEntries_Job_At" ON "AuditEntries" ("Job", "At");
CREATE INDEX "IX_AuditEntries_Person_At" ON "AuditEntries" ("Person", "At");
CREATE TRIGGER "AuditEntries_stay_as_they_are" BEFORE UPDATE ON "AuditEntries"
BEGIN SELECT RAISE(ABORT, 'Entries of the audit are never changed.'); END;
CREATE TRIGGER "AuditEntries_stay_for_30_days" BEFORE DELETE ON "AuditEntries"
WHEN OLD."At" > (CAST(strftime('%s', 'now') AS INTEGER) - 30 * 86400) * 1000
BEGIN SELECT RAISE(ABORT, 'Entries of the audit are kept for 30 days at least.'); END;
CREATE INDEX "IX_PasswordLinks_AccountId" ON "PasswordLinks" ("AccountId");
CREATE INDEX "IX_ShareLinks_CreatedBy" ON "ShareLinks" ("CreatedBy");
CREATE INDEX "IX_ShareLinks_JobName_JobCreated" ON "ShareLinks" ("JobName", "JobCreated");
CREATE UNIQUE INDEX "IX_ShareLinks_TokenHash" ON "ShareLinks" ("TokenHash");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('AuditEntries',2);
COMMIT;
