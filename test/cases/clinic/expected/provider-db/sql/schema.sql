-- open-clinic: Records of medical practices; each practice sees its own patients alone.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by a superuser or
-- by any role that may create roles and owns the database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: roles and schemas, functions, what Stowage keeps; the tables by subject; references, look-ups.
--   Care    appointment, prescription, scan
--   Desk    waiting_list_entry
--   People  patient, practice, staff_member

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Roles ===============================================================================================================

-- open_clinic_owner: Owns every table and function; nobody signs in as it.
-- open_clinic_app: What the application works as: it sees the rows of every tenant.
-- open_clinic_system: What jobs for all tenants take on: it sees every row.
-- open_clinic_backup: What pg_dump works as: it reads every row and writes none.

DO $roles$
DECLARE
  wanted record;
  found record;
  is_16 constant boolean := current_setting('server_version_num')::integer >= 160000;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stowage: roles', 0));
  FOR wanted IN
    SELECT * FROM (VALUES
      ('open_clinic_owner', false, true),
      ('open_clinic_app', false, false),
      ('open_clinic_system', false, true),
      ('open_clinic_backup', true, false)
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
    FROM unnest(ARRAY['open_clinic_app', 'open_clinic_system', 'open_clinic_backup']) AS member,
      unnest(ARRAY['open_clinic_owner', 'open_clinic_app', 'open_clinic_system', 'open_clinic_backup']) AS held
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
GRANT USAGE, CREATE ON SCHEMA public TO open_clinic_owner;
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
  WHERE NOT role.rolsuper AND role.rolname NOT IN (current_user, 'open_clinic_owner')
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = made.catalog AND objid = made.id AND deptype = 'e');
  IF planted IS NOT NULL THEN
    RAISE EXCEPTION 'the schema public holds what somebody else has made: %', planted
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'The tables that are made here would take it for PostgreSQL''s own. Drop it, or begin with an empty database.';
  END IF;
END
$public$;
GRANT USAGE ON SCHEMA public TO open_clinic_app, open_clinic_system, open_clinic_backup;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage AUTHORIZATION open_clinic_owner;

SET search_path = public;
SET ROLE open_clinic_owner;
GRANT USAGE ON SCHEMA stowage TO open_clinic_app, open_clinic_system, open_clinic_backup;
GRANT CREATE ON SCHEMA stowage TO open_clinic_system;

-- Functions ===========================================================================================================

CREATE FUNCTION stowage.keep_changed_at_version() RETURNS trigger
  LANGUAGE plpgsql SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."changed_at" := pg_catalog.now();
    NEW."version" := 1;
  ELSE
    NEW."changed_at" := pg_catalog.now();
    NEW."version" := OLD."version" + 1;
  END IF;
  RETURN NEW;
END
$body$;
COMMENT ON FUNCTION stowage.keep_changed_at_version() IS 'Keeps changed_at and version: no client writes them.';
REVOKE ALL ON FUNCTION stowage.keep_changed_at_version() FROM PUBLIC;

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
  ('appointment', 'booked',  'arrived'),
  ('appointment', 'booked',  'noShow'),
  ('appointment', 'booked',  'calledOff'),
  ('appointment', 'arrived', 'inRoom'),
  ('appointment', 'arrived', 'calledOff'),
  ('appointment', 'inRoom',  'done');

REVOKE ALL ON stowage.lifecycle_moves FROM PUBLIC;
GRANT SELECT ON stowage.lifecycle_moves TO open_clinic_app, open_clinic_system, open_clinic_backup;

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

REVOKE ALL ON stowage.outbox FROM PUBLIC;
GRANT SELECT, UPDATE, DELETE ON stowage.outbox TO open_clinic_system;
GRANT SELECT ON stowage.outbox TO open_clinic_backup;
REVOKE ALL ON SEQUENCE stowage.outbox_position_seq FROM PUBLIC;
GRANT SELECT ON SEQUENCE stowage.outbox_position_seq TO open_clinic_backup;

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

REVOKE ALL ON stowage.storage_intents FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON stowage.storage_intents TO open_clinic_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.storage_intents TO open_clinic_system;
GRANT SELECT ON stowage.storage_intents TO open_clinic_backup;

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

REVOKE ALL ON stowage.stored_objects FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.stored_objects TO open_clinic_app, open_clinic_system;
GRANT SELECT ON stowage.stored_objects TO open_clinic_backup;

-- Care ================================================================================================================

