-- wood-shop: Furniture to measure.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by the owner of the
-- database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: schemas, functions; the tables by subject; references.
--   Orders  pieces

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Schemas =============================================================================================================

-- Schema public: What the spec declares.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage;

SET search_path = public;

-- Functions ===========================================================================================================

CREATE FUNCTION stowage.keep_updated_on_revision() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."updated_on" := pg_catalog.now();
    NEW."revision" := 0;
  ELSE
    NEW."updated_on" := pg_catalog.now();
    NEW."revision" := OLD."revision" + 1;
  END IF;
  RETURN NEW;
END
$body$;
COMMENT ON FUNCTION stowage.keep_updated_on_revision() IS 'Keeps updated_on and revision: no client writes them.';

CREATE FUNCTION stowage.refuse_immutable_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $body$
DECLARE
  was pg_catalog.jsonb := pg_catalog.to_jsonb(OLD);
  is_now pg_catalog.jsonb := pg_catalog.to_jsonb(NEW);
  by_foreign_key boolean := pg_catalog.pg_trigger_depth() > 1 AND current_user = (
    SELECT owner.rolname FROM pg_catalog.pg_class AS class
    JOIN pg_catalog.pg_roles AS owner ON owner.oid = class.relowner WHERE class.oid = TG_RELID
  );
BEGIN
  FOR i IN 1 .. TG_NARGS - 1 LOOP
    CONTINUE WHEN was -> TG_ARGV[i] IS NOT DISTINCT FROM is_now -> TG_ARGV[i];
    CONTINUE WHEN by_foreign_key AND is_now ->> TG_ARGV[i] IS NULL;
    RAISE EXCEPTION USING
      ERRCODE = 'restrict_violation',
      MESSAGE = pg_catalog.format('%s of %s never changes', TG_ARGV[i], TG_ARGV[0]),
      SCHEMA = 'public',
      TABLE = TG_ARGV[0],
      COLUMN = TG_ARGV[i],
      CONSTRAINT = 'immutable';
  END LOOP;
  RETURN NEW;
END
$body$;
COMMENT ON FUNCTION stowage.refuse_immutable_change() IS 'Refuses to change what is fixed from the moment a row is made.';

-- Orders ==============================================================================================================

-- What is built.

-- pieces --------------------------------------------------------------------------------------------------------------
-- A piece of furniture as it was ordered.
-- In PostgreSQL: counted and billed

CREATE TABLE pieces (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT pieces_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  size       jsonb                NOT NULL
    CONSTRAINT pieces_size_check CHECK (jsonb_typeof(size) = 'object'),
  crate      jsonb
    CONSTRAINT pieces_crate_check CHECK (jsonb_typeof(crate) = 'object'),
  boards     jsonb                NOT NULL DEFAULT '[]'
    CONSTRAINT pieces_boards_check CHECK (jsonb_typeof(boards) = 'array'),
  price      numeric(12,2)        NOT NULL
    CONSTRAINT pieces_price_check CHECK (price >= 0),
  label      varchar(40),
  colours    varchar(20)[]        NOT NULL DEFAULT '{}'
    CONSTRAINT pieces_colours_check CHECK (array_position(colours, NULL) IS NULL),
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT pieces_pkey PRIMARY KEY (id),
  CONSTRAINT pieces_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE pieces IS 'A piece of furniture as it was ordered.';
COMMENT ON COLUMN pieces.size    IS 'Of the whole.';
COMMENT ON COLUMN pieces.crate   IS 'Of the box; empty where it is collected.';
COMMENT ON COLUMN pieces.boards  IS 'What it is made from.';
COMMENT ON COLUMN pieces.price   IS 'In euros.';
COMMENT ON COLUMN pieces.label   IS 'Name on the bill.';
COMMENT ON COLUMN pieces.colours IS 'Stains in order.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON pieces FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON pieces FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('pieces', 'id', 'ref_id', 'created_on');

RESET standard_conforming_strings;
RESET search_path;
