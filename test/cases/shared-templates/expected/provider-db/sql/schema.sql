-- form-house: Forms for all, copied by each.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by a superuser or
-- by any role that may create roles and owns the database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: roles and schemas, functions, what Stowage keeps; the tables by subject; references.
--   Forms  agencies, filled_forms, form_templates, languages, officers

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Roles ===============================================================================================================

-- form_house_owner: Owns every table and function; nobody signs in as it.
-- form_house_app: What the application works as: it sees the rows of one tenant at a time.
-- form_house_system: What jobs for all tenants take on: it sees every row.
-- form_house_backup: What pg_dump works as: it reads every row and writes none.

DO $roles$
DECLARE
  wanted record;
  found record;
  is_16 constant boolean := current_setting('server_version_num')::integer >= 160000;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stowage: roles', 0));
  FOR wanted IN
    SELECT * FROM (VALUES
      ('form_house_owner', false, true),
      ('form_house_app', false, false),
      ('form_house_system', false, true),
      ('form_house_backup', true, false)
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
    FROM unnest(ARRAY['form_house_app', 'form_house_system', 'form_house_backup']) AS member,
      unnest(ARRAY['form_house_owner', 'form_house_app', 'form_house_system', 'form_house_backup']) AS held
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
GRANT USAGE, CREATE ON SCHEMA public TO form_house_owner;
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
  WHERE NOT role.rolsuper AND role.rolname NOT IN (current_user, 'form_house_owner')
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = made.catalog AND objid = made.id AND deptype = 'e');
  IF planted IS NOT NULL THEN
    RAISE EXCEPTION 'the schema public holds what somebody else has made: %', planted
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'The tables that are made here would take it for PostgreSQL''s own. Drop it, or begin with an empty database.';
  END IF;
END
$public$;
GRANT USAGE ON SCHEMA public TO form_house_app, form_house_system, form_house_backup;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage AUTHORIZATION form_house_owner;

SET search_path = public;
SET ROLE form_house_owner;
GRANT USAGE ON SCHEMA stowage TO form_house_app, form_house_system, form_house_backup;
GRANT CREATE ON SCHEMA stowage TO form_house_system;

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
GRANT EXECUTE ON FUNCTION stowage.refuse_reference(text, text, text, text, text) TO form_house_system;

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
GRANT EXECUTE ON FUNCTION stowage.refuse_deletion(text, text, text, text) TO form_house_system;

-- Kept by Stowage =====================================================================================================

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
  TO form_house_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.storage_intents FOR ALL
  TO form_house_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.storage_intents FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON stowage.storage_intents TO form_house_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.storage_intents TO form_house_system;
GRANT SELECT ON stowage.storage_intents TO form_house_backup;

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
  TO form_house_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- And sees those that belong to no tenant.
CREATE POLICY common_rows ON stowage.stored_objects FOR SELECT
  TO form_house_app
  USING (tenant_id IS NULL);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.stored_objects FOR ALL
  TO form_house_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.stored_objects FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.stored_objects TO form_house_app, form_house_system;
GRANT SELECT ON stowage.stored_objects TO form_house_backup;

-- Forms ===============================================================================================================

-- Blank forms and filled ones.

-- agencies ------------------------------------------------------------------------------------------------------------
-- An agency that uses forms.
-- In PostgreSQL: the tenant itself
-- The tenants themselves: each sees itself.

