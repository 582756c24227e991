-- parcel-line: Parcels on their way through depots.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by a superuser or
-- by any role that may create roles and owns the database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: roles and schemas, functions; the tables by subject; references, look-ups.
--   Shipping  carriers, clerks, depots, parcels

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Roles ===============================================================================================================

-- parcel_line_owner: Owns every table and function; nobody signs in as it.
-- parcel_line_app: What the application works as: it sees the rows of one tenant at a time.
-- parcel_line_system: What jobs for all tenants take on: it sees every row.
-- parcel_line_backup: What pg_dump works as: it reads every row and writes none.

DO $roles$
DECLARE
  wanted record;
  found record;
  is_16 constant boolean := current_setting('server_version_num')::integer >= 160000;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stowage: roles', 0));
  FOR wanted IN
    SELECT * FROM (VALUES
      ('parcel_line_owner', false, true),
      ('parcel_line_app', false, false),
      ('parcel_line_system', false, true),
      ('parcel_line_backup', true, false)
    ) AS role (name, bypasses, taken)
  LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted.name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    SELECT rolsuper, rolbypassrls INTO STRICT found FROM pg_roles WHERE rolname = wanted.name;
    IF found.rolsuper OR (found.rolbypassrls AND NOT wanted.bypasses) THEN
      RAISE EXCEPTION 'the role % is a superuser or bypasses row level security: no policy would bind it', wanted.name
        USING ERRCODE = 'invalid_role_specification',
          HINT = format('ALTER ROLE %I NOSUPERUSER NOBYPASSRLS, or name another role in the spec.', wanted.name);
    END IF;
    IF wanted.bypasses AND NOT found.rolbypassrls THEN
      BEGIN
        EXECUTE format('ALTER ROLE %I BYPASSRLS', wanted.name);
      EXCEPTION WHEN insufficient_privilege THEN
        RAISE WARNING 'the role % cannot be given BYPASSRLS by %: until a superuser does so, its copies hold no rows',
          wanted.name, current_user;
      END;
    END IF;
    -- Who has made a role may grant it and, from version 16 on, has to before taking it on.
    IF wanted.taken AND NOT pg_has_role(wanted.name, CASE WHEN is_16 THEN 'SET' ELSE 'MEMBER' END) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', wanted.name)
        || CASE WHEN is_16 THEN ' WITH SET TRUE, INHERIT FALSE' ELSE '' END;
    END IF;
  END LOOP;
  -- Who is a member of another role has what that one has, or takes it on: it would see and do what it must not.
  FOR found IN
    SELECT member, held
    FROM unnest(ARRAY['parcel_line_app', 'parcel_line_system', 'parcel_line_backup']) AS member,
      unnest(ARRAY['parcel_line_owner', 'parcel_line_app', 'parcel_line_system', 'parcel_line_backup']) AS held
    WHERE member <> held AND pg_has_role(member, held, 'MEMBER')
    ORDER BY member, held
  LOOP
    RAISE EXCEPTION 'the role % is a member of %: what keeps the two apart would not bind it', found.member, found.held
      USING ERRCODE = 'invalid_role_specification',
        HINT = format('Take %I out of %I, or name another role in the spec.', found.member, found.held);
  END LOOP;
END
$roles$;

-- Schemas =============================================================================================================

-- Schema public: What the spec declares.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO parcel_line_owner;
DO $public$
DECLARE
  planted text;
BEGIN
  IF has_schema_privilege('public', 'public', 'CREATE') THEN
    RAISE EXCEPTION 'everybody may make objects in the schema public, and % may not change that', current_user
      USING ERRCODE = 'insufficient_privilege',
        HINT = format('Its owner or a superuser says: REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT USAGE, CREATE ON SCHEMA public TO %I WITH GRANT OPTION.', current_user);
  END IF;
  SELECT min(made.name) INTO planted
  FROM (
    SELECT tableoid, oid, oid::regprocedure::text, proowner FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL
    SELECT tableoid, oid, oid::regoperator::text, oprowner FROM pg_operator WHERE oprnamespace = 'public'::regnamespace
  ) AS made (catalog, id, name, owner)
  JOIN pg_roles AS role ON role.oid = made.owner
  WHERE NOT role.rolsuper AND role.rolname NOT IN (current_user, 'parcel_line_owner')
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = made.catalog AND objid = made.id AND deptype = 'e');
  IF planted IS NOT NULL THEN
    RAISE EXCEPTION 'the schema public holds what somebody else has made: %', planted
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'The tables that are made here would take it for PostgreSQL''s own. Drop it, or begin with an empty database.';
  END IF;
