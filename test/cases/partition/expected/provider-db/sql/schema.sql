-- toll-road: Passages under gates by the million.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by a superuser or
-- by any role that may create roles and owns the database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: roles and schemas, functions; the tables by subject; references.
--   Tolls  gates, operators, passages

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Roles ===============================================================================================================

-- toll_road_owner: Owns every table and function; nobody signs in as it.
-- toll_road_app: What the application works as: it sees the rows of one tenant at a time.
-- toll_road_system: What jobs for all tenants take on: it sees every row.
-- toll_road_backup: What pg_dump works as: it reads every row and writes none.

DO $roles$
DECLARE
  wanted record;
  found record;
  is_16 constant boolean := current_setting('server_version_num')::integer >= 160000;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stowage: roles', 0));
  FOR wanted IN
    SELECT * FROM (VALUES
      ('toll_road_owner', false, true),
      ('toll_road_app', false, false),
      ('toll_road_system', false, false),
      ('toll_road_backup', true, false)
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
    FROM unnest(ARRAY['toll_road_app', 'toll_road_system', 'toll_road_backup']) AS member,
      unnest(ARRAY['toll_road_owner', 'toll_road_app', 'toll_road_system', 'toll_road_backup']) AS held
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
GRANT USAGE, CREATE ON SCHEMA public TO toll_road_owner;
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
  WHERE NOT role.rolsuper AND role.rolname NOT IN (current_user, 'toll_road_owner')
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = made.catalog AND objid = made.id AND deptype = 'e');
  IF planted IS NOT NULL THEN
    RAISE EXCEPTION 'the schema public holds what somebody else has made: %', planted
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'The tables that are made here would take it for PostgreSQL''s own. Drop it, or begin with an empty database.';
  END IF;
END
$public$;
GRANT USAGE ON SCHEMA public TO toll_road_app, toll_road_system, toll_road_backup;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage AUTHORIZATION toll_road_owner;

SET search_path = public;
SET ROLE toll_road_owner;
GRANT USAGE ON SCHEMA stowage TO toll_road_app, toll_road_system, toll_road_backup;

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
REVOKE ALL ON FUNCTION stowage.refuse_append_only_change() FROM PUBLIC;

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

CREATE FUNCTION stowage.ensure_partitions(months integer DEFAULT 3) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
DECLARE
  parent pg_catalog.record;
  guard pg_catalog.record;
  month integer;
  begins timestamp without time zone;
  name pg_catalog.text;
  bounds pg_catalog.text;
