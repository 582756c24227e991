-- notary: Deeds that nobody may change.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by the owner of the
-- database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: schemas, functions, what Stowage keeps; the tables by subject; references.
--   Notary  deeds

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Schemas =============================================================================================================

-- Schema public: What the spec declares.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage;

SET search_path = public;

-- Functions ===========================================================================================================

CREATE FUNCTION stowage.refuse_append_only_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $body$
BEGIN
  RAISE EXCEPTION USING
    ERRCODE = 'restrict_violation',
    MESSAGE = pg_catalog.format('%s of %s is refused: its rows are only ever added', TG_OP, TG_ARGV[0]),
    HINT = 'Add a row that corrects the earlier one.',
    SCHEMA = 'public',
    TABLE = TG_ARGV[0],
    CONSTRAINT = 'append_only';
END
$body$;
COMMENT ON FUNCTION stowage.refuse_append_only_change() IS 'Refuses to change or remove rows of a table that is only ever added to.';

-- Kept by Stowage =====================================================================================================

-- stowage.storage_intents ---------------------------------------------------------------------------------------------
-- Work on records that are kept in several stores: begun before the first byte is written, committed with the row.

CREATE TABLE stowage.storage_intents (
  id              uuid                 NOT NULL,
  tenant_id       uuid,
  operation       text COLLATE "C"     NOT NULL
    CONSTRAINT storage_intents_operation_check CHECK (operation IN ('create', 'update', 'delete', 'purge')),
  entity          text COLLATE "C"     NOT NULL,
  ref_id          char(26) COLLATE "C" NOT NULL
    CONSTRAINT storage_intents_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  idempotency_key text COLLATE "C"     NOT NULL,
  request_hash    char(64) COLLATE "C" NOT NULL
    CONSTRAINT storage_intents_request_hash_check CHECK (request_hash ~ '^[0-9a-f]{64}$'),
  parts           jsonb                NOT NULL
    CONSTRAINT storage_intents_parts_check CHECK (jsonb_typeof(parts) = 'object'),
  state           text COLLATE "C"     NOT NULL DEFAULT 'pending'
    CONSTRAINT storage_intents_state_check CHECK (state IN ('pending', 'locked', 'committed', 'aborted', 'collected')),
  result          jsonb,
  created_on      timestamptz(3)       NOT NULL DEFAULT now(),
  expires_on      timestamptz(3)       NOT NULL,
  settled_on      timestamptz(3),
  swept_on        timestamptz(3),

  CONSTRAINT storage_intents_pkey PRIMARY KEY (id),
  -- One effect for each key, however often it is tried.
  CONSTRAINT storage_intents_tenant_id_idempotency_key_key UNIQUE NULLS NOT DISTINCT (tenant_id, idempotency_key)
);

COMMENT ON TABLE stowage.storage_intents IS 'Work on records that are kept in several stores: begun before the first byte is written, committed with the row.';
COMMENT ON COLUMN stowage.storage_intents.id              IS 'Which one it is.';
COMMENT ON COLUMN stowage.storage_intents.tenant_id       IS 'Whose work it is; empty for what belongs to no tenant.';
COMMENT ON COLUMN stowage.storage_intents.operation       IS 'What is done to the record.';
COMMENT ON COLUMN stowage.storage_intents.entity          IS 'What kind of record, as the spec calls it.';
COMMENT ON COLUMN stowage.storage_intents.ref_id          IS 'Which record.';
COMMENT ON COLUMN stowage.storage_intents.idempotency_key IS 'By which a caller that tries again finds what it began.';
COMMENT ON COLUMN stowage.storage_intents.request_hash    IS 'SHA-256 of what was asked for: the same key with something else is refused.';
COMMENT ON COLUMN stowage.storage_intents.parts           IS 'Objects and documents that it writes, and those that it leaves behind.';
COMMENT ON COLUMN stowage.storage_intents.state           IS 'How far it is. A locked copy cannot be taken back: from then on it only goes forward.';
COMMENT ON COLUMN stowage.storage_intents.result          IS 'What the caller was told, for one that tries again.';
COMMENT ON COLUMN stowage.storage_intents.created_on      IS 'When it was begun.';
COMMENT ON COLUMN stowage.storage_intents.expires_on      IS 'Until when whoever works on it has it alone; afterwards the collector takes it up.';
COMMENT ON COLUMN stowage.storage_intents.settled_on      IS 'When it was committed or given up.';
COMMENT ON COLUMN stowage.storage_intents.swept_on        IS 'When what it left behind was removed.';

-- Those whose time is up.
CREATE INDEX storage_intents_expires_on_idx
  ON stowage.storage_intents (expires_on) WHERE state IN ('pending', 'locked');
