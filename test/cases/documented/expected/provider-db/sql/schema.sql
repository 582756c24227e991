-- sample-lab: Laboratories that examine samples of patients and answer for what they find.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by a superuser or
-- by any role that may create roles and owns the database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: roles and schemas, functions, what Stowage keeps; the tables by subject; references, look-ups.
--   People   analysts, consents, laboratories, patients
--   Samples  samples

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Roles ===============================================================================================================

-- sample_lab_owner: Owns every table and function; nobody signs in as it.
-- sample_lab_app: What the application works as: it sees the rows of one tenant at a time.
-- sample_lab_system: What jobs for all tenants take on: it sees every row.
-- sample_lab_backup: What pg_dump works as: it reads every row and writes none.

DO $roles$
DECLARE
  wanted record;
  found record;
  is_16 constant boolean := current_setting('server_version_num')::integer >= 160000;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stowage: roles', 0));
  FOR wanted IN
    SELECT * FROM (VALUES
      ('sample_lab_owner', false, true),
      ('sample_lab_app', false, false),
      ('sample_lab_system', false, true),
      ('sample_lab_backup', true, false)
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
    FROM unnest(ARRAY['sample_lab_app', 'sample_lab_system', 'sample_lab_backup']) AS member,
      unnest(ARRAY['sample_lab_owner', 'sample_lab_app', 'sample_lab_system', 'sample_lab_backup']) AS held
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
GRANT USAGE, CREATE ON SCHEMA public TO sample_lab_owner;
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
  WHERE NOT role.rolsuper AND role.rolname NOT IN (current_user, 'sample_lab_owner')
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = made.catalog AND objid = made.id AND deptype = 'e');
  IF planted IS NOT NULL THEN
    RAISE EXCEPTION 'the schema public holds what somebody else has made: %', planted
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'The tables that are made here would take it for PostgreSQL''s own. Drop it, or begin with an empty database.';
  END IF;
END
$public$;
GRANT USAGE ON SCHEMA public TO sample_lab_app, sample_lab_system, sample_lab_backup;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage AUTHORIZATION sample_lab_owner;

SET search_path = public;
SET ROLE sample_lab_owner;
GRANT USAGE ON SCHEMA stowage TO sample_lab_app, sample_lab_system, sample_lab_backup;
GRANT CREATE ON SCHEMA stowage TO sample_lab_system;

-- Functions ===========================================================================================================

CREATE FUNCTION stowage.keep_updated_on() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."updated_on" := pg_catalog.now();
  ELSE
    NEW."updated_on" := pg_catalog.now();
  END IF;
  RETURN NEW;
END
$body$;
COMMENT ON FUNCTION stowage.keep_updated_on() IS 'Keeps updated_on: no client writes them.';
REVOKE ALL ON FUNCTION stowage.keep_updated_on() FROM PUBLIC;

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

CREATE FUNCTION stowage.check_move_of_status() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $body$
BEGIN
  IF NOT EXISTS (
    SELECT FROM stowage.lifecycle_moves AS move
    WHERE move.table_name = TG_ARGV[0] AND move.from_state = OLD."status" AND move.to_state = NEW."status"
  ) THEN
    RAISE EXCEPTION USING
      ERRCODE = 'check_violation',
      MESSAGE = pg_catalog.format('%s cannot go from %L to %L', TG_ARGV[0], OLD."status", NEW."status"),
      DETAIL = (SELECT coalesce('From there it may go to ' || pg_catalog.string_agg(move.to_state, ', ' ORDER BY move.to_state), 'That state is final') || '.'
        FROM stowage.lifecycle_moves AS move
        WHERE move.table_name = TG_ARGV[0] AND move.from_state = OLD."status"),
      SCHEMA = 'public',
      TABLE = TG_ARGV[0],
      COLUMN = TG_ARGV[1],
      CONSTRAINT = 'lifecycle_move';
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.check_move_of_status() IS 'Refuses a move that the life cycle of the table does not know.';
REVOKE ALL ON FUNCTION stowage.check_move_of_status() FROM PUBLIC;

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
GRANT EXECUTE ON FUNCTION stowage.refuse_reference(text, text, text, text, text) TO sample_lab_system;

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
GRANT EXECUTE ON FUNCTION stowage.refuse_deletion(text, text, text, text) TO sample_lab_system;

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
  ('samples', 'taken',    'received'),
  ('samples', 'taken',    'spoiled'),
  ('samples', 'received', 'measured'),
  ('samples', 'received', 'spoiled'),
  ('samples', 'measured', 'signed'),
  ('samples', 'measured', 'spoiled');

