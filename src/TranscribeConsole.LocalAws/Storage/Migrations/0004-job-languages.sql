-- What language identification found: the dominant language with its share of the speech, or a JSON list of every language with its seconds.
ALTER TABLE jobs ADD COLUMN identified_language TEXT;
ALTER TABLE jobs ADD COLUMN identified_score REAL;
ALTER TABLE jobs ADD COLUMN identified_durations TEXT;
