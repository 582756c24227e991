-- playhouse: Theatres that keep what was done, and bring their history with them.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by a superuser or
-- by any role that may create roles and owns the database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: roles and schemas, functions, what Stowage keeps; the tables by subject; references.
--   Stage  genres, performances, people, productions, seat_plans, theatres, ticket_sales

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Roles ===============================================================================================================

-- playhouse_owner: Owns every table and function; nobody signs in as it.
-- playhouse_app: What the application works as: it sees the rows of one tenant at a time.
-- playhouse_system: What jobs for all tenants take on: it sees every row.
-- playhouse_loader: What loads historic rows: it adds the rows of one tenant at a time, with the states and times they
-- had.
-- playhouse_backup: What pg_dump works as: it reads every row and writes none.

DO $roles$
DECLARE
  wanted record;
  found record;
  is_16 constant boolean := current_setting('server_version_num')::integer >= 160000;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stowage: roles', 0));
  FOR wanted IN
    SELECT * FROM (VALUES
      ('playhouse_owner', false, true),
      ('playhouse_app', false, false),
      ('playhouse_system', false, true),
      ('playhouse_loader', false, false),
      ('playhouse_backup', true, false)
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
    FROM unnest(ARRAY['playhouse_app', 'playhouse_system', 'playhouse_loader', 'playhouse_backup']) AS member,
      unnest(ARRAY['playhouse_owner', 'playhouse_app', 'playhouse_system', 'playhouse_loader', 'playhouse_backup']) AS held
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
GRANT USAGE, CREATE ON SCHEMA public TO playhouse_owner;
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
  WHERE NOT role.rolsuper AND role.rolname NOT IN (current_user, 'playhouse_owner')
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = made.catalog AND objid = made.id AND deptype = 'e');
  IF planted IS NOT NULL THEN
    RAISE EXCEPTION 'the schema public holds what somebody else has made: %', planted
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'The tables that are made here would take it for PostgreSQL''s own. Drop it, or begin with an empty database.';
  END IF;
END
$public$;
GRANT USAGE ON SCHEMA public TO playhouse_app, playhouse_system, playhouse_loader, playhouse_backup;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage AUTHORIZATION playhouse_owner;

SET search_path = public;
SET ROLE playhouse_owner;
GRANT USAGE ON SCHEMA stowage TO playhouse_app, playhouse_system, playhouse_loader, playhouse_backup;
GRANT CREATE ON SCHEMA stowage TO playhouse_system;

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

CREATE FUNCTION stowage.check_move_of_state() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $body$
BEGIN
  IF NOT EXISTS (
    SELECT FROM stowage.lifecycle_moves AS move
    WHERE move.table_name = TG_ARGV[0] AND move.from_state = OLD."state" AND move.to_state = NEW."state"
  ) THEN
    RAISE EXCEPTION USING
      ERRCODE = 'check_violation',
      MESSAGE = pg_catalog.format('%s cannot go from %L to %L', TG_ARGV[0], OLD."state", NEW."state"),
      DETAIL = (SELECT coalesce('From there it may go to ' || pg_catalog.string_agg(move.to_state, ', ' ORDER BY move.to_state), 'That state is final') || '.'
        FROM stowage.lifecycle_moves AS move
        WHERE move.table_name = TG_ARGV[0] AND move.from_state = OLD."state"),
      SCHEMA = 'public',
      TABLE = TG_ARGV[0],
      COLUMN = TG_ARGV[1],
      CONSTRAINT = 'lifecycle_move';
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.check_move_of_state() IS 'Refuses a move that the life cycle of the table does not know.';
REVOKE ALL ON FUNCTION stowage.check_move_of_state() FROM PUBLIC;

CREATE FUNCTION stowage.refuse_start() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $body$
BEGIN
  RAISE EXCEPTION USING
    ERRCODE = 'check_violation',
    MESSAGE = pg_catalog.format('a new row of %s begins with %s %L, not with %L',
      TG_ARGV[0], TG_ARGV[1], TG_ARGV[2], pg_catalog.to_jsonb(NEW) ->> TG_ARGV[1]),
    HINT = 'Add it in its first state and move it on from there.',
    SCHEMA = 'public',
    TABLE = TG_ARGV[0],
    COLUMN = TG_ARGV[1],
    CONSTRAINT = 'lifecycle_start';
