-- PostgreSQL 14 and later, for a schema of its own: every name is looked for in the connection's current schema.
-- A script is applied once, in one transaction, by the library or by a tool of yours, and never changes once published.
-- No semicolon stands but at the end of a statement.
--
-- Instants are microseconds since 1970-01-01T00:00:00Z. Digests are the 32 bytes of a SHA-256. Text is compared by its
-- bytes, whatever the database's locale.
--
-- Every key starts with the organisation, so that the tables can be spread by it. What is found across organisations is
-- in tables of its own, at the end.

CREATE TABLE schema_version (
    version integer NOT NULL PRIMARY KEY,
    script  text    NOT NULL
);
COMMENT ON TABLE schema_version IS 'stackprofile: how many of its scripts have been applied';
INSERT INTO schema_version (version, script) VALUES (1, 'V1__profiles_contents_drafts_instances.sql');

-- Tells this store from every other: page tokens carry it, and none is taken for another store's.
CREATE TABLE store_identity (
    id text NOT NULL PRIMARY KEY
);
INSERT INTO store_identity (id) VALUES (replace(gen_random_uuid()::text, '-', ''));

CREATE TABLE profile (
    id              uuid    NOT NULL,
    organisation    text    COLLATE "C" NOT NULL,
    name            text    COLLATE "C" NOT NULL,
    description     text    COLLATE "C",
    category        text    COLLATE "C",
    tags            text    COLLATE "C" NOT NULL, -- a JSON array, in order, and profile_tag is its index
    visibility      text    COLLATE "C" NOT NULL,
    revision        bigint  NOT NULL,
    current_version integer NOT NULL,
    latest_version  integer NOT NULL,
    created_at      bigint  NOT NULL,
    created_by      text    COLLATE "C" NOT NULL,
    updated_at      bigint  NOT NULL,
    updated_by      text    COLLATE "C" NOT NULL,
    shared_with     text    COLLATE "C" NOT NULL, -- a JSON array, and profile_share is its index
    pinned_version  integer,
    change          text    COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, id),
    UNIQUE (organisation, name)
);
CREATE INDEX profile_category ON profile (organisation, category, id);

CREATE TABLE profile_tag (
    organisation text COLLATE "C" NOT NULL,
    tag          text COLLATE "C" NOT NULL,
    profile_id   uuid NOT NULL,
    PRIMARY KEY (organisation, tag, profile_id),
    FOREIGN KEY (organisation, profile_id) REFERENCES profile (organisation, id) ON DELETE CASCADE
);
CREATE INDEX profile_tag_profile ON profile_tag (organisation, profile_id);

-- Columns of a deprecation are all absent, or reason, references (a JSON array), instant and author present.
CREATE TABLE profile_version (
    organisation          text    COLLATE "C" NOT NULL,
    profile_id            uuid    NOT NULL,
    number                integer NOT NULL,
    channel               text    COLLATE "C" NOT NULL,
    changelog             text    COLLATE "C",
    digest                bytea   NOT NULL,
    created_at            bigint  NOT NULL,
    created_by            text    COLLATE "C" NOT NULL,
    document              text    COLLATE "C" NOT NULL,
    deprecated_reason     text    COLLATE "C",
    deprecated_note       text    COLLATE "C",
    deprecated_references text    COLLATE "C",
    deprecated_at         bigint,
    deprecated_by         text    COLLATE "C",
    PRIMARY KEY (organisation, profile_id, number),
    FOREIGN KEY (organisation, profile_id) REFERENCES profile (organisation, id) ON DELETE CASCADE
);

-- What a create or append answered, by request key. A repeat is answered from here, even when the profile is gone.
CREATE TABLE profile_request (
    request_key     text    COLLATE "C" NOT NULL,
    id              uuid    NOT NULL,
    organisation    text    COLLATE "C" NOT NULL,
    name            text    COLLATE "C" NOT NULL,
    description     text    COLLATE "C",
    category        text    COLLATE "C",
    tags            text    COLLATE "C" NOT NULL,
    visibility      text    COLLATE "C" NOT NULL,
    revision        bigint  NOT NULL,
    current_version integer NOT NULL,
    latest_version  integer NOT NULL,
    created_at      bigint  NOT NULL,
    created_by      text    COLLATE "C" NOT NULL,
    updated_at      bigint  NOT NULL,
    updated_by      text    COLLATE "C" NOT NULL,
    shared_with     text    COLLATE "C" NOT NULL,
    pinned_version  integer,
    change          text    COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, request_key)
);
CREATE INDEX profile_request_profile ON profile_request (organisation, id);

-- Written with the change. No foreign key: history outlives its profile.
CREATE TABLE profile_history (
    organisation text   COLLATE "C" NOT NULL,
    profile_id   uuid   NOT NULL,
    revision     bigint NOT NULL,
    made_at      bigint NOT NULL,
    made_by      text   COLLATE "C" NOT NULL,
    change       text   COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, profile_id, revision)
);

-- Apart from its text, so that a put that only refreshes touched_at rewrites a few bytes in place.
CREATE TABLE content (
    organisation text   COLLATE "C" NOT NULL,
    digest       bytea  NOT NULL,
    touched_at   bigint NOT NULL,
    PRIMARY KEY (organisation, digest)
) WITH (fillfactor = 80);

