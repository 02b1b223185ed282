-- Tags are a JSON object of strings; part_sizes is a JSON list of the bytes of each part of a multipart upload, in order, and empty for
-- any other object. Its files can't tell: they are joined when a job reads it.
ALTER TABLE objects ADD COLUMN tags TEXT NOT NULL DEFAULT '{}';
ALTER TABLE objects ADD COLUMN part_sizes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE uploads ADD COLUMN tags TEXT NOT NULL DEFAULT '{}';

-- What was uploaded before and still is in parts.
UPDATE objects SET part_sizes = (SELECT json_group_array(size) FROM (SELECT size FROM bodies WHERE object = objects.id ORDER BY ordinal))
WHERE etag LIKE '%-' || (SELECT count(*) FROM bodies WHERE object = objects.id);
