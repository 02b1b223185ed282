-- Custom vocabularies and vocabulary filters: what was sent is an object in the service's bucket, this is its record. Ids rise with
-- creation and are never used again, so they order the lists (newest first) and tell one from a later one of the same name.
CREATE TABLE word_lists (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    kind            TEXT NOT NULL CHECK (kind IN ('vocabulary', 'vocabulary-filter')),
    name            TEXT NOT NULL,
    language        TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('PENDING', 'READY', 'FAILED')),  -- a filter is READY from the start
    failure_reason  TEXT,
    modified_ms     INTEGER NOT NULL,
    role_arn        TEXT,
    file_key        TEXT NOT NULL,  -- another one at every update, so that it tells the versions apart
    UNIQUE (kind, name)
) STRICT;

CREATE TABLE word_list_tags (
    list_id  INTEGER NOT NULL REFERENCES word_lists (id) ON DELETE CASCADE,
    key      TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (list_id, key)
) STRICT, WITHOUT ROWID;
