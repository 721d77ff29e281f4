-- When its author last changed a note; null: it stands as it was written.
ALTER TABLE notes ADD COLUMN edited_at timestamptz(3);