CREATE TABLE agencies (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT agencies_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name       varchar(100)         NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT agencies_pkey PRIMARY KEY (id),
  CONSTRAINT agencies_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE agencies IS 'An agency that uses forms.';
COMMENT ON COLUMN agencies.name IS 'What it is called.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON agencies FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON agencies FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('agencies', 'id', 'ref_id', 'created_on');

ALTER TABLE agencies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees itself.
CREATE POLICY own_tenant ON agencies FOR SELECT
  TO form_house_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes itself.
CREATE POLICY own_tenant_update ON agencies FOR UPDATE
  TO form_house_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON agencies FOR ALL
  TO form_house_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON agencies FROM PUBLIC;
GRANT SELECT, UPDATE ON agencies TO form_house_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON agencies TO form_house_system;
GRANT SELECT ON agencies TO form_house_backup;

-- filled_forms --------------------------------------------------------------------------------------------------------
-- A form that someone filled in.
-- In PostgreSQL: counted by form
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE filled_forms (
  id               uuid                 NOT NULL,
  ref_id           char(26) COLLATE "C" NOT NULL
    CONSTRAINT filled_forms_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  agency_id        uuid                 NOT NULL,
  form_template_id uuid                 NOT NULL,
  filled_by        uuid                 NOT NULL,
  answers          jsonb                NOT NULL,
  created_on       timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on       timestamptz(3)       NOT NULL DEFAULT now(),
  revision         integer              NOT NULL DEFAULT 0,
  deleted_on       timestamptz(3),

  CONSTRAINT filled_forms_pkey PRIMARY KEY (id),
  CONSTRAINT filled_forms_ref_id_key UNIQUE (ref_id),
  CONSTRAINT filled_forms_agency_id_id_key UNIQUE (agency_id, id)
);

COMMENT ON TABLE filled_forms IS 'A form that someone filled in.';
COMMENT ON COLUMN filled_forms.agency_id        IS 'The tenant it belongs to.';
COMMENT ON COLUMN filled_forms.form_template_id IS 'What was filled in.';
COMMENT ON COLUMN filled_forms.filled_by        IS 'Who did it.';
COMMENT ON COLUMN filled_forms.answers          IS 'What was written.';

CREATE INDEX filled_forms_agency_id_form_template_id_created_on_idx
  ON filled_forms (agency_id, form_template_id, created_on DESC);
CREATE INDEX filled_forms_agency_id_filled_by_idx ON filled_forms (agency_id, filled_by);

-- With the rights of form_house_system, whoever calls:
SET ROLE form_house_system;

CREATE FUNCTION stowage.filled_forms_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."form_templates" AS target WHERE target."id" = NEW."form_template_id" FOR KEY SHARE;
  END IF;
  IF NEW."form_template_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."form_templates" AS target
    WHERE target."id" = NEW."form_template_id" AND (target."agency_id" IS NULL OR target."agency_id" = NEW."agency_id")
  ) THEN
    PERFORM stowage.refuse_reference('filled_forms', 'form_template_id', 'form_templates', 'filled_forms_form_template_id_fkey', 'not there for this tenant');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."form_template_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."form_templates" AS target
    WHERE target."id" = NEW."form_template_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('filled_forms', 'form_template_id', 'form_templates', 'filled_forms_form_template_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.filled_forms_check_references() IS 'Refuses a row of filled_forms that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.filled_forms_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.filled_forms_check_references() TO form_house_owner;