END
$body$;
COMMENT ON FUNCTION stowage.refuse_start() IS 'Refuses a new row that does not begin where its life cycle does.';
REVOKE ALL ON FUNCTION stowage.refuse_start() FROM PUBLIC;

CREATE FUNCTION stowage.record_move() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
DECLARE
  was pg_catalog.jsonb := pg_catalog.to_jsonb(OLD);
  is_now pg_catalog.jsonb := pg_catalog.to_jsonb(NEW);
  event pg_catalog.uuid := pg_catalog.gen_random_uuid();
BEGIN
  INSERT INTO stowage.outbox (id, tenant_id, topic, dedupe_key, payload)
  VALUES (
    event,
    (is_now ->> TG_ARGV[3])::pg_catalog.uuid,
    'lifecycle.move',
    -- Of nothing that is in the row: after a restore it may come to the same state once more.
    event::pg_catalog.text,
    pg_catalog.jsonb_build_object(
      'entity', TG_ARGV[2],
      'table', TG_ARGV[0],
      'ref_id', is_now -> TG_ARGV[4],
      'field', TG_ARGV[1],
      'from', was -> TG_ARGV[1],
      'to', is_now -> TG_ARGV[1],
      'actor', nullif(pg_catalog.current_setting('app.actor', true), '')::pg_catalog.jsonb,
      'user_id', is_now -> TG_ARGV[5]
    )
  );
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.record_move() IS 'Writes a move of a life cycle to the outbox, in the same transaction.';
REVOKE ALL ON FUNCTION stowage.record_move() FROM PUBLIC;

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
GRANT EXECUTE ON FUNCTION stowage.refuse_reference(text, text, text, text, text) TO playhouse_system;

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
      ('ticket_sales', 'ticket_sales')
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
      EXECUTE pg_catalog.format('GRANT SELECT ON stowage.%I TO %I', name, 'playhouse_backup');
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
GRANT EXECUTE ON FUNCTION stowage.ensure_partitions(integer) TO playhouse_system;

-- Kept by Stowage =====================================================================================================

-- stowage.lifecycle_moves ---------------------------------------------------------------------------------------------
-- The legal moves of every life cycle; the triggers `lifecycle_move` refuse any other.

CREATE TABLE stowage.lifecycle_moves (
  table_name text COLLATE "C" NOT NULL,
  from_state text COLLATE "C" NOT NULL,
  to_state   text COLLATE "C" NOT NULL,

  CONSTRAINT lifecycle_moves_pkey PRIMARY KEY (table_name, from_state, to_state)
);

COMMENT ON TABLE stowage.lifecycle_moves IS 'The legal moves of every life cycle; the triggers `lifecycle_move` refuse any other.';
COMMENT ON COLUMN stowage.lifecycle_moves.table_name IS 'Whose rows move.';
COMMENT ON COLUMN stowage.lifecycle_moves.from_state IS 'Where a row stands.';
COMMENT ON COLUMN stowage.lifecycle_moves.to_state   IS 'Where it may go from there.';

INSERT INTO stowage.lifecycle_moves (table_name, from_state, to_state) VALUES
  ('genres',       'proposed',   'used'),
  ('genres',       'used',       'retired'),
  ('performances', 'announced',  'played'),
  ('performances', 'announced',  'cancelled'),
  ('productions',  'planned',    'rehearsing'),
  ('productions',  'rehearsing', 'running'),
  ('productions',  'rehearsing', 'closed'),
  ('productions',  'running',    'closed'),
  ('theatres',     'open',       'closed');

REVOKE ALL ON stowage.lifecycle_moves FROM PUBLIC;
GRANT SELECT ON stowage.lifecycle_moves TO playhouse_app, playhouse_system, playhouse_loader, playhouse_backup;

-- stowage.outbox ------------------------------------------------------------------------------------------------------
-- What has happened and is still to be told elsewhere: every move of a life cycle, written by its trigger.
-- Delivered at least once: `dedupe_key` tells a second time from another event.

CREATE TABLE stowage.outbox (
  id           uuid             NOT NULL DEFAULT gen_random_uuid(),
  "position"   bigint           NOT NULL GENERATED ALWAYS AS IDENTITY,
  tenant_id    uuid,
  topic        text COLLATE "C" NOT NULL,
  dedupe_key   text COLLATE "C" NOT NULL,
  payload      jsonb            NOT NULL
    CONSTRAINT outbox_payload_check CHECK (jsonb_typeof(payload) = 'object'),
  created_on   timestamptz(3)   NOT NULL DEFAULT now(),
  delivered_on timestamptz(3),
  attempts     integer          NOT NULL DEFAULT 0,
  last_error   text,

  CONSTRAINT outbox_pkey PRIMARY KEY (id),
  CONSTRAINT outbox_dedupe_key_key UNIQUE (dedupe_key)
);