END
$public$;
GRANT USAGE ON SCHEMA public TO parcel_line_app, parcel_line_system, parcel_line_backup;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage AUTHORIZATION parcel_line_owner;

SET search_path = public;
SET ROLE parcel_line_owner;
GRANT USAGE ON SCHEMA stowage TO parcel_line_app, parcel_line_system, parcel_line_backup;
GRANT CREATE ON SCHEMA stowage TO parcel_line_system;

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
REVOKE ALL ON FUNCTION stowage.keep_updated_on_revision() FROM PUBLIC;

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
REVOKE ALL ON FUNCTION stowage.refuse_immutable_change() FROM PUBLIC;

CREATE FUNCTION stowage.refuse_reference(of_table text, of_column text, target text, foreign_key text, what text) RETURNS void
  LANGUAGE plpgsql SET search_path = ''
AS $body$
BEGIN
  RAISE EXCEPTION USING
    ERRCODE = 'foreign_key_violation',
    MESSAGE = pg_catalog.format('%s of %s refers to a row of %s that is %s', of_column, of_table, target, what),
    SCHEMA = 'public',
    TABLE = of_table,
    COLUMN = of_column,
    CONSTRAINT = foreign_key;
END
$body$;
COMMENT ON FUNCTION stowage.refuse_reference(text, text, text, text, text) IS 'Refuses a row because of what it refers to.';
REVOKE ALL ON FUNCTION stowage.refuse_reference(text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.refuse_reference(text, text, text, text, text) TO parcel_line_system;

CREATE FUNCTION stowage.refuse_deletion(of_table text, of_column text, target text, foreign_key text) RETURNS void
  LANGUAGE plpgsql SET search_path = ''
AS $body$
BEGIN
  RAISE EXCEPTION USING
    ERRCODE = 'restrict_violation',
    MESSAGE = pg_catalog.format('a row of %s cannot be deleted while live rows of %s refer to it', target, of_table),
    HINT = pg_catalog.format('Delete those rows first, or give them another %s.', of_column),
    SCHEMA = 'public',
    TABLE = of_table,
    COLUMN = of_column,
    CONSTRAINT = foreign_key;
END
$body$;
COMMENT ON FUNCTION stowage.refuse_deletion(text, text, text, text) IS 'Refuses to delete a row on which live ones hang.';
REVOKE ALL ON FUNCTION stowage.refuse_deletion(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.refuse_deletion(text, text, text, text) TO parcel_line_system;

-- Shipping ============================================================================================================

-- Parcels and depots.

-- carriers ------------------------------------------------------------------------------------------------------------
-- A company that carries parcels.
-- In PostgreSQL: the tenant itself
-- The tenants themselves: each sees itself.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE carriers (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT carriers_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name       varchar(200)         NOT NULL,
  vat        varchar(20),
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,
  deleted_on timestamptz(3),

  CONSTRAINT carriers_pkey PRIMARY KEY (id),
  CONSTRAINT carriers_ref_id_key UNIQUE (ref_id),
  -- The tax office never gives one twice.
  CONSTRAINT carriers_vat_key UNIQUE (vat)
);

COMMENT ON TABLE carriers IS 'A company that carries parcels.';
COMMENT ON COLUMN carriers.name IS 'As customers know it.';
COMMENT ON COLUMN carriers.vat  IS 'Tax number.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON carriers FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON carriers FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('carriers', 'id', 'ref_id', 'created_on');

ALTER TABLE carriers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees itself.
CREATE POLICY own_tenant ON carriers FOR SELECT
  TO parcel_line_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes itself.
CREATE POLICY own_tenant_update ON carriers FOR UPDATE
  TO parcel_line_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON carriers FOR ALL
  TO parcel_line_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON carriers FROM PUBLIC;
GRANT SELECT, UPDATE ON carriers TO parcel_line_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON carriers TO parcel_line_system;
GRANT SELECT ON carriers TO parcel_line_backup;

-- The rows of carriers that are not deleted.
CREATE VIEW live_carriers WITH (security_invoker = true) AS
  SELECT id, ref_id, name, vat, created_on, updated_on, revision, deleted_on
  FROM carriers
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_carriers IS 'The rows of carriers that are not deleted.';
REVOKE ALL ON live_carriers FROM PUBLIC;
GRANT SELECT ON live_carriers TO parcel_line_app, parcel_line_system, parcel_line_backup;

-- clerks --------------------------------------------------------------------------------------------------------------
-- Someone who works for a carrier.
-- In PostgreSQL: references from parcels
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE clerks (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT clerks_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  carrier_id uuid                 NOT NULL,
  email      text                 NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,
  deleted_on timestamptz(3),

  CONSTRAINT clerks_pkey PRIMARY KEY (id),
  CONSTRAINT clerks_ref_id_key UNIQUE (ref_id),
  CONSTRAINT clerks_carrier_id_id_key UNIQUE (carrier_id, id)
);

COMMENT ON TABLE clerks IS 'Someone who works for a carrier.';
COMMENT ON COLUMN clerks.carrier_id IS 'The tenant it belongs to.';
COMMENT ON COLUMN clerks.email      IS 'Sign-in name.';

CREATE UNIQUE INDEX clerks_carrier_id_email_key ON clerks (carrier_id, email) WHERE deleted_on IS NULL;
-- Finds a clerk before the carrier is known.
CREATE INDEX clerks_email_idx ON clerks (email);

-- With the rights of parcel_line_system, whoever calls:
SET ROLE parcel_line_system;

CREATE FUNCTION stowage.clerks_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."clerks" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."parcels" AS child
    WHERE child."carrier_id" = NEW."carrier_id" AND child."registered_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('parcels', 'registered_by', 'clerks', 'parcels_carrier_id_registered_by_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.clerks_soft_delete() IS 'Before a row of clerks counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.clerks_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.clerks_soft_delete() TO parcel_line_owner;

SET ROLE parcel_line_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON clerks FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON clerks FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.carrier_id IS DISTINCT FROM NEW.carrier_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('clerks', 'id', 'ref_id', 'carrier_id', 'created_on');
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON clerks FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.clerks_soft_delete();

ALTER TABLE clerks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON clerks FOR ALL
  TO parcel_line_app
  USING (carrier_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (carrier_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON clerks FOR ALL
  TO parcel_line_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON clerks FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON clerks TO parcel_line_app, parcel_line_system;
GRANT SELECT ON clerks TO parcel_line_backup;

-- The rows of clerks that are not deleted.
CREATE VIEW live_clerks WITH (security_invoker = true) AS
  SELECT id, ref_id, carrier_id, email, created_on, updated_on, revision, deleted_on
  FROM clerks
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_clerks IS 'The rows of clerks that are not deleted.';
REVOKE ALL ON live_clerks FROM PUBLIC;
GRANT SELECT ON live_clerks TO parcel_line_app, parcel_line_system, parcel_line_backup;

-- depots --------------------------------------------------------------------------------------------------------------
-- A house where parcels are sorted.
-- In PostgreSQL: joined with parcels
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE depots (
  id            uuid                 NOT NULL,
  ref_id        char(26) COLLATE "C" NOT NULL
    CONSTRAINT depots_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  carrier_id    uuid                 NOT NULL,
  short_name    varchar(5)           NOT NULL,
  latitude      numeric(9,6)         NOT NULL
    CONSTRAINT depots_latitude_check CHECK (latitude >= -90 AND latitude <= 90),
  longitude     numeric(9,6)         NOT NULL
    CONSTRAINT depots_longitude_check CHECK (longitude >= -180 AND longitude <= 180),
  opens_at_hour integer              NOT NULL DEFAULT 6
    CONSTRAINT depots_opens_at_hour_check CHECK (opens_at_hour >= 0 AND opens_at_hour <= 23),
  created_on    timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on    timestamptz(3)       NOT NULL DEFAULT now(),
  revision      integer              NOT NULL DEFAULT 0,
  deleted_on    timestamptz(3),

  CONSTRAINT depots_pkey PRIMARY KEY (id),
  CONSTRAINT depots_ref_id_key UNIQUE (ref_id),
  CONSTRAINT depots_carrier_id_id_key UNIQUE (carrier_id, id)
);

COMMENT ON TABLE depots IS 'A house where parcels are sorted.';
COMMENT ON COLUMN depots.carrier_id    IS 'The tenant it belongs to.';
COMMENT ON COLUMN depots.short_name    IS 'Letters on the label.';
COMMENT ON COLUMN depots.latitude      IS 'Degrees north.';
COMMENT ON COLUMN depots.longitude     IS 'Degrees east.';
COMMENT ON COLUMN depots.opens_at_hour IS 'Local hour.';

CREATE UNIQUE INDEX depots_carrier_id_short_name_key ON depots (carrier_id, short_name) WHERE deleted_on IS NULL;

-- With the rights of parcel_line_system, whoever calls:
SET ROLE parcel_line_system;

CREATE FUNCTION stowage.depots_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."depots" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."parcels" AS child
    WHERE child."carrier_id" = NEW."carrier_id" AND child."depot_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('parcels', 'depot_id', 'depots', 'parcels_carrier_id_depot_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.depots_soft_delete() IS 'Before a row of depots counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.depots_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.depots_soft_delete() TO parcel_line_owner;

SET ROLE parcel_line_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON depots FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON depots FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.carrier_id IS DISTINCT FROM NEW.carrier_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('depots', 'id', 'ref_id', 'carrier_id', 'created_on');
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON depots FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.depots_soft_delete();

ALTER TABLE depots ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON depots FOR ALL
  TO parcel_line_app
  USING (carrier_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (carrier_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON depots FOR ALL
  TO parcel_line_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON depots FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON depots TO parcel_line_app, parcel_line_system;
GRANT SELECT ON depots TO parcel_line_backup;

-- The rows of depots that are not deleted.
CREATE VIEW live_depots WITH (security_invoker = true) AS
  SELECT id, ref_id, carrier_id, short_name, latitude, longitude, opens_at_hour, created_on, updated_on, revision,
    deleted_on
  FROM depots
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_depots IS 'The rows of depots that are not deleted.';
REVOKE ALL ON live_depots FROM PUBLIC;
GRANT SELECT ON live_depots TO parcel_line_app, parcel_line_system, parcel_line_backup;

-- parcels -------------------------------------------------------------------------------------------------------------
-- A thing to be carried.
-- In PostgreSQL: counted by depot and day
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE parcels (
  id            uuid                 NOT NULL,
  ref_id        char(26) COLLATE "C" NOT NULL
    CONSTRAINT parcels_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  carrier_id    uuid                 NOT NULL,
  depot_id      uuid,
  registered_by uuid                 NOT NULL,
  label         bytea                NOT NULL,
  grams         integer              NOT NULL
    CONSTRAINT parcels_grams_check CHECK (grams >= 1),
  value         numeric(12,2)
    CONSTRAINT parcels_value_check CHECK (value >= 0),
  track         bigint               NOT NULL,
  fragile       boolean              NOT NULL DEFAULT false,
  volume_litres double precision,
  notes         varchar(200)[]       NOT NULL DEFAULT '{}'
    CONSTRAINT parcels_notes_check CHECK (array_position(notes, NULL) IS NULL),
  created_on    timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on    timestamptz(3)       NOT NULL DEFAULT now(),
  revision      integer              NOT NULL DEFAULT 0,
  deleted_on    timestamptz(3),

  CONSTRAINT parcels_pkey PRIMARY KEY (id),
  CONSTRAINT parcels_ref_id_key UNIQUE (ref_id),
  CONSTRAINT parcels_carrier_id_id_key UNIQUE (carrier_id, id),
  -- Customers ask for old parcels too.
  CONSTRAINT parcels_track_key UNIQUE (track)
);

COMMENT ON TABLE parcels IS 'A thing to be carried.';
COMMENT ON COLUMN parcels.carrier_id    IS 'The tenant it belongs to.';
COMMENT ON COLUMN parcels.depot_id      IS 'Where it lies now.';
COMMENT ON COLUMN parcels.registered_by IS 'Who took it in.';
COMMENT ON COLUMN parcels.label         IS 'The printed label.';
COMMENT ON COLUMN parcels.grams         IS 'What it weighs.';
COMMENT ON COLUMN parcels.value         IS 'What it is insured for.';
COMMENT ON COLUMN parcels.track         IS 'Tracking number.';
COMMENT ON COLUMN parcels.fragile       IS 'Whether it may be thrown.';
COMMENT ON COLUMN parcels.volume_litres IS 'How much room it takes.';
COMMENT ON COLUMN parcels.notes         IS 'What handlers wrote.';

CREATE INDEX parcels_carrier_id_depot_id_created_on_idx ON parcels (carrier_id, depot_id, created_on DESC);
CREATE INDEX parcels_carrier_id_registered_by_idx ON parcels (carrier_id, registered_by);

-- With the rights of parcel_line_system, whoever calls:
SET ROLE parcel_line_system;

CREATE FUNCTION stowage.parcels_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."depots" AS target WHERE target."id" = NEW."depot_id" FOR KEY SHARE;
    PERFORM FROM public."clerks" AS target WHERE target."id" = NEW."registered_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."depot_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."depots" AS target
    WHERE target."id" = NEW."depot_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('parcels', 'depot_id', 'depots', 'parcels_carrier_id_depot_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."registered_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."clerks" AS target
    WHERE target."id" = NEW."registered_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('parcels', 'registered_by', 'clerks', 'parcels_carrier_id_registered_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.parcels_check_references() IS 'Refuses a row of parcels that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.parcels_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.parcels_check_references() TO parcel_line_owner;

SET ROLE parcel_line_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON parcels FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON parcels FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.carrier_id IS DISTINCT FROM NEW.carrier_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('parcels', 'id', 'ref_id', 'carrier_id', 'created_on');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON parcels FOR EACH ROW
  WHEN (NEW.depot_id IS NOT NULL OR NEW.registered_by IS NOT NULL)
  EXECUTE FUNCTION stowage.parcels_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON parcels FOR EACH ROW
  WHEN (
    OLD.depot_id IS DISTINCT FROM NEW.depot_id OR OLD.registered_by IS DISTINCT FROM NEW.registered_by
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.parcels_check_references();

ALTER TABLE parcels ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON parcels FOR ALL
  TO parcel_line_app
  USING (carrier_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (carrier_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON parcels FOR ALL
  TO parcel_line_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON parcels FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON parcels TO parcel_line_app, parcel_line_system;
GRANT SELECT ON parcels TO parcel_line_backup;

-- The rows of parcels that are not deleted.
CREATE VIEW live_parcels WITH (security_invoker = true) AS
  SELECT id, ref_id, carrier_id, depot_id, registered_by, label, grams, value, track, fragile, volume_litres, notes,
    created_on, updated_on, revision, deleted_on
  FROM parcels
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_parcels IS 'The rows of parcels that are not deleted.';
REVOKE ALL ON live_parcels FROM PUBLIC;
GRANT SELECT ON live_parcels TO parcel_line_app, parcel_line_system, parcel_line_backup;

-- References ==========================================================================================================

ALTER TABLE clerks
  ADD CONSTRAINT clerks_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers (id) ON DELETE RESTRICT;

ALTER TABLE depots
  ADD CONSTRAINT depots_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers (id) ON DELETE RESTRICT;

ALTER TABLE parcels
  ADD CONSTRAINT parcels_carrier_id_fkey               FOREIGN KEY (carrier_id)                REFERENCES carriers (id)           ON DELETE RESTRICT,
  ADD CONSTRAINT parcels_carrier_id_depot_id_fkey      FOREIGN KEY (carrier_id, depot_id)      REFERENCES depots (carrier_id, id) ON DELETE SET NULL (depot_id),
  ADD CONSTRAINT parcels_carrier_id_registered_by_fkey FOREIGN KEY (carrier_id, registered_by) REFERENCES clerks (carrier_id, id) ON DELETE RESTRICT;

-- Looked up before the tenant is known ================================================================================

-- With the rights of parcel_line_system, whoever calls:
SET ROLE parcel_line_system;

CREATE FUNCTION stowage.find_clerks_by_email(wanted text) RETURNS TABLE(tenant_id uuid, ref_id character)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $body$
  SELECT found."carrier_id", found."ref_id"
  FROM public."clerks" AS found
  WHERE found."email" = $1 COLLATE pg_catalog."default" AND found."deleted_on" IS NULL
$body$;
COMMENT ON FUNCTION stowage.find_clerks_by_email(text) IS 'Finds the live rows of clerks by email before the tenant is known.';
REVOKE ALL ON FUNCTION stowage.find_clerks_by_email(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.find_clerks_by_email(text) TO parcel_line_app, parcel_line_system;

SET ROLE parcel_line_owner;

REVOKE CREATE ON SCHEMA stowage FROM parcel_line_system;
RESET ROLE;
RESET standard_conforming_strings;
RESET search_path;
