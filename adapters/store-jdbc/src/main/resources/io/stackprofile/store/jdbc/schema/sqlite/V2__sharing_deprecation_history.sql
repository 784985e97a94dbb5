-- Organisations a profile is shared with, as a JSON array; profile_share is its index.
ALTER TABLE profile ADD COLUMN shared_with TEXT NOT NULL DEFAULT '[]';
ALTER TABLE profile ADD COLUMN pinned_version INTEGER;
ALTER TABLE profile ADD COLUMN change TEXT NOT NULL DEFAULT '';
ALTER TABLE profile_request ADD COLUMN shared_with TEXT NOT NULL DEFAULT '[]';
ALTER TABLE profile_request ADD COLUMN pinned_version INTEGER;
ALTER TABLE profile_request ADD COLUMN change TEXT NOT NULL DEFAULT '';
CREATE INDEX profile_request_profile ON profile_request (id);

-- By whom it is read, and which profile: an organisation's listing of what others share with it.
CREATE TABLE profile_share (
    organisation TEXT NOT NULL,
    profile_id   TEXT NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    PRIMARY KEY (organisation, profile_id)
) WITHOUT ROWID;
CREATE INDEX profile_share_profile ON profile_share (profile_id);

-- All absent, or reason, references (a JSON array), instant and author present.
ALTER TABLE profile_version ADD COLUMN deprecated_reason TEXT;
ALTER TABLE profile_version ADD COLUMN deprecated_note TEXT;
ALTER TABLE profile_version ADD COLUMN deprecated_references TEXT;
ALTER TABLE profile_version ADD COLUMN deprecated_at INTEGER;
ALTER TABLE profile_version ADD COLUMN deprecated_by TEXT;

-- Written with the change. No foreign key: history outlives its profile.
CREATE TABLE profile_history (
    organisation TEXT    NOT NULL,
    profile_id   TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    made_at      INTEGER NOT NULL,
    made_by      TEXT    NOT NULL,
    change       TEXT    NOT NULL,
    PRIMARY KEY (organisation, profile_id, revision)
) WITHOUT ROWID;

-- Tells this store from every other: page tokens carry it, and none is taken for another store's.
CREATE TABLE store_identity (
    id TEXT NOT NULL PRIMARY KEY
);
INSERT INTO store_identity (id) VALUES (lower(hex(randomblob(16))));