BEGIN
  IF months IS NULL OR months NOT BETWEEN -600 AND 120 THEN
    RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = 'months is a number from -600 to 120';
  END IF;
  -- One at a time: of two that find a month missing, the second would fail.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('stowage.ensure_partitions', 0));
  FOR parent IN
    SELECT listed.table_name, listed.stem, class.oid, class.relrowsecurity, class.relforcerowsecurity
    FROM (VALUES
      ('passages', 'passages')
    ) AS listed (table_name, stem)
    JOIN pg_catalog.pg_class AS class
      ON class.relname = listed.table_name AND class.relnamespace = 'public'::pg_catalog.regnamespace
  LOOP
    -- One more than asked for stands for the partition of all that belongs to no month that has one.
    FOR month IN least(months, 0) .. greatest(months, 0) + 1 LOOP
      IF month > greatest(months, 0) THEN
        name := parent.stem || '_default';
        bounds := 'DEFAULT';
      ELSE
        begins := pg_catalog.date_trunc('month', pg_catalog.now() AT TIME ZONE 'UTC') + pg_catalog.make_interval(months => month);
        name := parent.stem || pg_catalog.to_char(begins, '"_"YYYY"_"MM');
        bounds := pg_catalog.format('FOR VALUES FROM (%L) TO (%L)',
          pg_catalog.to_char(begins, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          pg_catalog.to_char(begins + pg_catalog.make_interval(months => 1), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'));
      END IF;
      CONTINUE WHEN EXISTS (
        SELECT FROM pg_catalog.pg_inherits AS inherits
        JOIN pg_catalog.pg_class AS class ON class.oid = inherits.inhrelid
        WHERE inherits.inhparent = parent.oid AND class.relname = name
      );
      BEGIN
        EXECUTE pg_catalog.format('CREATE TABLE stowage.%I PARTITION OF public.%I %s', name, parent.table_name, bounds);
      EXCEPTION WHEN check_violation THEN
        -- No reason to go without the other months and tables: one row would keep them all waiting.
        RAISE WARNING USING
          ERRCODE = 'object_not_in_prerequisite_state',
          MESSAGE = pg_catalog.format('%s has no partition for %s: rows of that month lie in its default partition',
            parent.table_name, pg_catalog.to_char(begins, 'YYYY-MM')),
          DETAIL = 'They were added while that month had no partition, and a partition cannot be made around them. More of them go there.',
          HINT = 'In one transaction with session_replication_role = replica: detach the default partition and rename it, call this function, insert its rows into the table, and drop it.',
          SCHEMA = 'public',
          TABLE = parent.table_name;
        CONTINUE;
      END;
      -- What guards the parent does not guard who goes to the partition itself.
      IF parent.relrowsecurity THEN
        EXECUTE pg_catalog.format('ALTER TABLE stowage.%I ENABLE ROW LEVEL SECURITY', name);
      END IF;
      IF parent.relforcerowsecurity THEN
        EXECUTE pg_catalog.format('ALTER TABLE stowage.%I FORCE ROW LEVEL SECURITY', name);
      END IF;
      EXECUTE pg_catalog.format('REVOKE ALL ON stowage.%I FROM PUBLIC', name);
      EXECUTE pg_catalog.format('GRANT SELECT ON stowage.%I TO %I', name, 'toll_road_backup');
      -- Triggers on rows come with the partition, those on TRUNCATE do not.
      FOR guard IN
        SELECT trigger.tgname, trigger.tgenabled, function.proname
        FROM pg_catalog.pg_trigger AS trigger JOIN pg_catalog.pg_proc AS function ON function.oid = trigger.tgfoid
        WHERE trigger.tgrelid = parent.oid AND NOT trigger.tgisinternal AND trigger.tgtype & 32 <> 0
          AND function.pronamespace = 'stowage'::pg_catalog.regnamespace
      LOOP
        EXECUTE pg_catalog.format('CREATE TRIGGER %I BEFORE TRUNCATE ON stowage.%I FOR EACH STATEMENT EXECUTE FUNCTION stowage.%I(%L)',
          guard.tgname, name, guard.proname, parent.table_name);
        IF guard.tgenabled = 'A' THEN
          EXECUTE pg_catalog.format('ALTER TABLE stowage.%I ENABLE ALWAYS TRIGGER %I', name, guard.tgname);
        END IF;
      END LOOP;
    END LOOP;
  END LOOP;
END
$body$;
COMMENT ON FUNCTION stowage.ensure_partitions(integer) IS 'Makes the partitions of this month and of the given number of months to come, or before it where that is negative, where they are missing.';
REVOKE ALL ON FUNCTION stowage.ensure_partitions(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.ensure_partitions(integer) TO toll_road_system;

-- Tolls ===============================================================================================================

-- Gates and who passed them.

-- gates ---------------------------------------------------------------------------------------------------------------
-- A gate over a road.
-- In PostgreSQL: joined with passages

CREATE TABLE gates (
  id          uuid                 NOT NULL,
  ref_id      char(26) COLLATE "C" NOT NULL
    CONSTRAINT gates_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  operator_id uuid                 NOT NULL,
  kilometre   numeric(7,3)         NOT NULL
    CONSTRAINT gates_kilometre_check CHECK (kilometre >= 0),
  created_on  timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on  timestamptz(3)       NOT NULL DEFAULT now(),
  revision    integer              NOT NULL DEFAULT 0,

  CONSTRAINT gates_pkey PRIMARY KEY (id),
  CONSTRAINT gates_ref_id_key UNIQUE (ref_id),
  CONSTRAINT gates_operator_id_id_key UNIQUE (operator_id, id)
);

COMMENT ON TABLE gates IS 'A gate over a road.';
COMMENT ON COLUMN gates.operator_id IS 'The tenant it belongs to.';
COMMENT ON COLUMN gates.kilometre   IS 'Where it stands.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON gates FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON gates FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.operator_id IS DISTINCT FROM NEW.operator_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('gates', 'id', 'ref_id', 'operator_id', 'created_on');

ALTER TABLE gates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON gates FOR ALL
  TO toll_road_app
  USING (operator_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (operator_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON gates FOR ALL
  TO toll_road_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON gates FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON gates TO toll_road_app, toll_road_system;
GRANT SELECT ON gates TO toll_road_backup;

-- operators -----------------------------------------------------------------------------------------------------------
-- A company that runs a road.
-- In PostgreSQL: the tenant itself
-- The tenants themselves: each sees itself.

CREATE TABLE operators (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT operators_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name       varchar(100)         NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT operators_pkey PRIMARY KEY (id),
  CONSTRAINT operators_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE operators IS 'A company that runs a road.';
COMMENT ON COLUMN operators.name IS 'What it is called.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON operators FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON operators FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('operators', 'id', 'ref_id', 'created_on');

ALTER TABLE operators ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees itself.
CREATE POLICY own_tenant ON operators FOR SELECT
  TO toll_road_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes itself.
CREATE POLICY own_tenant_update ON operators FOR UPDATE
  TO toll_road_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON operators FOR ALL
  TO toll_road_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON operators FROM PUBLIC;
GRANT SELECT, UPDATE ON operators TO toll_road_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON operators TO toll_road_system;
GRANT SELECT ON operators TO toll_road_backup;

-- passages ------------------------------------------------------------------------------------------------------------
-- A vehicle under a gate.
-- In PostgreSQL: summed by month for the bills
-- Append-only: rows are added, never changed or removed.
-- Partitioned by month (UTC): stowage.ensure_partitions() makes the months to come.

CREATE TABLE passages (
  id          uuid                 NOT NULL,
  ref_id      char(26) COLLATE "C" NOT NULL
    CONSTRAINT passages_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  operator_id uuid                 NOT NULL,
  gate_id     uuid                 NOT NULL,
  plate       varchar(12)          NOT NULL,
  cents       integer              NOT NULL
    CONSTRAINT passages_cents_check CHECK (cents >= 0),
  created_on  timestamptz(3)       NOT NULL DEFAULT now(),

  CONSTRAINT passages_pkey PRIMARY KEY (id, created_on)
) PARTITION BY RANGE (created_on);

COMMENT ON TABLE passages IS 'A vehicle under a gate.';
COMMENT ON COLUMN passages.operator_id IS 'The tenant it belongs to.';
COMMENT ON COLUMN passages.gate_id     IS 'Which gate.';
COMMENT ON COLUMN passages.plate       IS 'As the camera read it.';
COMMENT ON COLUMN passages.cents       IS 'What it costs.';

CREATE INDEX passages_ref_id_idx ON passages (ref_id);
CREATE INDEX passages_operator_id_gate_id_created_on_idx ON passages (operator_id, gate_id, created_on DESC);
CREATE INDEX passages_operator_id_created_on_idx ON passages (operator_id, created_on DESC);

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON passages FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('passages');
ALTER TABLE passages ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON passages FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('passages');
ALTER TABLE passages ENABLE ALWAYS TRIGGER append_only_truncate;

ALTER TABLE passages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON passages FOR ALL
  TO toll_road_app
  USING (operator_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (operator_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON passages FOR ALL
  TO toll_road_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON passages FROM PUBLIC;
GRANT SELECT, INSERT ON passages TO toll_road_app, toll_road_system;
GRANT SELECT ON passages TO toll_road_backup;

-- References ==========================================================================================================

ALTER TABLE gates
  ADD CONSTRAINT gates_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operators (id) ON DELETE RESTRICT;

ALTER TABLE passages
  ADD CONSTRAINT passages_operator_id_fkey         FOREIGN KEY (operator_id)          REFERENCES operators (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT passages_operator_id_gate_id_fkey FOREIGN KEY (operator_id, gate_id) REFERENCES gates (operator_id, id) ON DELETE RESTRICT;

-- At the end ==========================================================================================================

SELECT stowage.ensure_partitions();

RESET ROLE;
RESET standard_conforming_strings;
RESET search_path;
