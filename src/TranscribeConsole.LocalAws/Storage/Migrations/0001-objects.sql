-- Keys are blobs: exact, and compared as UTF-8 bytes, which is the order in which S3 lists them.
-- Times are Unix milliseconds. headers, metadata and checksums are JSON objects of strings.
CREATE TABLE buckets (
    name    TEXT PRIMARY KEY,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE objects (
    id            INTEGER PRIMARY KEY,
    bucket        TEXT    NOT NULL REFERENCES buckets (name),
    key           BLOB    NOT NULL,
    size          INTEGER NOT NULL,
    etag          TEXT    NOT NULL,
    modified      INTEGER NOT NULL,
    headers       TEXT    NOT NULL,
    metadata      TEXT    NOT NULL,
    checksums     TEXT    NOT NULL,
    checksum_type TEXT    NOT NULL,
    upload        TEXT, -- the multipart upload it came from: a repeated completion is answered from here
    UNIQUE (bucket, key)
) STRICT;

CREATE INDEX objects_by_upload ON objects (upload) WHERE upload IS NOT NULL;

-- The files that make up an object, in order: one, or the parts of a multipart upload.
CREATE TABLE bodies (
    object  INTEGER NOT NULL REFERENCES objects (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name    TEXT    NOT NULL,
    size    INTEGER NOT NULL,
    PRIMARY KEY (object, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE uploads (
    id                 TEXT PRIMARY KEY,
    bucket             TEXT    NOT NULL REFERENCES buckets (name),
    key                BLOB    NOT NULL,
    initiated          INTEGER NOT NULL,
    headers            TEXT    NOT NULL,
    metadata           TEXT    NOT NULL,
    checksum_algorithm TEXT, -- as asked for; null: none was
    checksum_type      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX uploads_by_key ON uploads (bucket, key, id);

CREATE TABLE parts (
    upload    TEXT    NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    size      INTEGER NOT NULL,
    etag      TEXT    NOT NULL,
    modified  INTEGER NOT NULL,
    checksums TEXT    NOT NULL,
    PRIMARY KEY (upload, number)
) STRICT, WITHOUT ROWID;
