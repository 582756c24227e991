-- patent-office: Names longer than PostgreSQL takes.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by a superuser or
-- by any role that may create roles and owns the database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: roles and schemas, functions; the tables by subject; references.
--   International supplementary protection certificates  offices,
--                                                        supplementary_protection_certificate_application_amend_52ccac99

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Roles ===============================================================================================================

-- patent_office_owner: Owns every table and function; nobody signs in as it.
-- patent_office_app: What the application works as: it sees the rows of one tenant at a time.
-- patent_office_system: What jobs for all tenants take on: it sees every row.
-- patent_office_backup: What pg_dump works as: it reads every row and writes none.

DO $roles$
DECLARE
  wanted record;
  found record;
  is_16 constant boolean := current_setting('server_version_num')::integer >= 160000;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stowage: roles', 0));
  FOR wanted IN
    SELECT * FROM (VALUES
      ('patent_office_owner', false, true),
      ('patent_office_app', false, false),
      ('patent_office_system', false, true),
      ('patent_office_backup', true, false)
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
    FROM unnest(ARRAY['patent_office_app', 'patent_office_system', 'patent_office_backup']) AS member,
      unnest(ARRAY['patent_office_owner', 'patent_office_app', 'patent_office_system', 'patent_office_backup']) AS held
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
GRANT USAGE, CREATE ON SCHEMA public TO patent_office_owner;
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
  WHERE NOT role.rolsuper AND role.rolname NOT IN (current_user, 'patent_office_owner')
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = made.catalog AND objid = made.id AND deptype = 'e');
  IF planted IS NOT NULL THEN
    RAISE EXCEPTION 'the schema public holds what somebody else has made: %', planted
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'The tables that are made here would take it for PostgreSQL''s own. Drop it, or begin with an empty database.';
  END IF;
END
$public$;
GRANT USAGE ON SCHEMA public TO patent_office_app, patent_office_system, patent_office_backup;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage AUTHORIZATION patent_office_owner;

SET search_path = public;
SET ROLE patent_office_owner;
GRANT USAGE ON SCHEMA stowage TO patent_office_app, patent_office_system, patent_office_backup;
GRANT CREATE ON SCHEMA stowage TO patent_office_system;

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
GRANT EXECUTE ON FUNCTION stowage.refuse_reference(text, text, text, text, text) TO patent_office_system;

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
GRANT EXECUTE ON FUNCTION stowage.refuse_deletion(text, text, text, text) TO patent_office_system;

-- International supplementary protection certificates =================================================================

-- Long names from an honest trade.

-- offices -------------------------------------------------------------------------------------------------------------
-- An office that grants.
-- In PostgreSQL: the tenant itself
-- The tenants themselves: each sees itself.

