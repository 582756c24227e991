-- word-list: Names that every target reserves.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by the owner of the
-- database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: schemas, functions; the tables by subject; references.
--   Default  groups, orders

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

-- Default =============================================================================================================

-- Words that mean something elsewhere.

-- groups --------------------------------------------------------------------------------------------------------------
-- A word of SQL.
-- In PostgreSQL: joined with orders

CREATE TABLE groups (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT groups_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  "table"    varchar(40)          NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT groups_pkey PRIMARY KEY (id),
  CONSTRAINT groups_ref_id_key UNIQUE (ref_id),
  CONSTRAINT groups_table_key UNIQUE ("table")
);

COMMENT ON TABLE groups IS 'A word of SQL.';
COMMENT ON COLUMN groups."table" IS 'A word of SQL.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON groups FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON groups FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('groups', 'id', 'ref_id', 'created_on');

-- orders --------------------------------------------------------------------------------------------------------------
-- A word of SQL.
-- In PostgreSQL: counted

CREATE TABLE orders (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT orders_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  "select"   varchar(40)          NOT NULL,
  "from"     date                 NOT NULL,
  "default"  boolean              NOT NULL DEFAULT false,
  class      text COLLATE "C"     NOT NULL DEFAULT 'select'
    CONSTRAINT orders_class_check CHECK (class IN ('class', 'new', 'select')),
  "user"     varchar(40),
  group_id   uuid,
  to_string  varchar(40),
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT orders_pkey PRIMARY KEY (id),
  CONSTRAINT orders_ref_id_key UNIQUE (ref_id),
  CONSTRAINT orders_select_from_key UNIQUE ("select", "from")
);

COMMENT ON TABLE orders IS 'A word of SQL.';
COMMENT ON COLUMN orders."select"  IS 'A word of SQL.';
COMMENT ON COLUMN orders."from"    IS 'A word of SQL.';
COMMENT ON COLUMN orders."default" IS 'A word of JavaScript.';
COMMENT ON COLUMN orders.class     IS 'A word of JavaScript.';
COMMENT ON COLUMN orders."user"    IS 'A word of PostgreSQL.';
COMMENT ON COLUMN orders.group_id  IS 'A word of SQL.';
COMMENT ON COLUMN orders.to_string IS 'A method of every object.';

CREATE INDEX orders_group_id_from_idx ON orders (group_id, "from" DESC);

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON orders FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON orders FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('orders', 'id', 'ref_id', 'created_on');

-- References ==========================================================================================================

ALTER TABLE orders
  ADD CONSTRAINT orders_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE RESTRICT;

RESET standard_conforming_strings;
RESET search_path;
