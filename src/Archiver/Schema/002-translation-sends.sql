-- Commands sent for a translation since it was last heard of, by the sweeper.
ALTER TABLE translation ADD COLUMN sends INTEGER NOT NULL DEFAULT 0;

-- What may be offered to an engine that is new or back.
CREATE INDEX translation_unanswered ON translation (changed_at) WHERE state IN ('pending', 'unsupported-pair', 'failed');