COMMENT ON TABLE stowage.outbox IS 'What has happened and is still to be told elsewhere: every move of a life cycle, written by its trigger.';
COMMENT ON COLUMN stowage.outbox.id           IS 'Which one it is.';
COMMENT ON COLUMN stowage.outbox."position"   IS 'The order in which they were written; transactions may commit in another.';
COMMENT ON COLUMN stowage.outbox.tenant_id    IS 'Of whom it tells; empty for what belongs to no tenant.';
COMMENT ON COLUMN stowage.outbox.topic        IS 'What it is about: `lifecycle.move`.';
COMMENT ON COLUMN stowage.outbox.dedupe_key   IS 'The same for the same event, however often it is told.';
COMMENT ON COLUMN stowage.outbox.payload      IS 'What has happened, to what, and who did it.';
COMMENT ON COLUMN stowage.outbox.created_on   IS 'When the transaction began.';
COMMENT ON COLUMN stowage.outbox.delivered_on IS 'When it was told.';
COMMENT ON COLUMN stowage.outbox.attempts     IS 'How often that was tried.';
COMMENT ON COLUMN stowage.outbox.last_error   IS 'Why it did not work, the last time.';

-- What is still to be told.
CREATE INDEX outbox_position_idx ON stowage.outbox ("position") WHERE delivered_on IS NULL;

ALTER TABLE stowage.outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- The function of the triggers runs as the owner, and adds rows.
CREATE POLICY record_move ON stowage.outbox FOR INSERT
  TO playhouse_owner
  WITH CHECK (true);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.outbox FOR ALL
  TO playhouse_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.outbox FROM PUBLIC;
GRANT SELECT, UPDATE, DELETE ON stowage.outbox TO playhouse_system;
GRANT SELECT ON stowage.outbox TO playhouse_backup;
REVOKE ALL ON SEQUENCE stowage.outbox_position_seq FROM PUBLIC;
GRANT SELECT ON SEQUENCE stowage.outbox_position_seq TO playhouse_backup;

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

ALTER TABLE stowage.storage_intents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON stowage.storage_intents FOR ALL
  TO playhouse_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.storage_intents FOR ALL
  TO playhouse_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.storage_intents FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON stowage.storage_intents TO playhouse_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.storage_intents TO playhouse_system;
GRANT SELECT ON stowage.storage_intents TO playhouse_backup;

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

ALTER TABLE stowage.stored_objects ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON stowage.stored_objects FOR ALL
  TO playhouse_app, playhouse_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.stored_objects FOR ALL
  TO playhouse_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.stored_objects FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.stored_objects TO playhouse_app, playhouse_system;
GRANT SELECT, INSERT ON stowage.stored_objects TO playhouse_loader;
GRANT SELECT ON stowage.stored_objects TO playhouse_backup;

-- Stage ===============================================================================================================

-- What is played, for whom, and what is left of it.

-- genres --------------------------------------------------------------------------------------------------------------
-- A kind of play; some are known to all houses.
-- Shared: a row without a tenant is seen by all of them and written by none.
-- Life cycle of state, from proposed: proposed -> used; used -> retired.

CREATE TABLE genres (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT genres_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  theatre_id uuid,
  name       varchar(60)          NOT NULL,
  state      text COLLATE "C"     NOT NULL DEFAULT 'proposed'
    CONSTRAINT genres_state_check CHECK (state IN ('proposed', 'used', 'retired')),
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by uuid
    CONSTRAINT genres_updated_by_check CHECK (theatre_id IS NOT NULL OR updated_by IS NULL),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT genres_pkey PRIMARY KEY (id),
  CONSTRAINT genres_ref_id_key UNIQUE (ref_id),
  CONSTRAINT genres_theatre_id_id_key UNIQUE NULLS NOT DISTINCT (theatre_id, id),
  CONSTRAINT genres_theatre_id_name_key UNIQUE NULLS NOT DISTINCT (theatre_id, name)
);

