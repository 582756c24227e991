-- observatory: Telescopes, the nights they look through, and what they saw.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by the owner of the
-- database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: schemas, functions; the tables by subject; references.
--   Archive  LOGBOOKS, PLATES_1998
--   Nights   nights, telescopes

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Schemas =============================================================================================================

-- Schema public: What the spec declares.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage;

SET search_path = public;

-- Functions ===========================================================================================================

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

-- Archive =============================================================================================================

-- What was seen before everything was digital.

-- LOGBOOKS ------------------------------------------------------------------------------------------------------------
-- A book of the time.

CREATE TABLE "LOGBOOKS" (
  id        uuid    NOT NULL,
  plate_id  uuid    NOT NULL,
  "PAGE_NO" integer NOT NULL,

  CONSTRAINT "LOGBOOKS_pkey" PRIMARY KEY (id)
);

COMMENT ON TABLE "LOGBOOKS" IS 'A book of the time.';

-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON "LOGBOOKS" FOR EACH ROW
  WHEN (OLD.id IS DISTINCT FROM NEW.id)
  EXECUTE FUNCTION stowage.refuse_immutable_change('LOGBOOKS', 'id');

-- PLATES_1998 ---------------------------------------------------------------------------------------------------------

CREATE TABLE "PLATES_1998" (
  id              uuid        NOT NULL,
  "EMULSION_TYPE" varchar(40) NOT NULL,

  CONSTRAINT "PLATES_1998_pkey" PRIMARY KEY (id)
);

-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON "PLATES_1998" FOR EACH ROW
  WHEN (OLD.id IS DISTINCT FROM NEW.id)
  EXECUTE FUNCTION stowage.refuse_immutable_change('PLATES_1998', 'id');

-- Nights ==============================================================================================================

-- What is looked at, and when.

-- nights --------------------------------------------------------------------------------------------------------------
-- One night of observing.

CREATE TABLE nights (
  id           uuid           NOT NULL,
  telescope_id uuid           NOT NULL,
  log          varchar(20000) NOT NULL,
  weather      text           NOT NULL,
  opened_at    timestamptz(3) NOT NULL,

  CONSTRAINT nights_pkey PRIMARY KEY (id)
);

COMMENT ON TABLE nights IS 'One night of observing.';

CREATE INDEX nights_telescope_id_idx ON nights (telescope_id);

-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON nights FOR EACH ROW
  WHEN (OLD.id IS DISTINCT FROM NEW.id)
  EXECUTE FUNCTION stowage.refuse_immutable_change('nights', 'id');

-- telescopes ----------------------------------------------------------------------------------------------------------
-- An instrument.

CREATE TABLE telescopes (
  id             uuid           NOT NULL,
  name           varchar(80)    NOT NULL,
  first_light_at timestamptz(3),

  CONSTRAINT telescopes_pkey PRIMARY KEY (id),
  CONSTRAINT telescopes_name_key UNIQUE (name)
);

COMMENT ON TABLE telescopes IS 'An instrument.';

-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON telescopes FOR EACH ROW
  WHEN (OLD.id IS DISTINCT FROM NEW.id)
  EXECUTE FUNCTION stowage.refuse_immutable_change('telescopes', 'id');

-- References ==========================================================================================================

ALTER TABLE "LOGBOOKS"
  ADD CONSTRAINT "LOGBOOKS_plate_id_fkey" FOREIGN KEY (plate_id) REFERENCES "PLATES_1998" (id) ON DELETE RESTRICT;

ALTER TABLE nights
  ADD CONSTRAINT nights_telescope_id_fkey FOREIGN KEY (telescope_id) REFERENCES telescopes (id) ON DELETE RESTRICT;

RESET standard_conforming_strings;
RESET search_path;
