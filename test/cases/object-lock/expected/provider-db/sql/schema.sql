-- notary: Deeds that nobody may change.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by the owner of the
-- database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: schemas, functions; the tables by subject; references.
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
