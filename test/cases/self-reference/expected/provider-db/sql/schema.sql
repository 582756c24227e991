-- family-tree: People and their parents.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by the owner of the
-- database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: schemas, functions; the tables by subject; references.
--   Family  houses, people

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

-- Family ==============================================================================================================

-- Who comes from whom.

-- houses --------------------------------------------------------------------------------------------------------------
-- Where a family lives.
-- In PostgreSQL: joined with people
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE houses (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT houses_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  head_id    uuid,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,
  deleted_on timestamptz(3),

  CONSTRAINT houses_pkey PRIMARY KEY (id),
  CONSTRAINT houses_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE houses IS 'Where a family lives.';
COMMENT ON COLUMN houses.head_id IS 'Who speaks for the house.';

CREATE INDEX houses_head_id_idx ON houses (head_id);

CREATE FUNCTION stowage.houses_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."people" AS target WHERE target."id" = NEW."head_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."head_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."people" AS target
    WHERE target."id" = NEW."head_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('houses', 'head_id', 'people', 'houses_head_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.houses_check_references() IS 'Refuses a row of houses that refers to what is deleted, or to what is another tenant''s.';

CREATE FUNCTION stowage.houses_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."houses" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."people" AS child
    WHERE child."house_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('people', 'house_id', 'houses', 'people_house_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.houses_soft_delete() IS 'Before a row of houses counts as deleted: refuses while live rows hang on it, or deletes them with it.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON houses FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON houses FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('houses', 'id', 'ref_id', 'created_on');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON houses FOR EACH ROW
  WHEN (NEW.head_id IS NOT NULL)
  EXECUTE FUNCTION stowage.houses_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON houses FOR EACH ROW
  WHEN (OLD.head_id IS DISTINCT FROM NEW.head_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.houses_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON houses FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.houses_soft_delete();

-- The rows of houses that are not deleted.
CREATE VIEW live_houses WITH (security_invoker = true) AS
  SELECT id, ref_id, head_id, created_on, updated_on, revision, deleted_on
  FROM houses
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_houses IS 'The rows of houses that are not deleted.';

-- people --------------------------------------------------------------------------------------------------------------
-- Someone in the tree.
-- In PostgreSQL: walked up and down
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE people (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT people_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name       varchar(200)         NOT NULL,
  mother_id  uuid,
  father_id  uuid,
  house_id   uuid,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,
  deleted_on timestamptz(3),

  CONSTRAINT people_pkey PRIMARY KEY (id),
  CONSTRAINT people_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE people IS 'Someone in the tree.';
COMMENT ON COLUMN people.name      IS 'Full name.';
COMMENT ON COLUMN people.mother_id IS 'Who bore them.';
COMMENT ON COLUMN people.father_id IS 'Who fathered them.';
COMMENT ON COLUMN people.house_id  IS 'Where they live; the house knows its head.';

CREATE INDEX people_mother_id_idx ON people (mother_id);
CREATE INDEX people_father_id_idx ON people (father_id);
CREATE INDEX people_house_id_idx ON people (house_id);

CREATE FUNCTION stowage.people_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."people" AS target WHERE target."id" = NEW."mother_id" FOR KEY SHARE;
    PERFORM FROM public."people" AS target WHERE target."id" = NEW."father_id" FOR KEY SHARE;
    PERFORM FROM public."houses" AS target WHERE target."id" = NEW."house_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."mother_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."people" AS target
    WHERE target."id" = NEW."mother_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('people', 'mother_id', 'people', 'people_mother_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."father_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."people" AS target
    WHERE target."id" = NEW."father_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('people', 'father_id', 'people', 'people_father_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."house_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."houses" AS target
    WHERE target."id" = NEW."house_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('people', 'house_id', 'houses', 'people_house_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.people_check_references() IS 'Refuses a row of people that refers to what is deleted, or to what is another tenant''s.';

CREATE FUNCTION stowage.people_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."people" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."houses" AS child
    WHERE child."head_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('houses', 'head_id', 'people', 'houses_head_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."people" AS child
    WHERE child."mother_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('people', 'mother_id', 'people', 'people_mother_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."people" AS child
    WHERE child."father_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('people', 'father_id', 'people', 'people_father_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.people_soft_delete() IS 'Before a row of people counts as deleted: refuses while live rows hang on it, or deletes them with it.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON people FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON people FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('people', 'id', 'ref_id', 'created_on');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON people FOR EACH ROW
  WHEN (NEW.mother_id IS NOT NULL OR NEW.father_id IS NOT NULL OR NEW.house_id IS NOT NULL)
  EXECUTE FUNCTION stowage.people_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON people FOR EACH ROW
  WHEN (
    OLD.mother_id IS DISTINCT FROM NEW.mother_id OR OLD.father_id IS DISTINCT FROM NEW.father_id
    OR OLD.house_id IS DISTINCT FROM NEW.house_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.people_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON people FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.people_soft_delete();

-- The rows of people that are not deleted.
CREATE VIEW live_people WITH (security_invoker = true) AS
  SELECT id, ref_id, name, mother_id, father_id, house_id, created_on, updated_on, revision, deleted_on
  FROM people
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_people IS 'The rows of people that are not deleted.';

-- References ==========================================================================================================

ALTER TABLE houses
  ADD CONSTRAINT houses_head_id_fkey FOREIGN KEY (head_id) REFERENCES people (id) ON DELETE SET NULL (head_id);

ALTER TABLE people
  ADD CONSTRAINT people_mother_id_fkey FOREIGN KEY (mother_id) REFERENCES people (id) ON DELETE RESTRICT,
  ADD CONSTRAINT people_father_id_fkey FOREIGN KEY (father_id) REFERENCES people (id) ON DELETE RESTRICT,
  ADD CONSTRAINT people_house_id_fkey  FOREIGN KEY (house_id)  REFERENCES houses (id) ON DELETE RESTRICT;

RESET standard_conforming_strings;
RESET search_path;