REVOKE ALL ON stowage.lifecycle_moves FROM PUBLIC;
GRANT SELECT ON stowage.lifecycle_moves TO sample_lab_app, sample_lab_system, sample_lab_backup;

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
  TO sample_lab_owner
  WITH CHECK (true);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.outbox FOR ALL
  TO sample_lab_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.outbox FROM PUBLIC;
GRANT SELECT, UPDATE, DELETE ON stowage.outbox TO sample_lab_system;
GRANT SELECT ON stowage.outbox TO sample_lab_backup;
REVOKE ALL ON SEQUENCE stowage.outbox_position_seq FROM PUBLIC;
GRANT SELECT ON SEQUENCE stowage.outbox_position_seq TO sample_lab_backup;

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
  TO sample_lab_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.storage_intents FOR ALL
  TO sample_lab_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.storage_intents FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON stowage.storage_intents TO sample_lab_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.storage_intents TO sample_lab_system;
GRANT SELECT ON stowage.storage_intents TO sample_lab_backup;

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
  TO sample_lab_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.stored_objects FOR ALL
  TO sample_lab_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.stored_objects FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.stored_objects TO sample_lab_app, sample_lab_system;
GRANT SELECT ON stowage.stored_objects TO sample_lab_backup;

-- People ==============================================================================================================

-- Who works in a laboratory, and whom it works for.

-- analysts ------------------------------------------------------------------------------------------------------------
-- Somebody who examines samples and signs for it.
-- In PostgreSQL: whoever signs a finding must be known
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE analysts (
  id            uuid                 NOT NULL,
  ref_id        char(26) COLLATE "C" NOT NULL
    CONSTRAINT analysts_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  laboratory_id uuid                 NOT NULL,
  email         text                 NOT NULL,
  name          varchar(120)         NOT NULL,
  password_hash varchar(255),
  badge         varchar(20),
  created_on    timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on    timestamptz(3)       NOT NULL DEFAULT now(),
  deleted_on    timestamptz(3),
  deleted_by    uuid,

  CONSTRAINT analysts_pkey PRIMARY KEY (id),
  CONSTRAINT analysts_ref_id_key UNIQUE (ref_id),
  CONSTRAINT analysts_laboratory_id_id_key UNIQUE (laboratory_id, id)
);

COMMENT ON TABLE analysts IS 'Somebody who examines samples and signs for it.';
COMMENT ON COLUMN analysts.id            IS 'Internal key.';
COMMENT ON COLUMN analysts.ref_id        IS 'Public id.';
COMMENT ON COLUMN analysts.laboratory_id IS 'The tenant it belongs to.';
COMMENT ON COLUMN analysts.email         IS 'Where mail reaches them; signs in with it.';
COMMENT ON COLUMN analysts.name          IS 'As it stands under a finding.';
COMMENT ON COLUMN analysts.password_hash IS 'Argon2id hash.';
COMMENT ON COLUMN analysts.created_on    IS 'When the record was made.';
COMMENT ON COLUMN analysts.updated_on    IS 'When it last changed.';
COMMENT ON COLUMN analysts.deleted_on    IS 'When it was deleted; empty while it lives.';

CREATE UNIQUE INDEX analysts_laboratory_id_email_key ON analysts (laboratory_id, email) WHERE deleted_on IS NULL;

-- With the rights of sample_lab_system, whoever calls:
SET ROLE sample_lab_system;

CREATE FUNCTION stowage.analysts_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."analysts" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."samples" AS child
    WHERE child."laboratory_id" = NEW."laboratory_id" AND child."signed_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('samples', 'signed_by', 'analysts', 'samples_laboratory_id_signed_by_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.analysts_soft_delete() IS 'Before a row of analysts counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.analysts_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.analysts_soft_delete() TO sample_lab_owner;

SET ROLE sample_lab_owner;

-- Keeps updated_on.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON analysts FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON analysts FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.laboratory_id IS DISTINCT FROM NEW.laboratory_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('analysts', 'id', 'ref_id', 'laboratory_id', 'created_on');
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON analysts FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.analysts_soft_delete();

