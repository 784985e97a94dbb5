-- Instants are microseconds since 1970-01-01T00:00:00Z. Ids are UUIDs in their text form, whose order is the ids' order.
-- Text is TEXT; a string that UTF-8 cannot say (an unpaired surrogate) is a BLOB of generalised UTF-8 in the same column.
-- Digests are the 32 bytes of a SHA-256.

-- "Stkp" in the file's header says whose database this is.
PRAGMA application_id = 1400138608;

CREATE TABLE schema_version (
    version INTEGER NOT NULL PRIMARY KEY,
    script  TEXT    NOT NULL
);

CREATE TABLE profile (
    id              TEXT    NOT NULL PRIMARY KEY,
    organisation    TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    description     TEXT,
    category        TEXT,
    tags            TEXT    NOT NULL, -- a JSON array, in order; profile_tag is its index
    visibility      TEXT    NOT NULL,
    revision        INTEGER NOT NULL,
    current_version INTEGER NOT NULL,
    latest_version  INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    created_by      TEXT    NOT NULL,
    updated_at      INTEGER NOT NULL,
    updated_by      TEXT    NOT NULL,
    UNIQUE (organisation, name)
);
-- A prefix is searched in hex(name), which is the same for TEXT and BLOB and knows nothing of case or wildcards.
CREATE INDEX profile_newest ON profile (organisation, id);
CREATE INDEX profile_prefix ON profile (organisation, hex(name), id);
CREATE INDEX profile_category ON profile (organisation, category, id);
CREATE INDEX profile_public_newest ON profile (id) WHERE visibility = 'PUBLIC';
CREATE INDEX profile_public_prefix ON profile (hex(name), id) WHERE visibility = 'PUBLIC';
CREATE INDEX profile_public_category ON profile (category, id) WHERE visibility = 'PUBLIC';

CREATE TABLE profile_tag (
    organisation TEXT NOT NULL,
    tag          TEXT NOT NULL,
    profile_id   TEXT NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    PRIMARY KEY (organisation, tag, profile_id)
) WITHOUT ROWID;
CREATE INDEX profile_tag_public ON profile_tag (tag, profile_id);
CREATE INDEX profile_tag_profile ON profile_tag (profile_id);

CREATE TABLE profile_version (
    profile_id TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    channel    TEXT    NOT NULL,
    changelog  TEXT,
    digest     BLOB    NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL,
    document   TEXT    NOT NULL,
    PRIMARY KEY (profile_id, number)
);

-- What a create or append answered, by request key; a repeat is answered from here, even when the profile is gone.
CREATE TABLE profile_request (
    request_key     TEXT    NOT NULL,
    id              TEXT    NOT NULL,
    organisation    TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    description     TEXT,
    category        TEXT,
    tags            TEXT    NOT NULL,
    visibility      TEXT    NOT NULL,
    revision        INTEGER NOT NULL,
    current_version INTEGER NOT NULL,
    latest_version  INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    created_by      TEXT    NOT NULL,
    updated_at      INTEGER NOT NULL,
    updated_by      TEXT    NOT NULL,
    PRIMARY KEY (organisation, request_key)
) WITHOUT ROWID;

-- Apart from its text, so that a put that only refreshes touched_at does not rewrite the text.
CREATE TABLE content (
    id           INTEGER NOT NULL PRIMARY KEY,
    organisation TEXT    NOT NULL,
    digest       BLOB    NOT NULL,
    touched_at   INTEGER NOT NULL,
    UNIQUE (organisation, digest)
);
CREATE INDEX content_touched ON content (organisation, touched_at);

CREATE TABLE content_text (
    content_id INTEGER NOT NULL PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    size       INTEGER NOT NULL, -- bytes before compression
    deflated   BLOB    NOT NULL
);

-- Who needs which content. No foreign key to content: a record may come before its texts.
CREATE TABLE content_ref (
    organisation TEXT    NOT NULL,
    holder       TEXT    NOT NULL, -- 'version:', 'draft:' or 'instance:' and an id
    number       INTEGER NOT NULL, -- of a version; 0 otherwise
    digest       BLOB    NOT NULL,
    PRIMARY KEY (organisation, holder, number, digest)
) WITHOUT ROWID;
CREATE INDEX content_ref_digest ON content_ref (organisation, digest);

CREATE TABLE draft (
    organisation TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    profile_id   TEXT,
    created_at   INTEGER NOT NULL,
    created_by   TEXT    NOT NULL,
    updated_at   INTEGER NOT NULL,
    updated_by   TEXT    NOT NULL,
    document     TEXT    NOT NULL,
    PRIMARY KEY (organisation, id)
);

-- profile_id has no foreign key: deleting a profile never breaks an instance.
CREATE TABLE instantiation (
    organisation TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    profile_id   TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    cluster      TEXT    NOT NULL,
    stack        TEXT    NOT NULL,
    status       TEXT    NOT NULL,
    draft_id     TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    created_by   TEXT    NOT NULL,
    updated_at   INTEGER NOT NULL,
    document     TEXT    NOT NULL,
    PRIMARY KEY (organisation, id),
    UNIQUE (organisation, draft_id)
);
CREATE INDEX instantiation_newest ON instantiation (organisation, profile_id, id);
CREATE INDEX instantiation_behind ON instantiation (organisation, profile_id, version, id) WHERE status = 'DEPLOYED';

-- Moves in the transaction of every instantiation's write, so that counting never reads instances.
CREATE TABLE instance_count (
    profile_id   TEXT    NOT NULL,
    organisation TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    total        INTEGER NOT NULL,
    deployed     INTEGER NOT NULL,
    PRIMARY KEY (profile_id, organisation, version)
) WITHOUT ROWID;