-- Compressed already, so the database need not try.
CREATE TABLE content_text (
    organisation text    COLLATE "C" NOT NULL,
    digest       bytea   NOT NULL,
    size         integer NOT NULL, -- bytes before compression
    deflated     bytea   NOT NULL,
    PRIMARY KEY (organisation, digest),
    FOREIGN KEY (organisation, digest) REFERENCES content (organisation, digest) ON DELETE CASCADE
);
ALTER TABLE content_text ALTER COLUMN deflated SET STORAGE EXTERNAL;

-- Who needs which content. No foreign key to content: a record may come before its texts.
CREATE TABLE content_ref (
    organisation text    COLLATE "C" NOT NULL,
    holder       text    COLLATE "C" NOT NULL, -- 'version:', 'draft:', 'suggestion:' or 'instance:' and an id
    number       integer NOT NULL, -- of a version, or 0
    digest       bytea   NOT NULL,
    PRIMARY KEY (organisation, holder, number, digest)
);
CREATE INDEX content_ref_digest ON content_ref (organisation, digest);

CREATE TABLE draft (
    organisation text   COLLATE "C" NOT NULL,
    id           uuid   NOT NULL,
    revision     bigint NOT NULL,
    name         text   COLLATE "C" NOT NULL,
    profile_id   uuid,
    created_at   bigint NOT NULL,
    created_by   text   COLLATE "C" NOT NULL,
    updated_at   bigint NOT NULL,
    updated_by   text   COLLATE "C" NOT NULL,
    document     text   COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, id)
);

-- profile_id has no foreign key: deleting a profile never breaks an instance.
CREATE TABLE instantiation (
    organisation text    COLLATE "C" NOT NULL,
    id           uuid    NOT NULL,
    revision     bigint  NOT NULL,
    profile_id   uuid    NOT NULL,
    version      integer NOT NULL,
    cluster      text    COLLATE "C" NOT NULL,
    stack        text    COLLATE "C" NOT NULL,
    status       text    COLLATE "C" NOT NULL,
    draft_id     uuid    NOT NULL,
    created_at   bigint  NOT NULL,
    created_by   text    COLLATE "C" NOT NULL,
    updated_at   bigint  NOT NULL,
    document     text    COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, id),
    UNIQUE (organisation, draft_id)
);
CREATE INDEX instantiation_newest ON instantiation (organisation, profile_id, id);
CREATE INDEX instantiation_behind ON instantiation (organisation, profile_id, version, id) WHERE status = 'DEPLOYED';

-- Moves in the transaction of every instantiation's write, so that counting never reads instances.
CREATE TABLE instance_count (
    organisation text    COLLATE "C" NOT NULL,
    profile_id   uuid    NOT NULL,
    version      integer NOT NULL,
    total        bigint  NOT NULL,
    deployed     bigint  NOT NULL,
    PRIMARY KEY (organisation, profile_id, version)
) WITH (fillfactor = 50);

-- From here on: what is found across organisations.

CREATE TABLE profile_owner (
    profile_id   uuid NOT NULL PRIMARY KEY,
    organisation text COLLATE "C" NOT NULL
);

CREATE TABLE public_profile (
    profile_id   uuid NOT NULL PRIMARY KEY,
    organisation text COLLATE "C" NOT NULL,
    name         text COLLATE "C" NOT NULL,
    category     text COLLATE "C"
);
CREATE INDEX public_profile_name ON public_profile (name, profile_id);
CREATE INDEX public_profile_category ON public_profile (category, profile_id);

CREATE TABLE public_profile_tag (
    tag          text COLLATE "C" NOT NULL,
    profile_id   uuid NOT NULL,
    organisation text COLLATE "C" NOT NULL,
    PRIMARY KEY (tag, profile_id)
);
CREATE INDEX public_profile_tag_profile ON public_profile_tag (profile_id);

-- By whom it is read, and whose it is: an organisation's listing of what others share with it.
CREATE TABLE profile_share (
    organisation text COLLATE "C" NOT NULL,
    profile_id   uuid NOT NULL,
    owner        text COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, profile_id)
);
CREATE INDEX profile_share_profile ON profile_share (profile_id);

-- Which organisations have, or had, instances of a profile: where its totals are.
CREATE TABLE instance_holder (
    profile_id   uuid NOT NULL,
    organisation text COLLATE "C" NOT NULL,
    PRIMARY KEY (profile_id, organisation)
);

-- Seen from both sides: by the owner of the profile and by the organisation that suggests. Goes with the profile.
CREATE TABLE suggestion (
    id           uuid   NOT NULL PRIMARY KEY,
    owner        text   COLLATE "C" NOT NULL,
    profile_id   uuid   NOT NULL,
    organisation text   COLLATE "C" NOT NULL,
    revision     bigint NOT NULL,
    status       text   COLLATE "C" NOT NULL,
    created_at   bigint NOT NULL,
    created_by   text   COLLATE "C" NOT NULL,
    updated_at   bigint NOT NULL,
    updated_by   text   COLLATE "C" NOT NULL,
    document     text   COLLATE "C" NOT NULL,
    proposal     text   COLLATE "C" NOT NULL
);
CREATE INDEX suggestion_received ON suggestion (owner, profile_id, id);
CREATE INDEX suggestion_sent ON suggestion (organisation, id);
