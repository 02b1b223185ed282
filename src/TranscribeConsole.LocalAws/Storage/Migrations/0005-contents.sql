-- Small objects have their bytes here and no file: one commit stores many of them with one sync.
CREATE TABLE contents (
    object  INTEGER PRIMARY KEY REFERENCES objects (id) ON DELETE CASCADE,
    content BLOB    NOT NULL
) STRICT;
