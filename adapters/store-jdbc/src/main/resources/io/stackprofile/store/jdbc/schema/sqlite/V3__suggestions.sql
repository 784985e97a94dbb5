-- Seen from both sides: by the owner of the profile and by the organisation that suggests. Goes with the profile.
CREATE TABLE suggestion (
    id           TEXT    NOT NULL PRIMARY KEY,
    owner        TEXT    NOT NULL,
    profile_id   TEXT    NOT NULL,
    organisation TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    status       TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    created_by   TEXT    NOT NULL,
    updated_at   INTEGER NOT NULL,
    updated_by   TEXT    NOT NULL,
    document     TEXT    NOT NULL,
    proposal     TEXT    NOT NULL
);
CREATE INDEX suggestion_received ON suggestion (owner, profile_id, id);
CREATE INDEX suggestion_sent ON suggestion (organisation, id);
