-- Which contents a profile's versions need: from one version up to another, or to the latest when there is no last one.
-- So a version that changes three members of a thousand writes three rows. Goes with the profile.
CREATE TABLE version_content (
    organisation  TEXT    NOT NULL,
    profile_id    TEXT    NOT NULL,
    digest        BLOB    NOT NULL,
    first_version INTEGER NOT NULL,
    last_version  INTEGER,
    PRIMARY KEY (organisation, profile_id, digest, first_version)
) WITHOUT ROWID;
CREATE INDEX version_content_digest ON version_content (organisation, digest);
INSERT INTO version_content (organisation, profile_id, digest, first_version, last_version)
    SELECT organisation, substr(holder, 9), digest, number, number FROM content_ref WHERE holder LIKE 'version:%';
DELETE FROM content_ref WHERE holder LIKE 'version:%';

-- The pieces that a profile's documents are made of, each once; they go with the profile. A piece ends where its own bytes say so, and therefore is
-- the same piece in the next version unless it changed.
CREATE TABLE version_piece (
    organisation TEXT    NOT NULL,
    profile_id   TEXT    NOT NULL,
    digest       BLOB    NOT NULL,
    size         INTEGER NOT NULL, -- bytes before compression
    deflated     BLOB    NOT NULL,
    PRIMARY KEY (organisation, profile_id, digest)
);

-- The digests of the document's pieces in order, 32 bytes each; versions written before have their document as it is.
ALTER TABLE profile_version ADD COLUMN pieces BLOB;