-- Those that may have left something behind.
CREATE INDEX storage_intents_settled_on_idx
  ON stowage.storage_intents (settled_on) WHERE swept_on IS NULL AND state IN ('committed', 'aborted');
-- Those that are swept once more, for what was under way.
CREATE INDEX storage_intents_swept_on_idx ON stowage.storage_intents (swept_on) WHERE state IN ('aborted');
-- Those that may be forgotten.
CREATE INDEX storage_intents_done_idx ON stowage.storage_intents (settled_on) WHERE state IN ('committed', 'collected');

-- stowage.stored_objects ----------------------------------------------------------------------------------------------
-- Every object that a record points to, with what its bytes must be: written in the transaction that commits it.

CREATE TABLE stowage.stored_objects (
  bucket       text COLLATE "C"     NOT NULL,
  key          text COLLATE "C"     NOT NULL,
  tenant_id    uuid,
  entity       text COLLATE "C"     NOT NULL,
  object       text COLLATE "C"     NOT NULL,
  ref_id       char(26) COLLATE "C" NOT NULL
    CONSTRAINT stored_objects_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  sha256       char(64) COLLATE "C" NOT NULL
    CONSTRAINT stored_objects_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size         bigint               NOT NULL
    CONSTRAINT stored_objects_size_check CHECK (size >= 0),
  content_type text                 NOT NULL,
  version_id   text,
  created_on   timestamptz(3)       NOT NULL DEFAULT now(),

  CONSTRAINT stored_objects_pkey PRIMARY KEY (bucket, key)
);

COMMENT ON TABLE stowage.stored_objects IS 'Every object that a record points to, with what its bytes must be: written in the transaction that commits it.';
COMMENT ON COLUMN stowage.stored_objects.bucket       IS 'As the spec calls it.';
COMMENT ON COLUMN stowage.stored_objects.key          IS 'Where in the bucket.';
COMMENT ON COLUMN stowage.stored_objects.tenant_id    IS 'Whose it is; empty for what belongs to no tenant.';
COMMENT ON COLUMN stowage.stored_objects.entity       IS 'What kind of record it is part of, as the spec calls it.';
COMMENT ON COLUMN stowage.stored_objects.object       IS 'Which of its objects, as the spec calls it.';
COMMENT ON COLUMN stowage.stored_objects.ref_id       IS 'Which record.';
COMMENT ON COLUMN stowage.stored_objects.sha256       IS 'Digest of the bytes, in hexadecimal.';
COMMENT ON COLUMN stowage.stored_objects.size         IS 'Number of bytes.';
COMMENT ON COLUMN stowage.stored_objects.content_type IS 'As it is served.';
COMMENT ON COLUMN stowage.stored_objects.version_id   IS 'Which version, in a bucket that keeps them.';
COMMENT ON COLUMN stowage.stored_objects.created_on   IS 'When it was committed.';

-- The objects of one record.
CREATE INDEX stored_objects_tenant_id_entity_ref_id_idx ON stowage.stored_objects (tenant_id, entity, ref_id);

-- Notary ==============================================================================================================

-- Deeds and their drafts.

-- deeds ---------------------------------------------------------------------------------------------------------------
-- A signed deed.
-- In PostgreSQL: found by its number
-- More of each record: objects in S3.
-- Append-only: rows are added, never changed or removed.

CREATE TABLE deeds (
  id           uuid                 NOT NULL,
  ref_id       char(26) COLLATE "C" NOT NULL
    CONSTRAINT deeds_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  number       varchar(20)          NOT NULL
    CONSTRAINT deeds_number_check CHECK (number COLLATE "C" ~ '^[0-9]+-[0-9]+$'),
  signed_on    timestamptz(3)       NOT NULL,
  scan_s3_key  text                 NOT NULL,
  draft_s3_key text,
  created_on   timestamptz(3)       NOT NULL DEFAULT now(),

  CONSTRAINT deeds_pkey PRIMARY KEY (id),
  CONSTRAINT deeds_ref_id_key UNIQUE (ref_id),
  CONSTRAINT deeds_number_key UNIQUE (number)
);

COMMENT ON TABLE deeds IS 'A signed deed.';
COMMENT ON COLUMN deeds.number       IS 'Number in the register.';
COMMENT ON COLUMN deeds.signed_on    IS 'When it was signed.';
COMMENT ON COLUMN deeds.scan_s3_key  IS 'Where the scan lies.';
COMMENT ON COLUMN deeds.draft_s3_key IS 'Where the last draft lay.';

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON deeds FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('deeds');
ALTER TABLE deeds ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON deeds FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('deeds');
ALTER TABLE deeds ENABLE ALWAYS TRIGGER append_only_truncate;

RESET standard_conforming_strings;
RESET search_path;