ALTER TABLE analysts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON analysts FOR ALL
  TO sample_lab_app
  USING (laboratory_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (laboratory_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON analysts FOR ALL
  TO sample_lab_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON analysts FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON analysts TO sample_lab_app, sample_lab_system;
GRANT SELECT ON analysts TO sample_lab_backup;

-- The rows of analysts that are not deleted.
CREATE VIEW live_analysts WITH (security_invoker = true) AS
  SELECT id, ref_id, laboratory_id, email, name, password_hash, badge, created_on, updated_on, deleted_on, deleted_by
  FROM analysts
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_analysts IS 'The rows of analysts that are not deleted.';
REVOKE ALL ON live_analysts FROM PUBLIC;
GRANT SELECT ON live_analysts TO sample_lab_app, sample_lab_system, sample_lab_backup;

-- consents ------------------------------------------------------------------------------------------------------------
-- What a patient allowed in writing.
-- In PostgreSQL: joined with the patient before a sample is taken
-- More of each record: objects in S3.
-- Append-only: rows are added, never changed or removed.

CREATE TABLE consents (
  id            uuid                 NOT NULL,
  ref_id        char(26) COLLATE "C" NOT NULL
    CONSTRAINT consents_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  laboratory_id uuid                 NOT NULL,
  patient_id    uuid                 NOT NULL,
  wording       varchar(2000)        NOT NULL,
  paper_s3_key  text                 NOT NULL,
  created_on    timestamptz(3)       NOT NULL DEFAULT now(),

  CONSTRAINT consents_pkey PRIMARY KEY (id),
  CONSTRAINT consents_ref_id_key UNIQUE (ref_id),
  CONSTRAINT consents_laboratory_id_id_key UNIQUE (laboratory_id, id)
);

COMMENT ON TABLE consents IS 'What a patient allowed in writing.';
COMMENT ON COLUMN consents.id            IS 'Internal key.';
COMMENT ON COLUMN consents.ref_id        IS 'Public id.';
COMMENT ON COLUMN consents.laboratory_id IS 'The tenant it belongs to.';
COMMENT ON COLUMN consents.patient_id    IS 'Who allowed it.';
COMMENT ON COLUMN consents.wording       IS 'What they put their name to.';
COMMENT ON COLUMN consents.paper_s3_key  IS 'Where the signed paper is.';
COMMENT ON COLUMN consents.created_on    IS 'When the record was made.';

CREATE INDEX consents_laboratory_id_patient_id_idx ON consents (laboratory_id, patient_id);

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON consents FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('consents');
ALTER TABLE consents ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON consents FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('consents');
ALTER TABLE consents ENABLE ALWAYS TRIGGER append_only_truncate;

ALTER TABLE consents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON consents FOR ALL
  TO sample_lab_app
  USING (laboratory_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (laboratory_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON consents FOR ALL
  TO sample_lab_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON consents FROM PUBLIC;
GRANT SELECT, INSERT ON consents TO sample_lab_app, sample_lab_system;
GRANT SELECT ON consents TO sample_lab_backup;

-- laboratories --------------------------------------------------------------------------------------------------------
-- A laboratory; the tenant of the system.
-- In PostgreSQL: everything belongs to one
-- The tenants themselves: each sees itself.

CREATE TABLE laboratories (
  id             uuid                 NOT NULL,
  ref_id         char(26) COLLATE "C" NOT NULL
    CONSTRAINT laboratories_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name           varchar(120)         NOT NULL,
  licence_number varchar(40),
  created_on     timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on     timestamptz(3)       NOT NULL DEFAULT now(),

  CONSTRAINT laboratories_pkey PRIMARY KEY (id),
  CONSTRAINT laboratories_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE laboratories IS 'A laboratory; the tenant of the system.';
COMMENT ON COLUMN laboratories.id             IS 'Internal key.';
COMMENT ON COLUMN laboratories.ref_id         IS 'Public id.';
COMMENT ON COLUMN laboratories.name           IS 'What it is called.';
COMMENT ON COLUMN laboratories.licence_number IS 'Under which it may work.';
COMMENT ON COLUMN laboratories.created_on     IS 'When the record was made.';
COMMENT ON COLUMN laboratories.updated_on     IS 'When it last changed.';

-- Keeps updated_on.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON laboratories FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON laboratories FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('laboratories', 'id', 'ref_id', 'created_on');

ALTER TABLE laboratories ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees itself.
CREATE POLICY own_tenant ON laboratories FOR SELECT
  TO sample_lab_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes itself.
CREATE POLICY own_tenant_update ON laboratories FOR UPDATE
  TO sample_lab_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON laboratories FOR ALL
  TO sample_lab_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON laboratories FROM PUBLIC;
GRANT SELECT, UPDATE ON laboratories TO sample_lab_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON laboratories TO sample_lab_system;
GRANT SELECT ON laboratories TO sample_lab_backup;

-- patients ------------------------------------------------------------------------------------------------------------
-- Whose samples are examined.
-- In PostgreSQL: found by name and by birth, and joined with every sample
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE patients (
  id            uuid                 NOT NULL,
  ref_id        char(26) COLLATE "C" NOT NULL
    CONSTRAINT patients_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  laboratory_id uuid                 NOT NULL,
  name          varchar(120)         NOT NULL,
  born          date                 NOT NULL,
  sex           text COLLATE "C"     NOT NULL
    CONSTRAINT patients_sex_check CHECK (sex IN ('female', 'male', 'diverse')),
  address       jsonb
    CONSTRAINT patients_address_check CHECK (jsonb_typeof(address) = 'object'),
  relatives     jsonb                NOT NULL DEFAULT '[]'
    CONSTRAINT patients_relatives_check CHECK (jsonb_typeof(relatives) = 'array'),
  created_on    timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on    timestamptz(3)       NOT NULL DEFAULT now(),
  deleted_on    timestamptz(3),
  deleted_by    uuid,

  CONSTRAINT patients_pkey PRIMARY KEY (id),
  CONSTRAINT patients_ref_id_key UNIQUE (ref_id),
  CONSTRAINT patients_laboratory_id_id_key UNIQUE (laboratory_id, id)
);

COMMENT ON TABLE patients IS 'Whose samples are examined.';
COMMENT ON COLUMN patients.id            IS 'Internal key.';
COMMENT ON COLUMN patients.ref_id        IS 'Public id.';
COMMENT ON COLUMN patients.laboratory_id IS 'The tenant it belongs to.';
COMMENT ON COLUMN patients.name          IS 'What they are called.';
COMMENT ON COLUMN patients.born          IS 'Day of birth.';
COMMENT ON COLUMN patients.sex           IS 'For the ranges that are normal.';
COMMENT ON COLUMN patients.address       IS 'Where findings are sent on paper.';
COMMENT ON COLUMN patients.relatives     IS 'Whom to call.';
COMMENT ON COLUMN patients.created_on    IS 'When the record was made.';
COMMENT ON COLUMN patients.updated_on    IS 'When it last changed.';
COMMENT ON COLUMN patients.deleted_on    IS 'When it was deleted; empty while it lives.';

CREATE INDEX patients_laboratory_id_name_idx ON patients (laboratory_id, name);

-- With the rights of sample_lab_system, whoever calls:
SET ROLE sample_lab_system;

CREATE FUNCTION stowage.patients_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."patients" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."samples" AS child
    WHERE child."laboratory_id" = NEW."laboratory_id" AND child."patient_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('samples', 'patient_id', 'patients', 'samples_laboratory_id_patient_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.patients_soft_delete() IS 'Before a row of patients counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.patients_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.patients_soft_delete() TO sample_lab_owner;

SET ROLE sample_lab_owner;

-- Keeps updated_on.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON patients FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON patients FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.laboratory_id IS DISTINCT FROM NEW.laboratory_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('patients', 'id', 'ref_id', 'laboratory_id', 'created_on');
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON patients FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.patients_soft_delete();

ALTER TABLE patients ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON patients FOR ALL
  TO sample_lab_app
  USING (laboratory_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (laboratory_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON patients FOR ALL
  TO sample_lab_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON patients FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON patients TO sample_lab_app, sample_lab_system;
GRANT SELECT ON patients TO sample_lab_backup;

-- The rows of patients that are not deleted.
CREATE VIEW live_patients WITH (security_invoker = true) AS
  SELECT id, ref_id, laboratory_id, name, born, sex, address, relatives, created_on, updated_on, deleted_on, deleted_by
  FROM patients
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_patients IS 'The rows of patients that are not deleted.';
REVOKE ALL ON live_patients FROM PUBLIC;
GRANT SELECT ON live_patients TO sample_lab_app, sample_lab_system, sample_lab_backup;

-- Samples =============================================================================================================

-- What is examined, by which instrument, and what was found.

-- samples -------------------------------------------------------------------------------------------------------------
-- Something taken from a patient.
-- In PostgreSQL: counted by status, joined with its patient
-- More of each record: the collection sample_readings of MongoDB and objects in S3.
-- Life cycle of status, from taken: taken -> received | spoiled; received -> measured | spoiled; measured -> signed |
-- spoiled.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE samples (
  id             uuid                 NOT NULL,
  ref_id         char(26) COLLATE "C" NOT NULL
    CONSTRAINT samples_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  laboratory_id  uuid                 NOT NULL,
  patient_id     uuid                 NOT NULL,
  signed_by      uuid,
  status         text COLLATE "C"     NOT NULL DEFAULT 'taken'
    CONSTRAINT samples_status_check CHECK (status IN ('taken', 'received', 'measured', 'signed', 'spoiled')),
  urgency        text COLLATE "C"     NOT NULL DEFAULT 'routine'
    CONSTRAINT samples_urgency_check CHECK (urgency IN ('routine', 'today', 'at_once')),
  readings_ref   char(24) COLLATE "C"
    CONSTRAINT samples_readings_ref_check CHECK (readings_ref ~ '^[0-9a-f]{24}$'),
  finding_s3_key text,
  image_s3_key   text,
  created_on     timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on     timestamptz(3)       NOT NULL DEFAULT now(),
  deleted_on     timestamptz(3),
  deleted_by     uuid,

  CONSTRAINT samples_pkey PRIMARY KEY (id),
  CONSTRAINT samples_ref_id_key UNIQUE (ref_id),
  CONSTRAINT samples_laboratory_id_id_key UNIQUE (laboratory_id, id)
);

COMMENT ON TABLE samples IS 'Something taken from a patient.';
COMMENT ON COLUMN samples.id             IS 'Internal key.';
COMMENT ON COLUMN samples.ref_id         IS 'Public id.';
COMMENT ON COLUMN samples.laboratory_id  IS 'The tenant it belongs to.';
COMMENT ON COLUMN samples.patient_id     IS 'Whom it was taken from.';
COMMENT ON COLUMN samples.signed_by      IS 'Who answers for the finding.';
COMMENT ON COLUMN samples.status         IS 'Where it stands.';
COMMENT ON COLUMN samples.urgency        IS 'How soon it is needed.';
COMMENT ON COLUMN samples.readings_ref   IS 'What the instruments gave.';
COMMENT ON COLUMN samples.finding_s3_key IS 'The finding as it was sent.';
COMMENT ON COLUMN samples.image_s3_key   IS 'What the microscope saw.';
COMMENT ON COLUMN samples.created_on     IS 'When the record was made.';
COMMENT ON COLUMN samples.updated_on     IS 'When it last changed.';
COMMENT ON COLUMN samples.deleted_on     IS 'When it was deleted; empty while it lives.';

-- A second one is taken when the first has arrived.
CREATE UNIQUE INDEX one_on_its_way ON samples (laboratory_id, patient_id) WHERE deleted_on IS NULL AND status = 'taken';

CREATE INDEX samples_laboratory_id_status_created_on_idx ON samples (laboratory_id, status, created_on DESC);
CREATE INDEX samples_laboratory_id_patient_id_idx ON samples (laboratory_id, patient_id);
CREATE INDEX samples_laboratory_id_signed_by_idx ON samples (laboratory_id, signed_by);

-- With the rights of sample_lab_system, whoever calls:
SET ROLE sample_lab_system;

CREATE FUNCTION stowage.samples_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."patients" AS target WHERE target."id" = NEW."patient_id" FOR KEY SHARE;
    PERFORM FROM public."analysts" AS target WHERE target."id" = NEW."signed_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."patient_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."patients" AS target
    WHERE target."id" = NEW."patient_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('samples', 'patient_id', 'patients', 'samples_laboratory_id_patient_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."signed_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."analysts" AS target
    WHERE target."id" = NEW."signed_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('samples', 'signed_by', 'analysts', 'samples_laboratory_id_signed_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.samples_check_references() IS 'Refuses a row of samples that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.samples_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.samples_check_references() TO sample_lab_owner;

SET ROLE sample_lab_owner;

-- Keeps updated_on.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON samples FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON samples FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.laboratory_id IS DISTINCT FROM NEW.laboratory_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('samples', 'id', 'ref_id', 'laboratory_id', 'created_on');
-- A new row begins as taken.
CREATE TRIGGER lifecycle_start AFTER INSERT ON samples FOR EACH ROW
  WHEN (NEW.status <> 'taken')
  EXECUTE FUNCTION stowage.refuse_start('samples', 'status', 'taken');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON samples FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('samples', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON samples FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('samples', 'status', 'Sample', 'laboratory_id', 'ref_id', '');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON samples FOR EACH ROW
  WHEN (NEW.patient_id IS NOT NULL OR NEW.signed_by IS NOT NULL)
  EXECUTE FUNCTION stowage.samples_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON samples FOR EACH ROW
  WHEN (
    OLD.patient_id IS DISTINCT FROM NEW.patient_id OR OLD.signed_by IS DISTINCT FROM NEW.signed_by
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.samples_check_references();

ALTER TABLE samples ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON samples FOR ALL
  TO sample_lab_app
  USING (laboratory_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (laboratory_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON samples FOR ALL
  TO sample_lab_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON samples FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON samples TO sample_lab_app, sample_lab_system;
GRANT SELECT ON samples TO sample_lab_backup;

-- The rows of samples that are not deleted.
CREATE VIEW live_samples WITH (security_invoker = true) AS
  SELECT id, ref_id, laboratory_id, patient_id, signed_by, status, urgency, readings_ref, finding_s3_key, image_s3_key,
    created_on, updated_on, deleted_on, deleted_by
  FROM samples
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_samples IS 'The rows of samples that are not deleted.';
REVOKE ALL ON live_samples FROM PUBLIC;
GRANT SELECT ON live_samples TO sample_lab_app, sample_lab_system, sample_lab_backup;

-- References ==========================================================================================================

ALTER TABLE analysts
  ADD CONSTRAINT analysts_laboratory_id_fkey            FOREIGN KEY (laboratory_id)             REFERENCES laboratories (id)            ON DELETE RESTRICT,
  ADD CONSTRAINT analysts_laboratory_id_deleted_by_fkey FOREIGN KEY (laboratory_id, deleted_by) REFERENCES analysts (laboratory_id, id) ON DELETE RESTRICT;

ALTER TABLE consents
  ADD CONSTRAINT consents_laboratory_id_fkey            FOREIGN KEY (laboratory_id)             REFERENCES laboratories (id)            ON DELETE RESTRICT,
  ADD CONSTRAINT consents_laboratory_id_patient_id_fkey FOREIGN KEY (laboratory_id, patient_id) REFERENCES patients (laboratory_id, id) ON DELETE RESTRICT;

ALTER TABLE patients
  ADD CONSTRAINT patients_laboratory_id_fkey            FOREIGN KEY (laboratory_id)             REFERENCES laboratories (id)            ON DELETE RESTRICT,
  ADD CONSTRAINT patients_laboratory_id_deleted_by_fkey FOREIGN KEY (laboratory_id, deleted_by) REFERENCES analysts (laboratory_id, id) ON DELETE RESTRICT;

ALTER TABLE samples
  ADD CONSTRAINT samples_laboratory_id_fkey            FOREIGN KEY (laboratory_id)             REFERENCES laboratories (id)            ON DELETE RESTRICT,
  ADD CONSTRAINT samples_laboratory_id_patient_id_fkey FOREIGN KEY (laboratory_id, patient_id) REFERENCES patients (laboratory_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT samples_laboratory_id_signed_by_fkey  FOREIGN KEY (laboratory_id, signed_by)  REFERENCES analysts (laboratory_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT samples_laboratory_id_deleted_by_fkey FOREIGN KEY (laboratory_id, deleted_by) REFERENCES analysts (laboratory_id, id) ON DELETE RESTRICT;

-- Looked up before the tenant is known ================================================================================

-- With the rights of sample_lab_system, whoever calls:
SET ROLE sample_lab_system;

CREATE FUNCTION stowage.find_analysts_by_email(wanted text) RETURNS TABLE(tenant_id uuid, ref_id character)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $body$
  SELECT found."laboratory_id", found."ref_id"
  FROM public."analysts" AS found
  WHERE found."email" = $1 COLLATE pg_catalog."default" AND found."deleted_on" IS NULL
$body$;
COMMENT ON FUNCTION stowage.find_analysts_by_email(text) IS 'Finds the live rows of analysts by email before the tenant is known.';
REVOKE ALL ON FUNCTION stowage.find_analysts_by_email(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.find_analysts_by_email(text) TO sample_lab_app, sample_lab_system;

SET ROLE sample_lab_owner;

REVOKE CREATE ON SCHEMA stowage FROM sample_lab_system;
RESET ROLE;
RESET standard_conforming_strings;
RESET search_path;