SET ROLE form_house_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON filled_forms FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON filled_forms FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.agency_id IS DISTINCT FROM NEW.agency_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('filled_forms', 'id', 'ref_id', 'agency_id', 'created_on');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON filled_forms FOR EACH ROW
  EXECUTE FUNCTION stowage.filled_forms_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON filled_forms FOR EACH ROW
  WHEN (
    OLD.form_template_id IS DISTINCT FROM NEW.form_template_id
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.filled_forms_check_references();

ALTER TABLE filled_forms ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON filled_forms FOR ALL
  TO form_house_app
  USING (agency_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (agency_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON filled_forms FOR ALL
  TO form_house_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON filled_forms FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON filled_forms TO form_house_app, form_house_system;
GRANT SELECT ON filled_forms TO form_house_backup;

-- The rows of filled_forms that are not deleted.
CREATE VIEW live_filled_forms WITH (security_invoker = true) AS
  SELECT id, ref_id, agency_id, form_template_id, filled_by, answers, created_on, updated_on, revision, deleted_on
  FROM filled_forms
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_filled_forms IS 'The rows of filled_forms that are not deleted.';
REVOKE ALL ON live_filled_forms FROM PUBLIC;
GRANT SELECT ON live_filled_forms TO form_house_app, form_house_system, form_house_backup;

-- form_templates ------------------------------------------------------------------------------------------------------
-- A blank form; global or an agency's own.
-- In PostgreSQL: joined with what was filled in
-- More of each record: objects in S3.
-- Shared: a row without a tenant is seen by all of them and written by none.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE form_templates (
  id           uuid                 NOT NULL,
  ref_id       char(26) COLLATE "C" NOT NULL
    CONSTRAINT form_templates_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  agency_id    uuid,
  source_id    uuid,
  language_id  uuid                 NOT NULL,
  name         varchar(100)         NOT NULL,
  blank_s3_key text,
  created_on   timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on   timestamptz(3)       NOT NULL DEFAULT now(),
  revision     integer              NOT NULL DEFAULT 0,
  deleted_on   timestamptz(3),

  CONSTRAINT form_templates_pkey PRIMARY KEY (id),
  CONSTRAINT form_templates_ref_id_key UNIQUE (ref_id),
  CONSTRAINT form_templates_agency_id_id_key UNIQUE NULLS NOT DISTINCT (agency_id, id)
);

COMMENT ON TABLE form_templates IS 'A blank form; global or an agency''s own.';
COMMENT ON COLUMN form_templates.agency_id    IS 'The tenant it belongs to; none where it is shared by all.';
COMMENT ON COLUMN form_templates.source_id    IS 'The global form it was copied from.';
COMMENT ON COLUMN form_templates.language_id  IS 'What it is written in.';
COMMENT ON COLUMN form_templates.name         IS 'What it is called.';
COMMENT ON COLUMN form_templates.blank_s3_key IS 'Where the blank form lies.';

CREATE UNIQUE INDEX form_templates_agency_id_name_language_id_key
  ON form_templates (agency_id, name, language_id) NULLS NOT DISTINCT WHERE deleted_on IS NULL;
CREATE INDEX form_templates_agency_id_source_id_idx ON form_templates (agency_id, source_id);
CREATE INDEX form_templates_agency_id_language_id_idx ON form_templates (agency_id, language_id);

-- With the rights of form_house_system, whoever calls:
SET ROLE form_house_system;

CREATE FUNCTION stowage.form_templates_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."form_templates" AS target WHERE target."id" = NEW."source_id" FOR KEY SHARE;
  END IF;
  IF NEW."source_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."form_templates" AS target
    WHERE target."id" = NEW."source_id" AND (target."agency_id" IS NULL OR target."agency_id" = NEW."agency_id")
  ) THEN
    PERFORM stowage.refuse_reference('form_templates', 'source_id', 'form_templates', 'form_templates_source_id_fkey', 'not there for this tenant');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."source_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."form_templates" AS target
    WHERE target."id" = NEW."source_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('form_templates', 'source_id', 'form_templates', 'form_templates_source_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.form_templates_check_references() IS 'Refuses a row of form_templates that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.form_templates_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.form_templates_check_references() TO form_house_owner;

CREATE FUNCTION stowage.form_templates_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."form_templates" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."filled_forms" AS child
    WHERE child."form_template_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('filled_forms', 'form_template_id', 'form_templates', 'filled_forms_form_template_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."form_templates" AS child
    WHERE child."source_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('form_templates', 'source_id', 'form_templates', 'form_templates_source_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.form_templates_soft_delete() IS 'Before a row of form_templates counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.form_templates_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.form_templates_soft_delete() TO form_house_owner;

SET ROLE form_house_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON form_templates FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON form_templates FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.agency_id IS DISTINCT FROM NEW.agency_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('form_templates', 'id', 'ref_id', 'agency_id', 'created_on');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON form_templates FOR EACH ROW
  WHEN (NEW.source_id IS NOT NULL)
  EXECUTE FUNCTION stowage.form_templates_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON form_templates FOR EACH ROW
  WHEN (OLD.source_id IS DISTINCT FROM NEW.source_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.form_templates_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON form_templates FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.form_templates_soft_delete();

ALTER TABLE form_templates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees its own rows and those that are shared by all.
CREATE POLICY own_or_shared_rows ON form_templates FOR SELECT
  TO form_house_app
  USING (agency_id IS NULL OR agency_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It adds rows of its own.
CREATE POLICY own_rows_insert ON form_templates FOR INSERT
  TO form_house_app
  WITH CHECK (agency_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes its own.
CREATE POLICY own_rows_update ON form_templates FOR UPDATE
  TO form_house_app
  USING (agency_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (agency_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It removes its own.
CREATE POLICY own_rows_delete ON form_templates FOR DELETE
  TO form_house_app
  USING (agency_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON form_templates FOR ALL
  TO form_house_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON form_templates FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON form_templates TO form_house_app, form_house_system;
GRANT SELECT ON form_templates TO form_house_backup;

-- The rows of form_templates that are not deleted.
CREATE VIEW live_form_templates WITH (security_invoker = true) AS
  SELECT id, ref_id, agency_id, source_id, language_id, name, blank_s3_key, created_on, updated_on, revision, deleted_on
  FROM form_templates
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_form_templates IS 'The rows of form_templates that are not deleted.';
REVOKE ALL ON live_form_templates FROM PUBLIC;
GRANT SELECT ON live_form_templates TO form_house_app, form_house_system, form_house_backup;

-- languages -----------------------------------------------------------------------------------------------------------
-- A language that forms come in.
-- In PostgreSQL: joined with forms
-- Belongs to no tenant: all see it, none writes it.

CREATE TABLE languages (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT languages_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tag        varchar(35)          NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT languages_pkey PRIMARY KEY (id),
  CONSTRAINT languages_ref_id_key UNIQUE (ref_id),
  CONSTRAINT languages_tag_key UNIQUE (tag)
);

COMMENT ON TABLE languages IS 'A language that forms come in.';
COMMENT ON COLUMN languages.tag IS 'BCP 47 tag.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON languages FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON languages FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('languages', 'id', 'ref_id', 'created_on');

REVOKE ALL ON languages FROM PUBLIC;
GRANT SELECT ON languages TO form_house_app, form_house_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON languages TO form_house_system;

-- officers ------------------------------------------------------------------------------------------------------------
-- Someone at an agency.
-- In PostgreSQL: referenced by what they fill in

CREATE TABLE officers (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT officers_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  agency_id  uuid                 NOT NULL,
  email      text                 NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT officers_pkey PRIMARY KEY (id),
  CONSTRAINT officers_ref_id_key UNIQUE (ref_id),
  CONSTRAINT officers_agency_id_id_key UNIQUE (agency_id, id),
  CONSTRAINT officers_agency_id_email_key UNIQUE (agency_id, email)
);

COMMENT ON TABLE officers IS 'Someone at an agency.';
COMMENT ON COLUMN officers.agency_id IS 'The tenant it belongs to.';
COMMENT ON COLUMN officers.email     IS 'Address.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON officers FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON officers FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.agency_id IS DISTINCT FROM NEW.agency_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('officers', 'id', 'ref_id', 'agency_id', 'created_on');

ALTER TABLE officers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON officers FOR ALL
  TO form_house_app
  USING (agency_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (agency_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON officers FOR ALL
  TO form_house_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON officers FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON officers TO form_house_app, form_house_system;
GRANT SELECT ON officers TO form_house_backup;

-- References ==========================================================================================================

ALTER TABLE filled_forms
  ADD CONSTRAINT filled_forms_agency_id_fkey           FOREIGN KEY (agency_id)            REFERENCES agencies (id)            ON DELETE RESTRICT,
  ADD CONSTRAINT filled_forms_form_template_id_fkey    FOREIGN KEY (form_template_id)     REFERENCES form_templates (id)      ON DELETE RESTRICT,
  ADD CONSTRAINT filled_forms_agency_id_filled_by_fkey FOREIGN KEY (agency_id, filled_by) REFERENCES officers (agency_id, id) ON DELETE RESTRICT;

ALTER TABLE form_templates
  ADD CONSTRAINT form_templates_agency_id_fkey   FOREIGN KEY (agency_id)   REFERENCES agencies (id)       ON DELETE RESTRICT,
  ADD CONSTRAINT form_templates_source_id_fkey   FOREIGN KEY (source_id)   REFERENCES form_templates (id) ON DELETE RESTRICT,
  ADD CONSTRAINT form_templates_language_id_fkey FOREIGN KEY (language_id) REFERENCES languages (id)      ON DELETE RESTRICT;

ALTER TABLE officers
  ADD CONSTRAINT officers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies (id) ON DELETE RESTRICT;

REVOKE CREATE ON SCHEMA stowage FROM form_house_system;
RESET ROLE;
RESET standard_conforming_strings;
RESET search_path;