CREATE TABLE offices (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT offices_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name       varchar(100)         NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT offices_pkey PRIMARY KEY (id),
  CONSTRAINT offices_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE offices IS 'An office that grants.';
COMMENT ON COLUMN offices.name IS 'What it is called.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON offices FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON offices FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('offices', 'id', 'ref_id', 'created_on');

ALTER TABLE offices ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees itself.
CREATE POLICY own_tenant ON offices FOR SELECT
  TO patent_office_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes itself.
CREATE POLICY own_tenant_update ON offices FOR UPDATE
  TO patent_office_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON offices FOR ALL
  TO patent_office_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON offices FROM PUBLIC;
GRANT SELECT, UPDATE ON offices TO patent_office_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON offices TO patent_office_system;
GRANT SELECT ON offices TO patent_office_backup;

-- supplementary_protection_certificate_application_amend_52ccac99 -----------------------------------------------------
-- A request to amend an application; two of its derived names differ only behind the cut.
-- In PostgreSQL: counted
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE supplementary_protection_certificate_application_amend_52ccac99 (
  id                                                         uuid                 NOT NULL,
  ref_id                                                     char(26) COLLATE "C" NOT NULL
    CONSTRAINT supplementary_protection_certificate_application_860bd0c6_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  office_id                                                  uuid                 NOT NULL,
  previous_supplementary_protection_certificate_request_a_id uuid,
  previous_supplementary_protection_certificate_request_b_id uuid,
  the_number_under_which_the_application_was_first_published varchar(40)          NOT NULL,
  created_on                                                 timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on                                                 timestamptz(3)       NOT NULL DEFAULT now(),
  revision                                                   integer              NOT NULL DEFAULT 0,
  deleted_on                                                 timestamptz(3),

  CONSTRAINT supplementary_protection_certificate_application_68b0ec38_pkey PRIMARY KEY (id),
  CONSTRAINT supplementary_protection_certificate_application_a_712d7b91_key UNIQUE (ref_id),
  CONSTRAINT supplementary_protection_certificate_application_a_6b2256ee_key UNIQUE (office_id, id)
);

COMMENT ON TABLE supplementary_protection_certificate_application_amend_52ccac99 IS 'A request to amend an application; two of its derived names differ only behind the cut.';
COMMENT ON COLUMN supplementary_protection_certificate_application_amend_52ccac99.office_id                                                  IS 'The tenant it belongs to.';
COMMENT ON COLUMN supplementary_protection_certificate_application_amend_52ccac99.previous_supplementary_protection_certificate_request_a_id IS 'The one before it.';
COMMENT ON COLUMN supplementary_protection_certificate_application_amend_52ccac99.previous_supplementary_protection_certificate_request_b_id IS 'The other one before it.';
COMMENT ON COLUMN supplementary_protection_certificate_application_amend_52ccac99.the_number_under_which_the_application_was_first_published IS 'Its number.';

CREATE UNIQUE INDEX supplementary_protection_certificate_application_a_cb49c320_key
  ON supplementary_protection_certificate_application_amend_52ccac99 (
    office_id, the_number_under_which_the_application_was_first_published
  )
  WHERE (deleted_on IS NULL);
CREATE INDEX supplementary_protection_certificate_application_a_9a06dec5_idx
  ON supplementary_protection_certificate_application_amend_52ccac99 (
    office_id, previous_supplementary_protection_certificate_request_a_id
  );
CREATE INDEX supplementary_protection_certificate_application_a_41ddc21c_idx
  ON supplementary_protection_certificate_application_amend_52ccac99 (
    office_id, previous_supplementary_protection_certificate_request_b_id
  );

-- With the rights of patent_office_system, whoever calls:
SET ROLE patent_office_system;

CREATE FUNCTION stowage.supplementary_protection_certificate_89f33ca5_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."supplementary_protection_certificate_application_amend_52ccac99" AS target WHERE target."id" = NEW."previous_supplementary_protection_certificate_request_a_id" FOR KEY SHARE;
    PERFORM FROM public."supplementary_protection_certificate_application_amend_52ccac99" AS target WHERE target."id" = NEW."previous_supplementary_protection_certificate_request_b_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."previous_supplementary_protection_certificate_request_a_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."supplementary_protection_certificate_application_amend_52ccac99" AS target
    WHERE target."id" = NEW."previous_supplementary_protection_certificate_request_a_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('supplementary_protection_certificate_application_amend_52ccac99', 'previous_supplementary_protection_certificate_request_a_id', 'supplementary_protection_certificate_application_amend_52ccac99', 'supplementary_protection_certificate_application_40014e88_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."previous_supplementary_protection_certificate_request_b_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."supplementary_protection_certificate_application_amend_52ccac99" AS target
    WHERE target."id" = NEW."previous_supplementary_protection_certificate_request_b_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('supplementary_protection_certificate_application_amend_52ccac99', 'previous_supplementary_protection_certificate_request_b_id', 'supplementary_protection_certificate_application_amend_52ccac99', 'supplementary_protection_certificate_application_e526fefc_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.supplementary_protection_certificate_89f33ca5_check_references() IS 'Refuses a row of supplementary_protection_certificate_application_amend_52ccac99 that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.supplementary_protection_certificate_89f33ca5_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.supplementary_protection_certificate_89f33ca5_check_references() TO patent_office_owner;

CREATE FUNCTION stowage.supplementary_protection_certificate_appli_faadf2c2_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."supplementary_protection_certificate_application_amend_52ccac99" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."supplementary_protection_certificate_application_amend_52ccac99" AS child
    WHERE child."office_id" = NEW."office_id" AND child."previous_supplementary_protection_certificate_request_a_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('supplementary_protection_certificate_application_amend_52ccac99', 'previous_supplementary_protection_certificate_request_a_id', 'supplementary_protection_certificate_application_amend_52ccac99', 'supplementary_protection_certificate_application_40014e88_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."supplementary_protection_certificate_application_amend_52ccac99" AS child
    WHERE child."office_id" = NEW."office_id" AND child."previous_supplementary_protection_certificate_request_b_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('supplementary_protection_certificate_application_amend_52ccac99', 'previous_supplementary_protection_certificate_request_b_id', 'supplementary_protection_certificate_application_amend_52ccac99', 'supplementary_protection_certificate_application_e526fefc_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.supplementary_protection_certificate_appli_faadf2c2_soft_delete() IS 'Before a row of supplementary_protection_certificate_application_amend_52ccac99 counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.supplementary_protection_certificate_appli_faadf2c2_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.supplementary_protection_certificate_appli_faadf2c2_soft_delete() TO patent_office_owner;

SET ROLE patent_office_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON supplementary_protection_certificate_application_amend_52ccac99 FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON supplementary_protection_certificate_application_amend_52ccac99 FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.office_id IS DISTINCT FROM NEW.office_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'supplementary_protection_certificate_application_amend_52ccac99', 'id', 'ref_id', 'office_id', 'created_on'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON supplementary_protection_certificate_application_amend_52ccac99 FOR EACH ROW
  WHEN (
    NEW.previous_supplementary_protection_certificate_request_a_id IS NOT NULL
    OR NEW.previous_supplementary_protection_certificate_request_b_id IS NOT NULL
  )
  EXECUTE FUNCTION stowage.supplementary_protection_certificate_89f33ca5_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON supplementary_protection_certificate_application_amend_52ccac99 FOR EACH ROW
  WHEN (
    OLD.previous_supplementary_protection_certificate_request_a_id IS DISTINCT FROM NEW.previous_supplementary_protection_certificate_request_a_id
    OR OLD.previous_supplementary_protection_certificate_request_b_id IS DISTINCT FROM NEW.previous_supplementary_protection_certificate_request_b_id
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.supplementary_protection_certificate_89f33ca5_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON supplementary_protection_certificate_application_amend_52ccac99 FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.supplementary_protection_certificate_appli_faadf2c2_soft_delete();

ALTER TABLE supplementary_protection_certificate_application_amend_52ccac99 ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON supplementary_protection_certificate_application_amend_52ccac99 FOR ALL
  TO patent_office_app
  USING (office_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (office_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON supplementary_protection_certificate_application_amend_52ccac99 FOR ALL
  TO patent_office_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON supplementary_protection_certificate_application_amend_52ccac99 FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON supplementary_protection_certificate_application_amend_52ccac99 TO patent_office_app, patent_office_system;
GRANT SELECT ON supplementary_protection_certificate_application_amend_52ccac99 TO patent_office_backup;

-- The rows of supplementary_protection_certificate_application_amend_52ccac99 that are not deleted.
CREATE VIEW live_supplementary_protection_certificate_application_980fa5a3 WITH (security_invoker = true) AS
  SELECT id, ref_id, office_id, previous_supplementary_protection_certificate_request_a_id,
    previous_supplementary_protection_certificate_request_b_id,
    the_number_under_which_the_application_was_first_published, created_on, updated_on, revision, deleted_on
  FROM supplementary_protection_certificate_application_amend_52ccac99
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_supplementary_protection_certificate_application_980fa5a3 IS 'The rows of supplementary_protection_certificate_application_amend_52ccac99 that are not deleted.';
REVOKE ALL ON live_supplementary_protection_certificate_application_980fa5a3 FROM PUBLIC;
GRANT SELECT ON live_supplementary_protection_certificate_application_980fa5a3 TO patent_office_app, patent_office_system, patent_office_backup;

-- References ==========================================================================================================

ALTER TABLE supplementary_protection_certificate_application_amend_52ccac99
  ADD CONSTRAINT supplementary_protection_certificate_application_00870fd3_fkey FOREIGN KEY (office_id)                                                             REFERENCES offices (id)                                                                    ON DELETE RESTRICT,
  ADD CONSTRAINT supplementary_protection_certificate_application_40014e88_fkey FOREIGN KEY (office_id, previous_supplementary_protection_certificate_request_a_id) REFERENCES supplementary_protection_certificate_application_amend_52ccac99 (office_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT supplementary_protection_certificate_application_e526fefc_fkey FOREIGN KEY (office_id, previous_supplementary_protection_certificate_request_b_id) REFERENCES supplementary_protection_certificate_application_amend_52ccac99 (office_id, id) ON DELETE RESTRICT;

REVOKE CREATE ON SCHEMA stowage FROM patent_office_system;
RESET ROLE;
RESET standard_conforming_strings;
RESET search_path;