COMMENT ON TABLE genres IS 'A kind of play; some are known to all houses.';
COMMENT ON COLUMN genres.theatre_id IS 'The tenant it belongs to; none where it is shared by all.';
COMMENT ON COLUMN genres.name       IS 'What it is called.';
COMMENT ON COLUMN genres.state      IS 'Whether it is in use.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON genres FOR EACH ROW
  WHEN (CURRENT_USER <> 'playhouse_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON genres FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.theatre_id IS DISTINCT FROM NEW.theatre_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('genres', 'id', 'ref_id', 'theatre_id', 'created_on');
-- A new row begins as proposed.
CREATE TRIGGER lifecycle_start AFTER INSERT ON genres FOR EACH ROW
  WHEN (NEW.state <> 'proposed' AND CURRENT_USER <> 'playhouse_loader')
  EXECUTE FUNCTION stowage.refuse_start('genres', 'state', 'proposed');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON genres FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.check_move_of_state('genres', 'state');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON genres FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.record_move('genres', 'state', 'Genre', 'theatre_id', 'ref_id', 'updated_by');

ALTER TABLE genres ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees its own rows and those that are shared by all.
CREATE POLICY own_or_shared_rows ON genres FOR SELECT
  TO playhouse_app, playhouse_loader
  USING (theatre_id IS NULL OR theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It adds rows of its own.
CREATE POLICY own_rows_insert ON genres FOR INSERT
  TO playhouse_app, playhouse_loader
  WITH CHECK (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes its own.
CREATE POLICY own_rows_update ON genres FOR UPDATE
  TO playhouse_app
  USING (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It removes its own.
CREATE POLICY own_rows_delete ON genres FOR DELETE
  TO playhouse_app
  USING (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON genres FOR ALL
  TO playhouse_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON genres FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON genres TO playhouse_app, playhouse_system;
GRANT SELECT, INSERT ON genres TO playhouse_loader;
GRANT SELECT ON genres TO playhouse_backup;

-- performances --------------------------------------------------------------------------------------------------------
-- One evening; nobody changes it but by its state.
-- Life cycle of state, from announced: announced -> played | cancelled.

CREATE TABLE performances (
  id            uuid                 NOT NULL,
  ref_id        char(26) COLLATE "C" NOT NULL
    CONSTRAINT performances_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  theatre_id    uuid                 NOT NULL,
  production_id uuid                 NOT NULL,
  state         text COLLATE "C"     NOT NULL DEFAULT 'announced'
    CONSTRAINT performances_state_check CHECK (state IN ('announced', 'played', 'cancelled')),
  created_on    timestamptz(3)       NOT NULL DEFAULT now(),

  CONSTRAINT performances_pkey PRIMARY KEY (id),
  CONSTRAINT performances_ref_id_key UNIQUE (ref_id),
  CONSTRAINT performances_theatre_id_id_key UNIQUE (theatre_id, id)
);

COMMENT ON TABLE performances IS 'One evening; nobody changes it but by its state.';
COMMENT ON COLUMN performances.theatre_id    IS 'The tenant it belongs to.';
COMMENT ON COLUMN performances.production_id IS 'What is played.';
COMMENT ON COLUMN performances.state         IS 'What became of it.';

CREATE INDEX performances_theatre_id_production_id_idx ON performances (theatre_id, production_id);

-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON performances FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.theatre_id IS DISTINCT FROM NEW.theatre_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('performances', 'id', 'ref_id', 'theatre_id', 'created_on');
-- A new row begins as announced.
CREATE TRIGGER lifecycle_start AFTER INSERT ON performances FOR EACH ROW
  WHEN (NEW.state <> 'announced' AND CURRENT_USER <> 'playhouse_loader')
  EXECUTE FUNCTION stowage.refuse_start('performances', 'state', 'announced');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON performances FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.check_move_of_state('performances', 'state');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON performances FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.record_move('performances', 'state', 'Performance', 'theatre_id', 'ref_id', '');

ALTER TABLE performances ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON performances FOR ALL
  TO playhouse_app, playhouse_loader
  USING (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON performances FOR ALL
  TO playhouse_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON performances FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON performances TO playhouse_app, playhouse_system;
GRANT SELECT, INSERT ON performances TO playhouse_loader;
GRANT SELECT ON performances TO playhouse_backup;

-- people --------------------------------------------------------------------------------------------------------------
-- Who works there.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE people (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT people_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  theatre_id uuid                 NOT NULL,
  name       varchar(120)         NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by uuid,
  revision   integer              NOT NULL DEFAULT 0,
  deleted_on timestamptz(3),

  CONSTRAINT people_pkey PRIMARY KEY (id),
  CONSTRAINT people_ref_id_key UNIQUE (ref_id),
  CONSTRAINT people_theatre_id_id_key UNIQUE (theatre_id, id)
);

COMMENT ON TABLE people IS 'Who works there.';
COMMENT ON COLUMN people.theatre_id IS 'The tenant it belongs to.';
COMMENT ON COLUMN people.name       IS 'Name on the programme.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON people FOR EACH ROW
  WHEN (CURRENT_USER <> 'playhouse_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON people FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.theatre_id IS DISTINCT FROM NEW.theatre_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('people', 'id', 'ref_id', 'theatre_id', 'created_on');

ALTER TABLE people ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON people FOR ALL
  TO playhouse_app, playhouse_loader
  USING (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON people FOR ALL
  TO playhouse_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON people FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON people TO playhouse_app, playhouse_system;
GRANT SELECT, INSERT ON people TO playhouse_loader;
GRANT SELECT ON people TO playhouse_backup;

-- The rows of people that are not deleted.
CREATE VIEW live_people WITH (security_invoker = true) AS
  SELECT id, ref_id, theatre_id, name, created_on, updated_on, updated_by, revision, deleted_on
  FROM people
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_people IS 'The rows of people that are not deleted.';
REVOKE ALL ON live_people FROM PUBLIC;
GRANT SELECT ON live_people TO playhouse_app, playhouse_system, playhouse_loader, playhouse_backup;

-- productions ---------------------------------------------------------------------------------------------------------
-- A play as one house stages it.
-- More of each record: objects in S3.
-- Life cycle of state, from planned: planned -> rehearsing; rehearsing -> running | closed; running -> closed.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE productions (
  id            uuid                 NOT NULL,
  ref_id        char(26) COLLATE "C" NOT NULL
    CONSTRAINT productions_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  theatre_id    uuid                 NOT NULL,
  title         varchar(200)         NOT NULL,
  genre_id      uuid                 NOT NULL,
  state         text COLLATE "C"     NOT NULL DEFAULT 'planned'
    CONSTRAINT productions_state_check CHECK (state IN ('planned', 'rehearsing', 'running', 'closed')),
  poster_s3_key text,
  poster_digest varchar(64),
  poster_bytes  bigint,
  created_on    timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on    timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by    uuid,
  revision      integer              NOT NULL DEFAULT 0,
  deleted_on    timestamptz(3),

  CONSTRAINT productions_pkey PRIMARY KEY (id),
  CONSTRAINT productions_ref_id_key UNIQUE (ref_id),
  CONSTRAINT productions_theatre_id_id_key UNIQUE (theatre_id, id)
);

COMMENT ON TABLE productions IS 'A play as one house stages it.';
COMMENT ON COLUMN productions.theatre_id    IS 'The tenant it belongs to.';
COMMENT ON COLUMN productions.title         IS 'Title on the poster.';
COMMENT ON COLUMN productions.genre_id      IS 'What kind of play it is.';
COMMENT ON COLUMN productions.state         IS 'How far it is.';
COMMENT ON COLUMN productions.poster_s3_key IS 'Where the poster lies.';
COMMENT ON COLUMN productions.poster_digest IS 'Digest of the poster.';
COMMENT ON COLUMN productions.poster_bytes  IS 'How large the poster is.';

CREATE INDEX productions_theatre_id_genre_id_idx ON productions (theatre_id, genre_id);

-- With the rights of playhouse_system, whoever calls:
SET ROLE playhouse_system;

CREATE FUNCTION stowage.productions_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF NEW."genre_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."genres" AS target
    WHERE target."id" = NEW."genre_id" AND (target."theatre_id" IS NULL OR target."theatre_id" = NEW."theatre_id")
  ) THEN
    PERFORM stowage.refuse_reference('productions', 'genre_id', 'genres', 'productions_genre_id_fkey', 'not there for this tenant');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.productions_check_references() IS 'Refuses a row of productions that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.productions_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.productions_check_references() TO playhouse_owner;

SET ROLE playhouse_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON productions FOR EACH ROW
  WHEN (CURRENT_USER <> 'playhouse_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON productions FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.theatre_id IS DISTINCT FROM NEW.theatre_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('productions', 'id', 'ref_id', 'theatre_id', 'created_on');
-- A new row begins as planned.
CREATE TRIGGER lifecycle_start AFTER INSERT ON productions FOR EACH ROW
  WHEN (NEW.state <> 'planned' AND CURRENT_USER <> 'playhouse_loader')
  EXECUTE FUNCTION stowage.refuse_start('productions', 'state', 'planned');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON productions FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.check_move_of_state('productions', 'state');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON productions FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.record_move('productions', 'state', 'Production', 'theatre_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON productions FOR EACH ROW
  EXECUTE FUNCTION stowage.productions_check_references();
-- So it stays.
CREATE TRIGGER references_on_update AFTER UPDATE ON productions FOR EACH ROW
  WHEN (OLD.genre_id IS DISTINCT FROM NEW.genre_id)
  EXECUTE FUNCTION stowage.productions_check_references();

ALTER TABLE productions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON productions FOR ALL
  TO playhouse_app, playhouse_loader
  USING (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON productions FOR ALL
  TO playhouse_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON productions FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON productions TO playhouse_app, playhouse_system;
GRANT SELECT, INSERT ON productions TO playhouse_loader;
GRANT SELECT ON productions TO playhouse_backup;

-- The rows of productions that are not deleted.
CREATE VIEW live_productions WITH (security_invoker = true) AS
  SELECT id, ref_id, theatre_id, title, genre_id, state, poster_s3_key, poster_digest, poster_bytes, created_on,
    updated_on, updated_by, revision, deleted_on
  FROM productions
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_productions IS 'The rows of productions that are not deleted.';
REVOKE ALL ON live_productions FROM PUBLIC;
GRANT SELECT ON live_productions TO playhouse_app, playhouse_system, playhouse_loader, playhouse_backup;

-- seat_plans ----------------------------------------------------------------------------------------------------------
-- A plan that any house may build.
-- Belongs to no tenant: all see it, none writes it.

CREATE TABLE seat_plans (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT seat_plans_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name       varchar(60)          NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),

  CONSTRAINT seat_plans_pkey PRIMARY KEY (id),
  CONSTRAINT seat_plans_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE seat_plans IS 'A plan that any house may build.';
COMMENT ON COLUMN seat_plans.name IS 'What the builder calls it.';

-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON seat_plans FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('seat_plans', 'id', 'ref_id', 'created_on');

REVOKE ALL ON seat_plans FROM PUBLIC;
GRANT SELECT ON seat_plans TO playhouse_app, playhouse_loader, playhouse_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON seat_plans TO playhouse_system;

-- theatres ------------------------------------------------------------------------------------------------------------
-- One house; everything else belongs to exactly one.
-- The tenants themselves: each sees itself.
-- Life cycle of state, from open: open -> closed.

CREATE TABLE theatres (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT theatres_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name       varchar(120)         NOT NULL,
  state      text COLLATE "C"     NOT NULL DEFAULT 'open'
    CONSTRAINT theatres_state_check CHECK (state IN ('open', 'closed')),
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by uuid,
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT theatres_pkey PRIMARY KEY (id),
  CONSTRAINT theatres_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE theatres IS 'One house; everything else belongs to exactly one.';
COMMENT ON COLUMN theatres.name  IS 'What is written over the door.';
COMMENT ON COLUMN theatres.state IS 'Whether it plays.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON theatres FOR EACH ROW
  WHEN (CURRENT_USER <> 'playhouse_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON theatres FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('theatres', 'id', 'ref_id', 'created_on');
-- A new row begins as open.
CREATE TRIGGER lifecycle_start AFTER INSERT ON theatres FOR EACH ROW
  WHEN (NEW.state <> 'open' AND CURRENT_USER <> 'playhouse_loader')
  EXECUTE FUNCTION stowage.refuse_start('theatres', 'state', 'open');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON theatres FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.check_move_of_state('theatres', 'state');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON theatres FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.record_move('theatres', 'state', 'Theatre', 'id', 'ref_id', 'updated_by');

ALTER TABLE theatres ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees itself.
CREATE POLICY own_tenant ON theatres FOR SELECT
  TO playhouse_app, playhouse_loader
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes itself.
CREATE POLICY own_tenant_update ON theatres FOR UPDATE
  TO playhouse_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It is loaded as itself.
CREATE POLICY own_tenant_insert ON theatres FOR INSERT
  TO playhouse_loader
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON theatres FOR ALL
  TO playhouse_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON theatres FROM PUBLIC;
GRANT SELECT, UPDATE ON theatres TO playhouse_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON theatres TO playhouse_system;
GRANT SELECT, INSERT ON theatres TO playhouse_loader;
GRANT SELECT ON theatres TO playhouse_backup;

-- ticket_sales --------------------------------------------------------------------------------------------------------
-- A ticket that was sold.
-- Append-only: rows are added, never changed or removed.
-- Partitioned by month (UTC): stowage.ensure_partitions() makes the months to come.

CREATE TABLE ticket_sales (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT ticket_sales_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  theatre_id uuid                 NOT NULL,
  seats      integer              NOT NULL
    CONSTRAINT ticket_sales_seats_check CHECK (seats >= 1),
  created_on timestamptz(3)       NOT NULL DEFAULT now(),

  CONSTRAINT ticket_sales_pkey PRIMARY KEY (id, created_on)
) PARTITION BY RANGE (created_on);

COMMENT ON TABLE ticket_sales IS 'A ticket that was sold.';
COMMENT ON COLUMN ticket_sales.theatre_id IS 'The tenant it belongs to.';
COMMENT ON COLUMN ticket_sales.seats      IS 'How many.';

CREATE INDEX ticket_sales_ref_id_idx ON ticket_sales (ref_id);

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ticket_sales FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('ticket_sales');
ALTER TABLE ticket_sales ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ticket_sales FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('ticket_sales');
ALTER TABLE ticket_sales ENABLE ALWAYS TRIGGER append_only_truncate;

ALTER TABLE ticket_sales ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON ticket_sales FOR ALL
  TO playhouse_app, playhouse_loader
  USING (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (theatre_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON ticket_sales FOR ALL
  TO playhouse_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON ticket_sales FROM PUBLIC;
GRANT SELECT, INSERT ON ticket_sales TO playhouse_app, playhouse_system, playhouse_loader;
GRANT SELECT ON ticket_sales TO playhouse_backup;

-- References ==========================================================================================================

ALTER TABLE genres
  ADD CONSTRAINT genres_theatre_id_fkey            FOREIGN KEY (theatre_id)             REFERENCES theatres (id)           ON DELETE RESTRICT,
  ADD CONSTRAINT genres_theatre_id_updated_by_fkey FOREIGN KEY (theatre_id, updated_by) REFERENCES people (theatre_id, id) ON DELETE RESTRICT;

ALTER TABLE performances
  ADD CONSTRAINT performances_theatre_id_fkey               FOREIGN KEY (theatre_id)                REFERENCES theatres (id)                ON DELETE RESTRICT,
  ADD CONSTRAINT performances_theatre_id_production_id_fkey FOREIGN KEY (theatre_id, production_id) REFERENCES productions (theatre_id, id) ON DELETE RESTRICT;

ALTER TABLE people
  ADD CONSTRAINT people_theatre_id_fkey            FOREIGN KEY (theatre_id)             REFERENCES theatres (id)           ON DELETE RESTRICT,
  ADD CONSTRAINT people_theatre_id_updated_by_fkey FOREIGN KEY (theatre_id, updated_by) REFERENCES people (theatre_id, id) ON DELETE RESTRICT;

ALTER TABLE productions
  ADD CONSTRAINT productions_theatre_id_fkey            FOREIGN KEY (theatre_id)             REFERENCES theatres (id)           ON DELETE RESTRICT,
  ADD CONSTRAINT productions_genre_id_fkey              FOREIGN KEY (genre_id)               REFERENCES genres (id)             ON DELETE RESTRICT,
  ADD CONSTRAINT productions_theatre_id_updated_by_fkey FOREIGN KEY (theatre_id, updated_by) REFERENCES people (theatre_id, id) ON DELETE RESTRICT;

ALTER TABLE theatres
  ADD CONSTRAINT theatres_updated_by_fkey FOREIGN KEY (id, updated_by) REFERENCES people (theatre_id, id) ON DELETE RESTRICT;

ALTER TABLE ticket_sales
  ADD CONSTRAINT ticket_sales_theatre_id_fkey FOREIGN KEY (theatre_id) REFERENCES theatres (id) ON DELETE RESTRICT;

-- At the end ==========================================================================================================

SELECT stowage.ensure_partitions();

REVOKE CREATE ON SCHEMA stowage FROM playhouse_system;
RESET ROLE;
RESET standard_conforming_strings;
RESET search_path;
