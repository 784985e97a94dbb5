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
-- Versions one after the other that have a content are as far from its rows' numbers, so that they are found together.
INSERT INTO version_content (organisation, profile_id, digest, first_version, last_version)
    SELECT organisation, substr(holder, 9), digest, min(number),
        nullif(max(number), (SELECT max(v.number) FROM profile_version v WHERE v.profile_id = substr(holder, 9)))
    FROM (SELECT organisation, holder, digest, number,
            number - row_number() OVER (PARTITION BY organisation, holder, digest ORDER BY number) AS run
        FROM content_ref WHERE holder LIKE 'version:%')
    GROUP BY organisation, holder, digest, run;

-- Who else needs which content: drafts, suggestions and instances, which have no versions.
CREATE TABLE content_holder (
    organisation TEXT NOT NULL,
    holder       TEXT NOT NULL, -- 'draft:', 'suggestion:' or 'instance:' and an id
    digest       BLOB NOT NULL,
    PRIMARY KEY (organisation, holder, digest)
) WITHOUT ROWID;
INSERT INTO content_holder (organisation, holder, digest)
    SELECT organisation, holder, digest FROM content_ref WHERE holder NOT LIKE 'version:%';
DROP TABLE content_ref;
ALTER TABLE content_holder RENAME TO content_ref;
CREATE INDEX content_ref_digest ON content_ref (organisation, digest);

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

-- Whose a version is stands with it, and its document is made of pieces. All columns of a deprecation are absent, or
-- reason, references (a JSON array), instant and author present. Goes with the profile.
CREATE TABLE version_in_pieces (
    organisation          TEXT    NOT NULL,
    profile_id            TEXT    NOT NULL,
    number                INTEGER NOT NULL,
    channel               TEXT    NOT NULL,
    changelog             TEXT,
    digest                BLOB    NOT NULL,
    created_at            INTEGER NOT NULL,
    created_by            TEXT    NOT NULL,
    document              TEXT, -- of a version written before there were pieces
    pieces                BLOB, -- the digests of the document's pieces in order, 32 bytes each
    deprecated_reason     TEXT,
    deprecated_note       TEXT,
    deprecated_references TEXT,
    deprecated_at         INTEGER,
    deprecated_by         TEXT,
    PRIMARY KEY (organisation, profile_id, number)
);
INSERT INTO version_in_pieces
    SELECT p.organisation, v.profile_id, v.number, v.channel, v.changelog, v.digest, v.created_at, v.created_by,
        v.document, NULL, v.deprecated_reason, v.deprecated_note, v.deprecated_references, v.deprecated_at,
        v.deprecated_by
    FROM profile_version v JOIN profile p ON p.id = v.profile_id;
DROP TABLE profile_version;
ALTER TABLE version_in_pieces RENAME TO profile_version;
