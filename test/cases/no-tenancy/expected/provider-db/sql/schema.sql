-- town-library: A library with one house and no tenants.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by the owner of the
-- database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: schemas, functions, what Stowage keeps; the tables by subject; references.
--   Library  books, loans

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
  ('loans', 'out', 'back'),
  ('loans', 'out', 'lost');

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

-- Library =============================================================================================================

-- Books and who has them.

-- books ---------------------------------------------------------------------------------------------------------------
-- One copy on the shelf.
-- In PostgreSQL: counted and lent

CREATE TABLE books (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT books_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  title      varchar(300)         NOT NULL,
  isbn       varchar(13)
    CONSTRAINT books_isbn_check CHECK (isbn COLLATE "C" ~ '^[0-9]{13}$'),
  shelf      varchar(10)          NOT NULL,
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT books_pkey PRIMARY KEY (id),
  CONSTRAINT books_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE books IS 'One copy on the shelf.';
COMMENT ON COLUMN books.title IS 'As it stands on the cover.';
COMMENT ON COLUMN books.isbn  IS 'Thirteen digits without hyphens.';
COMMENT ON COLUMN books.shelf IS 'Where it belongs.';

-- One copy of each edition.
CREATE UNIQUE INDEX books_isbn_where_isbn_key ON books (isbn) WHERE isbn IS NOT NULL;

CREATE INDEX books_shelf_title_idx ON books (shelf, title);

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON books FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON books FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('books', 'id', 'ref_id', 'created_on');

-- loans ---------------------------------------------------------------------------------------------------------------
-- A book that someone took home.
-- In PostgreSQL: joined with books and counted
-- Life cycle of state, from out: out -> back | lost.

CREATE TABLE loans (
  id         uuid                 NOT NULL,
  ref_id     char(26) COLLATE "C" NOT NULL
    CONSTRAINT loans_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  book_id    uuid                 NOT NULL,
  reader     varchar(200)         NOT NULL,
  due_on     date                 NOT NULL,
  state      text COLLATE "C"     NOT NULL DEFAULT 'out'
    CONSTRAINT loans_state_check CHECK (state IN ('out', 'back', 'lost')),
  created_on timestamptz(3)       NOT NULL DEFAULT now(),
  updated_on timestamptz(3)       NOT NULL DEFAULT now(),
  revision   integer              NOT NULL DEFAULT 0,

  CONSTRAINT loans_pkey PRIMARY KEY (id),
  CONSTRAINT loans_ref_id_key UNIQUE (ref_id)
);

COMMENT ON TABLE loans IS 'A book that someone took home.';
COMMENT ON COLUMN loans.book_id IS 'What was taken.';
COMMENT ON COLUMN loans.reader  IS 'Who took it.';
COMMENT ON COLUMN loans.due_on  IS 'When it should be back.';
COMMENT ON COLUMN loans.state   IS 'Where it stands.';

CREATE UNIQUE INDEX one_loan_at_a_time ON loans (book_id) WHERE state = 'out';
CREATE INDEX loans_book_id_created_on_idx ON loans (book_id, created_on DESC);
-- What is overdue.
CREATE INDEX loans_due_on_where_state_idx ON loans (due_on) WHERE state = 'out';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON loans FOR EACH ROW
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON loans FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('loans', 'id', 'ref_id', 'created_on');
-- A new row begins as out.
CREATE TRIGGER lifecycle_start AFTER INSERT ON loans FOR EACH ROW
  WHEN (NEW.state <> 'out')
  EXECUTE FUNCTION stowage.refuse_start('loans', 'state', 'out');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON loans FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.check_move_of_state('loans', 'state');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON loans FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION stowage.record_move('loans', 'state', 'Loan', '', 'ref_id', '');

-- References ==========================================================================================================

ALTER TABLE loans
  ADD CONSTRAINT loans_book_id_fkey FOREIGN KEY (book_id) REFERENCES books (id) ON DELETE RESTRICT;

RESET standard_conforming_strings;
RESET search_path;