-- What happens to a patient.

-- appointment ---------------------------------------------------------------------------------------------------------
-- A slot in a doctor's day.
-- In PostgreSQL: two patients must never have one slot
-- Life cycle of state, from booked: booked -> arrived | noShow | calledOff; arrived -> inRoom | calledOff; inRoom ->
-- done.

CREATE TABLE appointment (
  uid          uuid                 NOT NULL,
  code         char(26) COLLATE "C" NOT NULL
    CONSTRAINT appointment_code_check CHECK (code ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  practice_uid uuid                 NOT NULL,
  patient_uid  uuid                 NOT NULL,
  by_doctor    uuid                 NOT NULL,
  starts_at    timestamptz(3)       NOT NULL,
  minutes      integer              NOT NULL DEFAULT 15
    CONSTRAINT appointment_minutes_check CHECK (minutes >= 5 AND minutes <= 240),
  state        text COLLATE "C"     NOT NULL DEFAULT 'booked'
    CONSTRAINT appointment_state_check CHECK (state IN ('booked', 'arrived', 'inRoom', 'done', 'noShow', 'calledOff')),
  reason       varchar(300),
  created_at   timestamptz(3)       NOT NULL DEFAULT now(),
  by_creator   uuid,
  changed_at   timestamptz(3)       NOT NULL DEFAULT now(),
  version      integer              NOT NULL DEFAULT 1,

  CONSTRAINT appointment_pkey PRIMARY KEY (uid),
  CONSTRAINT appointment_code_key UNIQUE (code),
  CONSTRAINT appointment_practice_uid_uid_key UNIQUE (practice_uid, uid)
);

COMMENT ON TABLE appointment IS 'A slot in a doctor''s day.';
COMMENT ON COLUMN appointment.practice_uid IS 'The tenant it belongs to.';

CREATE UNIQUE INDEX one_patient_per_slot
  ON appointment (practice_uid, by_doctor, starts_at) WHERE state IN ('booked', 'arrived', 'inRoom');
CREATE INDEX appointment_practice_uid_patient_uid_starts_at_idx
  ON appointment (practice_uid, patient_uid, starts_at DESC);
CREATE INDEX appointment_practice_uid_by_doctor_starts_at_idx ON appointment (practice_uid, by_doctor, starts_at);

-- Keeps changed_at and version.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON appointment FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_changed_at_version();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON appointment FOR EACH ROW
  WHEN (
    OLD.uid IS DISTINCT FROM NEW.uid OR OLD.code IS DISTINCT FROM NEW.code
    OR OLD.practice_uid IS DISTINCT FROM NEW.practice_uid OR OLD.created_at IS DISTINCT FROM NEW.created_at
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('appointment', 'uid', 'code', 'practice_uid', 'created_at');
-- A new row begins as booked.
CREATE TRIGGER lifecycle_start AFTER INSERT ON appointment FOR EACH ROW
  WHEN (NEW.state <> 'booked')
  EXECUTE FUNCTION stowage.refuse_start('appointment', 'state', 'booked');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON appointment FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.check_move_of_state('appointment', 'state');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON appointment FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.record_move('appointment', 'state', 'Appointment', 'practice_uid', 'code', '');

REVOKE ALL ON appointment FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON appointment TO open_clinic_app, open_clinic_system;
GRANT SELECT ON appointment TO open_clinic_backup;

-- prescription --------------------------------------------------------------------------------------------------------
-- A drug that a doctor ordered; the signed sheet is locked.
-- In PostgreSQL: counted by drug and checked against allergies
-- More of each record: objects in S3.
-- Append-only: rows are added, never changed or removed.

CREATE TABLE prescription (
  uid           uuid                 NOT NULL,
  code          char(26) COLLATE "C" NOT NULL
    CONSTRAINT prescription_code_check CHECK (code ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  practice_uid  uuid                 NOT NULL,
  patient_uid   uuid                 NOT NULL,
  by_prescriber uuid                 NOT NULL,
  drug_doc      char(24) COLLATE "C" NOT NULL
    CONSTRAINT prescription_drug_doc_check CHECK (drug_doc ~ '^[0-9a-f]{24}$'),
  dose          jsonb                NOT NULL
    CONSTRAINT prescription_dose_check CHECK (jsonb_typeof(dose) = 'object'),
  days          integer              NOT NULL
    CONSTRAINT prescription_days_check CHECK (days >= 1 AND days <= 365),
  sheet_object  text                 NOT NULL,
  created_at    timestamptz(3)       NOT NULL DEFAULT now(),
  by_creator    uuid,

  CONSTRAINT prescription_pkey PRIMARY KEY (uid),
  CONSTRAINT prescription_code_key UNIQUE (code),
  CONSTRAINT prescription_practice_uid_uid_key UNIQUE (practice_uid, uid)
);

COMMENT ON TABLE prescription IS 'A drug that a doctor ordered; the signed sheet is locked.';
COMMENT ON COLUMN prescription.practice_uid IS 'The tenant it belongs to.';

CREATE INDEX prescription_practice_uid_patient_uid_created_at_idx
  ON prescription (practice_uid, patient_uid, created_at DESC);
CREATE INDEX prescription_practice_uid_by_prescriber_idx ON prescription (practice_uid, by_prescriber);
CREATE INDEX prescription_practice_uid_drug_doc_idx ON prescription (practice_uid, drug_doc);

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON prescription FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('prescription');
ALTER TABLE prescription ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON prescription FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('prescription');
ALTER TABLE prescription ENABLE ALWAYS TRIGGER append_only_truncate;

REVOKE ALL ON prescription FROM PUBLIC;
GRANT SELECT, INSERT ON prescription TO open_clinic_app, open_clinic_system;
GRANT SELECT ON prescription TO open_clinic_backup;

-- scan ----------------------------------------------------------------------------------------------------------------
-- An image of a patient; its findings stand beside it.
-- In PostgreSQL: listed with the patient
-- More of each record: the collection scanFinding of MongoDB and objects in S3.

CREATE TABLE scan (
  uid          uuid                 NOT NULL,
  code         char(26) COLLATE "C" NOT NULL
    CONSTRAINT scan_code_check CHECK (code ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  practice_uid uuid                 NOT NULL,
  patient_uid  uuid                 NOT NULL,
  by_requester uuid,
  taken_at     timestamptz(3)       NOT NULL,
  finding_doc  char(24) COLLATE "C"
    CONSTRAINT scan_finding_doc_check CHECK (finding_doc ~ '^[0-9a-f]{24}$'),
  created_at   timestamptz(3)       NOT NULL DEFAULT now(),
  by_creator   uuid,

  CONSTRAINT scan_pkey PRIMARY KEY (uid),
  CONSTRAINT scan_code_key UNIQUE (code),
  CONSTRAINT scan_practice_uid_uid_key UNIQUE (practice_uid, uid)
);

COMMENT ON TABLE scan IS 'An image of a patient; its findings stand beside it.';
COMMENT ON COLUMN scan.practice_uid IS 'The tenant it belongs to.';

CREATE INDEX scan_practice_uid_patient_uid_taken_at_idx ON scan (practice_uid, patient_uid, taken_at DESC);
CREATE INDEX scan_practice_uid_by_requester_idx ON scan (practice_uid, by_requester);

-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON scan FOR EACH ROW
  WHEN (
    OLD.uid IS DISTINCT FROM NEW.uid OR OLD.code IS DISTINCT FROM NEW.code
    OR OLD.practice_uid IS DISTINCT FROM NEW.practice_uid OR OLD.created_at IS DISTINCT FROM NEW.created_at
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('scan', 'uid', 'code', 'practice_uid', 'created_at');

REVOKE ALL ON scan FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON scan TO open_clinic_app, open_clinic_system;
GRANT SELECT ON scan TO open_clinic_backup;

-- Desk ================================================================================================================

-- Work at the front desk.

-- waiting_list_entry --------------------------------------------------------------------------------------------------
-- A patient who wants an earlier slot.
-- In PostgreSQL: sorted by need and time

CREATE TABLE waiting_list_entry (
  uid          uuid                 NOT NULL,
  code         char(26) COLLATE "C" NOT NULL
    CONSTRAINT waiting_list_entry_code_check CHECK (code ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  practice_uid uuid                 NOT NULL,
  patient_uid  uuid                 NOT NULL,
  wanted_from  date                 NOT NULL,
  wanted_until date,
  urgent       boolean              NOT NULL DEFAULT false,
  closed_at    timestamptz(3),
  created_at   timestamptz(3)       NOT NULL DEFAULT now(),
  by_creator   uuid,
  changed_at   timestamptz(3)       NOT NULL DEFAULT now(),
  version      integer              NOT NULL DEFAULT 1,

  CONSTRAINT waiting_list_entry_pkey PRIMARY KEY (uid),
  CONSTRAINT waiting_list_entry_code_key UNIQUE (code),
  CONSTRAINT waiting_list_entry_practice_uid_uid_key UNIQUE (practice_uid, uid)
);

COMMENT ON TABLE waiting_list_entry IS 'A patient who wants an earlier slot.';
COMMENT ON COLUMN waiting_list_entry.practice_uid IS 'The tenant it belongs to.';

CREATE UNIQUE INDEX one_open_wish_per_patient ON waiting_list_entry (practice_uid, patient_uid) WHERE closed_at IS NULL;
CREATE INDEX waiting_list_entry_practice_uid_patient_uid_idx ON waiting_list_entry (practice_uid, patient_uid);
CREATE INDEX waiting_list_entry_practice_uid_urgent_wanted_from_1b00e37c_idx
  ON waiting_list_entry (practice_uid, urgent DESC, wanted_from) WHERE closed_at IS NULL;

-- Keeps changed_at and version.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON waiting_list_entry FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_changed_at_version();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON waiting_list_entry FOR EACH ROW
  WHEN (
    OLD.uid IS DISTINCT FROM NEW.uid OR OLD.code IS DISTINCT FROM NEW.code
    OR OLD.practice_uid IS DISTINCT FROM NEW.practice_uid OR OLD.created_at IS DISTINCT FROM NEW.created_at
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('waiting_list_entry', 'uid', 'code', 'practice_uid', 'created_at');

REVOKE ALL ON waiting_list_entry FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON waiting_list_entry TO open_clinic_app, open_clinic_system;
GRANT SELECT ON waiting_list_entry TO open_clinic_backup;

-- People ==============================================================================================================

-- Practices, those who work there and those who come there.

-- patient -------------------------------------------------------------------------------------------------------------
-- Someone who is or was treated at a practice.
-- In PostgreSQL: looked up by name and date of birth at the desk

CREATE TABLE patient (
  uid             uuid                 NOT NULL,
  code            char(26) COLLATE "C" NOT NULL
    CONSTRAINT patient_code_check CHECK (code ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  practice_uid    uuid                 NOT NULL,
  given_name      varchar(100)         NOT NULL,
  family_name     varchar(100)         NOT NULL,
  born            date                 NOT NULL,
  address         jsonb
    CONSTRAINT patient_address_check CHECK (jsonb_typeof(address) = 'object'),
  insurer_extid   text,
  by_usual_doctor uuid,
  allergies       varchar(100)[]       NOT NULL DEFAULT '{}'
    CONSTRAINT patient_allergies_check CHECK (array_position(allergies, NULL) IS NULL),
  created_at      timestamptz(3)       NOT NULL DEFAULT now(),
  by_creator      uuid,
  changed_at      timestamptz(3)       NOT NULL DEFAULT now(),
  version         integer              NOT NULL DEFAULT 1,

  CONSTRAINT patient_pkey PRIMARY KEY (uid),
  CONSTRAINT patient_code_key UNIQUE (code),
  CONSTRAINT patient_practice_uid_uid_key UNIQUE (practice_uid, uid),
  CONSTRAINT patient_practice_uid_insurer_extid_key UNIQUE (practice_uid, insurer_extid)
);

COMMENT ON TABLE patient IS 'Someone who is or was treated at a practice.';
COMMENT ON COLUMN patient.practice_uid IS 'The tenant it belongs to.';

CREATE INDEX patient_practice_uid_family_name_given_name_born_idx
  ON patient (practice_uid, family_name, given_name, born);
CREATE INDEX patient_practice_uid_by_usual_doctor_idx ON patient (practice_uid, by_usual_doctor);

-- Keeps changed_at and version.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON patient FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_changed_at_version();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON patient FOR EACH ROW
  WHEN (
    OLD.uid IS DISTINCT FROM NEW.uid OR OLD.code IS DISTINCT FROM NEW.code
    OR OLD.practice_uid IS DISTINCT FROM NEW.practice_uid OR OLD.created_at IS DISTINCT FROM NEW.created_at
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('patient', 'uid', 'code', 'practice_uid', 'created_at');

REVOKE ALL ON patient FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON patient TO open_clinic_app, open_clinic_system;
GRANT SELECT ON patient TO open_clinic_backup;

-- practice ------------------------------------------------------------------------------------------------------------
-- A medical practice; nobody sees into another.
-- In PostgreSQL: joined with everything
-- The tenants themselves: each sees itself.

CREATE TABLE practice (
  uid           uuid                 NOT NULL,
  code          char(26) COLLATE "C" NOT NULL
    CONSTRAINT practice_code_check CHECK (code ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name          varchar(200)         NOT NULL,
  address       jsonb                NOT NULL
    CONSTRAINT practice_address_check CHECK (jsonb_typeof(address) = 'object'),
  licence_extid text                 NOT NULL,
  created_at    timestamptz(3)       NOT NULL DEFAULT now(),
  by_creator    uuid,
  changed_at    timestamptz(3)       NOT NULL DEFAULT now(),
  version       integer              NOT NULL DEFAULT 1,

  CONSTRAINT practice_pkey PRIMARY KEY (uid),
  CONSTRAINT practice_code_key UNIQUE (code),
  CONSTRAINT practice_licence_extid_key UNIQUE (licence_extid)
);

COMMENT ON TABLE practice IS 'A medical practice; nobody sees into another.';
COMMENT ON COLUMN practice.licence_extid IS 'Number given by the medical council.';

-- Keeps changed_at and version.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON practice FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_changed_at_version();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON practice FOR EACH ROW
  WHEN (
    OLD.uid IS DISTINCT FROM NEW.uid OR OLD.code IS DISTINCT FROM NEW.code
    OR OLD.created_at IS DISTINCT FROM NEW.created_at
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('practice', 'uid', 'code', 'created_at');

REVOKE ALL ON practice FROM PUBLIC;
GRANT SELECT, UPDATE ON practice TO open_clinic_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON practice TO open_clinic_system;
GRANT SELECT ON practice TO open_clinic_backup;

-- staff_member --------------------------------------------------------------------------------------------------------
-- Someone who works at a practice.
-- In PostgreSQL: referenced by every act

CREATE TABLE staff_member (
  uid          uuid                 NOT NULL,
  code         char(26) COLLATE "C" NOT NULL
    CONSTRAINT staff_member_code_check CHECK (code ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  practice_uid uuid                 NOT NULL,
  name         varchar(200)         NOT NULL,
  email        text                 NOT NULL,
  profession   text COLLATE "C"     NOT NULL
    CONSTRAINT staff_member_profession_check CHECK (profession IN ('doctor', 'nurse', 'desk')),
  left_at      timestamptz(3),
  created_at   timestamptz(3)       NOT NULL DEFAULT now(),
  by_creator   uuid,
  changed_at   timestamptz(3)       NOT NULL DEFAULT now(),
  version      integer              NOT NULL DEFAULT 1,

  CONSTRAINT staff_member_pkey PRIMARY KEY (uid),
  CONSTRAINT staff_member_code_key UNIQUE (code),
  CONSTRAINT staff_member_practice_uid_uid_key UNIQUE (practice_uid, uid),
  CONSTRAINT staff_member_practice_uid_email_key UNIQUE (practice_uid, email)
);

COMMENT ON TABLE staff_member IS 'Someone who works at a practice.';
COMMENT ON COLUMN staff_member.practice_uid IS 'The tenant it belongs to.';

CREATE INDEX staff_member_practice_uid_profession_where_left_at_idx
  ON staff_member (practice_uid, profession) WHERE left_at IS NULL;
CREATE INDEX staff_member_email_idx ON staff_member (email);

-- Keeps changed_at and version.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON staff_member FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_changed_at_version();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON staff_member FOR EACH ROW
  WHEN (
    OLD.uid IS DISTINCT FROM NEW.uid OR OLD.code IS DISTINCT FROM NEW.code
    OR OLD.practice_uid IS DISTINCT FROM NEW.practice_uid OR OLD.created_at IS DISTINCT FROM NEW.created_at
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('staff_member', 'uid', 'code', 'practice_uid', 'created_at');

REVOKE ALL ON staff_member FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_member TO open_clinic_app, open_clinic_system;
GRANT SELECT ON staff_member TO open_clinic_backup;

-- References ==========================================================================================================

ALTER TABLE appointment
  ADD CONSTRAINT appointment_practice_uid_fkey             FOREIGN KEY (practice_uid)              REFERENCES practice (uid)                   ON DELETE RESTRICT,
  ADD CONSTRAINT appointment_practice_uid_patient_uid_fkey FOREIGN KEY (practice_uid, patient_uid) REFERENCES patient (practice_uid, uid)      ON DELETE RESTRICT,
  ADD CONSTRAINT appointment_practice_uid_by_doctor_fkey   FOREIGN KEY (practice_uid, by_doctor)   REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT,
  ADD CONSTRAINT appointment_practice_uid_by_creator_fkey  FOREIGN KEY (practice_uid, by_creator)  REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT;

ALTER TABLE prescription
  ADD CONSTRAINT prescription_practice_uid_fkey               FOREIGN KEY (practice_uid)                REFERENCES practice (uid)                   ON DELETE RESTRICT,
  ADD CONSTRAINT prescription_practice_uid_patient_uid_fkey   FOREIGN KEY (practice_uid, patient_uid)   REFERENCES patient (practice_uid, uid)      ON DELETE RESTRICT,
  ADD CONSTRAINT prescription_practice_uid_by_prescriber_fkey FOREIGN KEY (practice_uid, by_prescriber) REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT,
  ADD CONSTRAINT prescription_practice_uid_by_creator_fkey    FOREIGN KEY (practice_uid, by_creator)    REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT;

ALTER TABLE scan
  ADD CONSTRAINT scan_practice_uid_fkey              FOREIGN KEY (practice_uid)               REFERENCES practice (uid)                   ON DELETE RESTRICT,
  ADD CONSTRAINT scan_practice_uid_patient_uid_fkey  FOREIGN KEY (practice_uid, patient_uid)  REFERENCES patient (practice_uid, uid)      ON DELETE RESTRICT,
  ADD CONSTRAINT scan_practice_uid_by_requester_fkey FOREIGN KEY (practice_uid, by_requester) REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT,
  ADD CONSTRAINT scan_practice_uid_by_creator_fkey   FOREIGN KEY (practice_uid, by_creator)   REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT;

ALTER TABLE waiting_list_entry
  ADD CONSTRAINT waiting_list_entry_practice_uid_fkey             FOREIGN KEY (practice_uid)              REFERENCES practice (uid)                   ON DELETE RESTRICT,
  ADD CONSTRAINT waiting_list_entry_practice_uid_patient_uid_fkey FOREIGN KEY (practice_uid, patient_uid) REFERENCES patient (practice_uid, uid)      ON DELETE CASCADE,
  ADD CONSTRAINT waiting_list_entry_practice_uid_by_creator_fkey  FOREIGN KEY (practice_uid, by_creator)  REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT;

ALTER TABLE patient
  ADD CONSTRAINT patient_practice_uid_fkey                 FOREIGN KEY (practice_uid)                  REFERENCES practice (uid)                   ON DELETE RESTRICT,
  ADD CONSTRAINT patient_practice_uid_by_usual_doctor_fkey FOREIGN KEY (practice_uid, by_usual_doctor) REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT,
  ADD CONSTRAINT patient_practice_uid_by_creator_fkey      FOREIGN KEY (practice_uid, by_creator)      REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT;

ALTER TABLE practice
  ADD CONSTRAINT practice_by_creator_fkey FOREIGN KEY (uid, by_creator) REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT;

ALTER TABLE staff_member
  ADD CONSTRAINT staff_member_practice_uid_fkey            FOREIGN KEY (practice_uid)             REFERENCES practice (uid)                   ON DELETE RESTRICT,
  ADD CONSTRAINT staff_member_practice_uid_by_creator_fkey FOREIGN KEY (practice_uid, by_creator) REFERENCES staff_member (practice_uid, uid) ON DELETE RESTRICT;

-- Looked up before the tenant is known ================================================================================

-- With the rights of open_clinic_system, whoever calls:
SET ROLE open_clinic_system;

CREATE FUNCTION stowage.find_staff_member_by_email(wanted text) RETURNS TABLE(tenant_id uuid, ref_id character)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $body$
  SELECT found."practice_uid", found."code"
  FROM public."staff_member" AS found
  WHERE found."email" = $1 COLLATE pg_catalog."default"
$body$;
COMMENT ON FUNCTION stowage.find_staff_member_by_email(text) IS 'Finds the rows of staff_member by email before the tenant is known.';
REVOKE ALL ON FUNCTION stowage.find_staff_member_by_email(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.find_staff_member_by_email(text) TO open_clinic_app, open_clinic_system;

SET ROLE open_clinic_owner;

REVOKE CREATE ON SCHEMA stowage FROM open_clinic_system;
RESET ROLE;
RESET standard_conforming_strings;
RESET search_path;
