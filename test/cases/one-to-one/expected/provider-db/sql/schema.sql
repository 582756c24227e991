-- ship-registry: Ships and their papers; one for each.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by the owner of the
-- database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: schemas, functions; the tables by subject; references.
--   Ships  captains, certificates, ships

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

-- Ships ===============================================================================================================

-- Ships and certificates.

-- captains ------------------------------------------------------------------------------------------------------------
-- Who commands; of one ship at most.
-- In PostgreSQL: joined with a ship

CREATE TABLE captains (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT captains_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  ship_id    uuid,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT captains_pkey PRIMARY KEY (id),
  CONSTRAINT captains_ref_id_key UNIQUE (ref_id),
  CONSTRAINT captains_ship_id_key UNIQUE (ship_id)
);

COMMENT ON TABLE captains IS 'Who commands; of one ship at most.';
COMMENT ON COLUMN captains.ship_id IS 'The ship; none when ashore.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON captains FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON captains FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('captains', 'id', 'ref_id', 'created_on');

-- certificates --------------------------------------------------------------------------------------------------------
-- The one paper that lets a ship leave.
-- In PostgreSQL: joined with its ship

CREATE TABLE certificates (
  id          uuid                 NOT NULL,
  ref_id      char(26) COLLATE "C" NOT NULL
    CONSTRAINT certificates_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  ship_id     uuid                 NOT NULL,
  valid_until date                 NOT NULL,
  created_on  timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on  timestamptz(3)       NOT NULL DEFAULT now(),
  revision    integer              NOT NULL DEFAULT 0,

  CONSTRAINT certificates_pkey PRIMARY KEY (id),
  CONSTRAINT certificates_ref_id_key UNIQUE (ref_id),
  CONSTRAINT certificates_ship_id_key UNIQUE (ship_id)
);

COMMENT ON TABLE certificates IS 'The one paper that lets a ship leave.';
COMMENT ON COLUMN certificates.ship_id     IS 'Whose paper it is.';
COMMENT ON COLUMN certificates.valid_until IS 'Last day.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON certificates FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON certificates FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('certificates', 'id', 'ref_id', 'created_on');

-- ships ---------------------------------------------------------------------------------------------------------------
-- A vessel.
-- In PostgreSQL: looked up by its number

CREATE TABLE ships (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT ships_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  imo        integer              NOT NULL
    CONSTRAINT ships_imo_check CHECK (imo >= 1000000 AND imo <= 9999999),
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT ships_pkey PRIMARY KEY (id),
  CONSTRAINT ships_ref_id_key UNIQUE (ref_id),
  CONSTRAINT ships_imo_key UNIQUE (imo)
);

COMMENT ON TABLE ships IS 'A vessel.';
COMMENT ON COLUMN ships.imo IS 'Number for life.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON ships FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON ships FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('ships', 'id', 'ref_id', 'created_on');

-- References ==========================================================================================================

ALTER TABLE captains
  ADD CONSTRAINT captains_ship_id_fkey FOREIGN KEY (ship_id) REFERENCES ships (id) ON DELETE RESTRICT;

ALTER TABLE certificates
  ADD CONSTRAINT certificates_ship_id_fkey FOREIGN KEY (ship_id) REFERENCES ships (id) ON DELETE CASCADE;

RESET standard_conforming_strings;
RESET search_path;
