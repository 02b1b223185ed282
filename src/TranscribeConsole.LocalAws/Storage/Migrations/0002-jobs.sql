-- Transcription jobs and the queue they form. Ids rise with creation and are never used again, so they order the list
-- (newest first) and the queue (oldest first), and tell a job from a later one of the same name.
CREATE TABLE jobs (
    id                       INTEGER PRIMARY KEY AUTOINCREMENT,
    name                     TEXT NOT NULL UNIQUE,
    status                   TEXT NOT NULL CHECK (status IN ('QUEUED', 'IN_PROGRESS', 'FAILED', 'COMPLETED')),
    created_ms               INTEGER NOT NULL,
    started_ms               INTEGER,
    completed_ms             INTEGER,
    failure_reason           TEXT,
    media_bucket             TEXT NOT NULL,
    media_key                TEXT NOT NULL,
    output_bucket            TEXT NOT NULL,
    output_key               TEXT NOT NULL,
    detected_format          TEXT,
    detected_rate_hertz      INTEGER,
    request                  TEXT NOT NULL  -- the request as JSON, without its tags
) STRICT;

-- Both hold all that a page's filter looks at, so that a search through 100,000 names never reads the rows.
CREATE INDEX jobs_by_status ON jobs (status, id, name, created_ms);
CREATE INDEX jobs_by_id ON jobs (id, name, created_ms);
CREATE INDEX jobs_by_creation ON jobs (created_ms);

CREATE TABLE job_tags (
    job_id  INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    key     TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (job_id, key)
) STRICT, WITHOUT ROWID;
