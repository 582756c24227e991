-- leadmetrics: A marketing platform for many tenants whose agents plan the work, do it and account for it.
--
-- Generated from the spec: change that, not this file. It makes the whole database in an empty one, by a superuser or
-- by any role that may create roles and owns the database, in one transaction:
-- psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql
--
-- In this order: roles and schemas, functions, what Stowage keeps; the tables by subject; references, look-ups.
--   Billing     invoices, invoice_lines, plans, subscriptions, usage_records
--   CRM         leads, lead_activities
--   Campaigns   campaigns
--   Channels    channels, channel_scores
--   Content     backlinks, blog_posts, blog_requests, social_media_requests, social_posts
--   Identity    contracts, sessions, tenants, users
--   Onboarding  onboarding_runs
--   Operations  agent_configs
--   Paid ads    ad_campaigns, ad_keywords, ad_optimization_recommendations, search_term_classifications,
--               search_term_reports
--   Pipeline    activities, activity_runs, activity_templates, llm_calls, recurring_task_templates, tool_calls
--   Strategy    deliverables, deliverable_periods, goals, strategies

SET search_path = pg_catalog;
SET standard_conforming_strings = on;

-- Roles ===============================================================================================================

-- leadmetrics_owner: Owns every table and function; nobody signs in as it.
-- leadmetrics_app: What the application works as: it sees the rows of one tenant at a time.
-- leadmetrics_system: What jobs for all tenants take on: it sees every row.
-- leadmetrics_loader: What loads historic rows: it adds the rows of one tenant at a time, with the states and times
-- they had.
-- leadmetrics_backup: What pg_dump works as: it reads every row and writes none.

DO $roles$
DECLARE
  wanted record;
  found record;
  is_16 constant boolean := current_setting('server_version_num')::integer >= 160000;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stowage: roles', 0));
  FOR wanted IN
    SELECT * FROM (VALUES
      ('leadmetrics_owner', false, true),
      ('leadmetrics_app', false, false),
      ('leadmetrics_system', false, true),
      ('leadmetrics_loader', false, false),
      ('leadmetrics_backup', true, false)
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
    FROM unnest(ARRAY['leadmetrics_app', 'leadmetrics_system', 'leadmetrics_loader', 'leadmetrics_backup']) AS member,
      unnest(ARRAY['leadmetrics_owner', 'leadmetrics_app', 'leadmetrics_system', 'leadmetrics_loader', 'leadmetrics_backup']) AS held
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
GRANT USAGE, CREATE ON SCHEMA public TO leadmetrics_owner;
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
  WHERE NOT role.rolsuper AND role.rolname NOT IN (current_user, 'leadmetrics_owner')
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = made.catalog AND objid = made.id AND deptype = 'e');
  IF planted IS NOT NULL THEN
    RAISE EXCEPTION 'the schema public holds what somebody else has made: %', planted
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'The tables that are made here would take it for PostgreSQL''s own. Drop it, or begin with an empty database.';
  END IF;
END
$public$;
GRANT USAGE ON SCHEMA public TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- Schema stowage: What makes it hold: functions, legal moves, partitions.
CREATE SCHEMA stowage AUTHORIZATION leadmetrics_owner;

SET search_path = public;
SET ROLE leadmetrics_owner;
GRANT USAGE ON SCHEMA stowage TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;
GRANT CREATE ON SCHEMA stowage TO leadmetrics_system;

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
GRANT EXECUTE ON FUNCTION stowage.refuse_reference(text, text, text, text, text) TO leadmetrics_system;

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
GRANT EXECUTE ON FUNCTION stowage.refuse_deletion(text, text, text, text) TO leadmetrics_system;

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
      ('llm_calls', 'llm_calls')
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
      EXECUTE pg_catalog.format('GRANT SELECT ON stowage.%I TO %I', name, 'leadmetrics_backup');
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
GRANT EXECUTE ON FUNCTION stowage.ensure_partitions(integer) TO leadmetrics_system;

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
  ('activities',                      'pending',           'queued'),
  ('activities',                      'pending',           'cancelled'),
  ('activities',                      'queued',            'running'),
  ('activities',                      'queued',            'cancelled'),
  ('activities',                      'running',           'awaiting_review'),
  ('activities',                      'running',           'completed'),
  ('activities',                      'running',           'failed'),
  ('activities',                      'running',           'cancelled'),
  ('activities',                      'awaiting_review',   'completed'),
  ('activities',                      'awaiting_review',   'queued'),
  ('activities',                      'awaiting_review',   'cancelled'),
  ('activities',                      'failed',            'queued'),
  ('activities',                      'failed',            'cancelled'),
  ('activity_runs',                   'queued',            'running'),
  ('activity_runs',                   'queued',            'cancelled'),
  ('activity_runs',                   'running',           'succeeded'),
  ('activity_runs',                   'running',           'failed'),
  ('activity_runs',                   'running',           'timed_out'),
  ('activity_runs',                   'running',           'cancelled'),
  ('ad_optimization_recommendations', 'proposed',          'approved'),
  ('ad_optimization_recommendations', 'proposed',          'rejected'),
  ('ad_optimization_recommendations', 'proposed',          'expired'),
  ('ad_optimization_recommendations', 'approved',          'applying'),
  ('ad_optimization_recommendations', 'approved',          'rejected'),
  ('ad_optimization_recommendations', 'approved',          'expired'),
  ('ad_optimization_recommendations', 'applying',          'applied'),
  ('ad_optimization_recommendations', 'applying',          'failed'),
  ('ad_optimization_recommendations', 'failed',            'applying'),
  ('ad_optimization_recommendations', 'failed',            'rejected'),
  ('ad_optimization_recommendations', 'failed',            'expired'),
  ('backlinks',                       'prospect',          'contacted'),
  ('backlinks',                       'prospect',          'live'),
  ('backlinks',                       'prospect',          'rejected'),
  ('backlinks',                       'contacted',         'negotiating'),
  ('backlinks',                       'contacted',         'live'),
  ('backlinks',                       'contacted',         'rejected'),
  ('backlinks',                       'negotiating',       'live'),
  ('backlinks',                       'negotiating',       'rejected'),
  ('backlinks',                       'live',              'lost'),
  ('backlinks',                       'lost',              'live'),
  ('backlinks',                       'lost',              'rejected'),
  ('blog_posts',                      'draft',             'in_review'),
  ('blog_posts',                      'draft',             'archived'),
  ('blog_posts',                      'in_review',         'approved'),
  ('blog_posts',                      'in_review',         'changes_requested'),
  ('blog_posts',                      'in_review',         'archived'),
  ('blog_posts',                      'changes_requested', 'in_review'),
  ('blog_posts',                      'changes_requested', 'archived'),
  ('blog_posts',                      'approved',          'scheduled'),
  ('blog_posts',                      'approved',          'published'),
  ('blog_posts',                      'approved',          'publish_failed'),
  ('blog_posts',                      'approved',          'archived'),
  ('blog_posts',                      'scheduled',         'published'),
  ('blog_posts',                      'scheduled',         'publish_failed'),
  ('blog_posts',                      'scheduled',         'approved'),
  ('blog_posts',                      'published',         'archived'),
  ('blog_posts',                      'publish_failed',    'scheduled'),
  ('blog_posts',                      'publish_failed',    'archived'),
  ('blog_requests',                   'draft',             'submitted'),
  ('blog_requests',                   'draft',             'cancelled'),
  ('blog_requests',                   'submitted',         'accepted'),
  ('blog_requests',                   'submitted',         'declined'),
  ('blog_requests',                   'submitted',         'cancelled'),
  ('blog_requests',                   'accepted',          'in_progress'),
  ('blog_requests',                   'accepted',          'cancelled'),
  ('blog_requests',                   'in_progress',       'fulfilled'),
  ('blog_requests',                   'in_progress',       'cancelled'),
  ('campaigns',                       'draft',             'planned'),
  ('campaigns',                       'draft',             'cancelled'),
  ('campaigns',                       'planned',           'active'),
  ('campaigns',                       'planned',           'cancelled'),
  ('campaigns',                       'active',            'paused'),
  ('campaigns',                       'active',            'completed'),
  ('campaigns',                       'active',            'cancelled'),
  ('campaigns',                       'paused',            'active'),
  ('campaigns',                       'paused',            'completed'),
  ('campaigns',                       'paused',            'cancelled'),
  ('channels',                        'pending',           'connected'),
  ('channels',                        'pending',           'disconnected'),
  ('channels',                        'connected',         'expired'),
  ('channels',                        'connected',         'revoked'),
  ('channels',                        'connected',         'disconnected'),
  ('channels',                        'expired',           'connected'),
  ('channels',                        'expired',           'revoked'),
  ('channels',                        'expired',           'disconnected'),
  ('channels',                        'revoked',           'connected'),
  ('channels',                        'revoked',           'disconnected'),
  ('deliverables',                    'draft',             'active'),
  ('deliverables',                    'draft',             'cancelled'),
  ('deliverables',                    'active',            'paused'),
  ('deliverables',                    'active',            'completed'),
  ('deliverables',                    'active',            'cancelled'),
  ('deliverables',                    'paused',            'active'),
  ('deliverables',                    'paused',            'cancelled'),
  ('deliverable_periods',             'planned',           'in_progress'),
  ('deliverable_periods',             'planned',           'skipped'),
  ('deliverable_periods',             'in_progress',       'delivered'),
  ('deliverable_periods',             'in_progress',       'missed'),
  ('deliverable_periods',             'in_progress',       'skipped'),
  ('deliverable_periods',             'missed',            'delivered'),
  ('goals',                           'planned',           'active'),
  ('goals',                           'planned',           'dropped'),
  ('goals',                           'active',            'achieved'),
  ('goals',                           'active',            'missed'),
  ('goals',                           'active',            'dropped'),
  ('invoices',                        'draft',             'open'),
  ('invoices',                        'draft',             'void'),
  ('invoices',                        'open',              'paid'),
  ('invoices',                        'open',              'uncollectible'),
  ('invoices',                        'open',              'void'),
  ('invoices',                        'uncollectible',     'paid'),
  ('invoices',                        'uncollectible',     'void'),
  ('leads',                           'new',               'contacted'),
  ('leads',                           'new',               'qualified'),
  ('leads',                           'new',               'disqualified'),
  ('leads',                           'contacted',         'qualified'),
  ('leads',                           'contacted',         'lost'),
  ('leads',                           'contacted',         'disqualified'),
  ('leads',                           'qualified',         'proposal'),
  ('leads',                           'qualified',         'won'),
  ('leads',                           'qualified',         'lost'),
  ('leads',                           'proposal',          'won'),
  ('leads',                           'proposal',          'lost'),
  ('leads',                           'lost',              'contacted'),
  ('onboarding_runs',                 'pending',           'scraping'),
  ('onboarding_runs',                 'pending',           'cancelled'),
  ('onboarding_runs',                 'scraping',          'researching'),
  ('onboarding_runs',                 'scraping',          'failed'),
  ('onboarding_runs',                 'scraping',          'cancelled'),
  ('onboarding_runs',                 'researching',       'writing'),
  ('onboarding_runs',                 'researching',       'failed'),
  ('onboarding_runs',                 'researching',       'cancelled'),
  ('onboarding_runs',                 'writing',           'awaiting_review'),
  ('onboarding_runs',                 'writing',           'failed'),
  ('onboarding_runs',                 'writing',           'cancelled'),
  ('onboarding_runs',                 'awaiting_review',   'approved'),
  ('onboarding_runs',                 'awaiting_review',   'rejected'),
  ('onboarding_runs',                 'awaiting_review',   'writing'),
  ('onboarding_runs',                 'failed',            'pending'),
  ('onboarding_runs',                 'failed',            'cancelled'),
  ('search_term_classifications',     'awaiting_review',   'approved'),
  ('search_term_classifications',     'awaiting_review',   'rejected'),
  ('search_term_classifications',     'approved',          'pushing'),
  ('search_term_classifications',     'approved',          'rejected'),
  ('search_term_classifications',     'pushing',           'pushed'),
  ('search_term_classifications',     'pushing',           'push_failed'),
  ('search_term_classifications',     'push_failed',       'pushing'),
  ('search_term_classifications',     'push_failed',       'rejected'),
  ('social_media_requests',           'draft',             'submitted'),
  ('social_media_requests',           'draft',             'cancelled'),
  ('social_media_requests',           'submitted',         'accepted'),
  ('social_media_requests',           'submitted',         'declined'),
  ('social_media_requests',           'submitted',         'cancelled'),
  ('social_media_requests',           'accepted',          'in_progress'),
  ('social_media_requests',           'accepted',          'cancelled'),
  ('social_media_requests',           'in_progress',       'fulfilled'),
  ('social_media_requests',           'in_progress',       'cancelled'),
  ('social_posts',                    'draft',             'in_review'),
  ('social_posts',                    'draft',             'archived'),
  ('social_posts',                    'in_review',         'approved'),
  ('social_posts',                    'in_review',         'changes_requested'),
  ('social_posts',                    'in_review',         'archived'),
  ('social_posts',                    'changes_requested', 'in_review'),
  ('social_posts',                    'changes_requested', 'archived'),
  ('social_posts',                    'approved',          'scheduled'),
  ('social_posts',                    'approved',          'published'),
  ('social_posts',                    'approved',          'publish_failed'),
  ('social_posts',                    'approved',          'archived'),
  ('social_posts',                    'scheduled',         'published'),
  ('social_posts',                    'scheduled',         'publish_failed'),
  ('social_posts',                    'scheduled',         'approved'),
  ('social_posts',                    'published',         'archived'),
  ('social_posts',                    'publish_failed',    'scheduled'),
  ('social_posts',                    'publish_failed',    'archived'),
  ('strategies',                      'draft',             'in_review'),
  ('strategies',                      'in_review',         'draft'),
  ('strategies',                      'in_review',         'approved'),
  ('strategies',                      'in_review',         'rejected'),
  ('strategies',                      'approved',          'active'),
  ('strategies',                      'approved',          'superseded'),
  ('strategies',                      'active',            'superseded'),
  ('subscriptions',                   'incomplete',        'trialing'),
  ('subscriptions',                   'incomplete',        'active'),
  ('subscriptions',                   'incomplete',        'cancelled'),
  ('subscriptions',                   'trialing',          'active'),
  ('subscriptions',                   'trialing',          'past_due'),
  ('subscriptions',                   'trialing',          'paused'),
  ('subscriptions',                   'trialing',          'cancelled'),
  ('subscriptions',                   'active',            'past_due'),
  ('subscriptions',                   'active',            'paused'),
  ('subscriptions',                   'active',            'cancelled'),
  ('subscriptions',                   'past_due',          'active'),
  ('subscriptions',                   'past_due',          'paused'),
  ('subscriptions',                   'past_due',          'cancelled'),
  ('subscriptions',                   'paused',            'active'),
  ('subscriptions',                   'paused',            'cancelled'),
  ('tenants',                         'trial',             'active'),
  ('tenants',                         'trial',             'closed'),
  ('tenants',                         'active',            'suspended'),
  ('tenants',                         'active',            'closed'),
  ('tenants',                         'suspended',         'active'),
  ('tenants',                         'suspended',         'closed'),
  ('users',                           'invited',           'active'),
  ('users',                           'invited',           'deactivated'),
  ('users',                           'active',            'suspended'),
  ('users',                           'active',            'deactivated'),
  ('users',                           'suspended',         'active'),
  ('users',                           'suspended',         'deactivated');

REVOKE ALL ON stowage.lifecycle_moves FROM PUBLIC;
GRANT SELECT ON stowage.lifecycle_moves TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

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
  TO leadmetrics_owner
  WITH CHECK (true);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.outbox FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.outbox FROM PUBLIC;
GRANT SELECT, UPDATE, DELETE ON stowage.outbox TO leadmetrics_system;
GRANT SELECT ON stowage.outbox TO leadmetrics_backup;
REVOKE ALL ON SEQUENCE stowage.outbox_position_seq FROM PUBLIC;
GRANT SELECT ON SEQUENCE stowage.outbox_position_seq TO leadmetrics_backup;

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
  TO leadmetrics_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.storage_intents FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.storage_intents FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON stowage.storage_intents TO leadmetrics_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.storage_intents TO leadmetrics_system;
GRANT SELECT ON stowage.storage_intents TO leadmetrics_backup;

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
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON stowage.stored_objects FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON stowage.stored_objects FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON stowage.stored_objects TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON stowage.stored_objects TO leadmetrics_loader;
GRANT SELECT ON stowage.stored_objects TO leadmetrics_backup;

-- Billing =============================================================================================================

-- What tenants buy, what they use of it, and what they owe. Amounts are in the minor unit of the currency beside them.

-- invoices ------------------------------------------------------------------------------------------------------------
-- A demand for payment for one period.
-- In PostgreSQL: sums of money that must agree with their lines and with the subscription
-- Life cycle of status, from draft: draft -> open | void; open -> paid | uncollectible | void; uncollectible -> paid |
-- void.

CREATE TABLE invoices (
  id                  uuid                 NOT NULL,
  ref_id              char(26) COLLATE "C" NOT NULL
    CONSTRAINT invoices_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id           uuid                 NOT NULL,
  subscription_id     uuid                 NOT NULL,
  number              varchar(40),
  status              text COLLATE "C"     NOT NULL DEFAULT 'draft'
    CONSTRAINT invoices_status_check CHECK (status IN ('draft', 'open', 'paid', 'uncollectible', 'void')),
  currency            varchar(3)           NOT NULL
    CONSTRAINT invoices_currency_check CHECK (currency COLLATE "C" ~ '^[A-Z]{3}$'),
  subtotal_minor      bigint               NOT NULL,
  tax_minor           bigint               NOT NULL DEFAULT 0,
  total_minor         bigint               NOT NULL,
  paid_minor          bigint               NOT NULL DEFAULT 0
    CONSTRAINT invoices_paid_minor_check CHECK (paid_minor >= 0),
  credited_minor      bigint               NOT NULL DEFAULT 0
    CONSTRAINT invoices_credited_minor_check CHECK (credited_minor >= 0),
  period_starts_on    date                 NOT NULL,
  period_ends_on      date                 NOT NULL,
  issued_on           timestamptz(3),
  due_on              date,
  paid_on             timestamptz(3),
  voided_on           timestamptz(3),
  external_invoice_id text,
  payment_url         text,
  created_on          timestamptz(3)       NOT NULL DEFAULT now(),
  created_by          uuid,
  updated_on          timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by          uuid,
  revision            integer              NOT NULL DEFAULT 0
    CONSTRAINT invoices_revision_check CHECK (revision >= 0),

  CONSTRAINT invoices_pkey PRIMARY KEY (id),
  CONSTRAINT invoices_ref_id_key UNIQUE (ref_id),
  CONSTRAINT invoices_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE invoices IS 'A demand for payment for one period.';
COMMENT ON COLUMN invoices.id                  IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN invoices.ref_id              IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN invoices.tenant_id           IS 'The tenant it belongs to.';
COMMENT ON COLUMN invoices.subscription_id     IS 'What it charges for.';
COMMENT ON COLUMN invoices.number              IS 'Number without gaps; given when it is sent and printed on it.';
COMMENT ON COLUMN invoices.status              IS 'Where it stands.';
COMMENT ON COLUMN invoices.currency            IS 'ISO 4217 code of every amount on it.';
COMMENT ON COLUMN invoices.subtotal_minor      IS 'Sum of its lines before tax.';
COMMENT ON COLUMN invoices.tax_minor           IS 'Sum of its taxes.';
COMMENT ON COLUMN invoices.total_minor         IS 'What is owed.';
COMMENT ON COLUMN invoices.paid_minor          IS 'What has come in.';
COMMENT ON COLUMN invoices.credited_minor      IS 'What was taken off or paid back after it was sent.';
COMMENT ON COLUMN invoices.period_starts_on    IS 'First day it charges for.';
COMMENT ON COLUMN invoices.period_ends_on      IS 'Last day it charges for.';
COMMENT ON COLUMN invoices.issued_on           IS 'When it was sent.';
COMMENT ON COLUMN invoices.due_on              IS 'Last day to pay.';
COMMENT ON COLUMN invoices.paid_on             IS 'When it was settled.';
COMMENT ON COLUMN invoices.voided_on           IS 'When it was withdrawn.';
COMMENT ON COLUMN invoices.external_invoice_id IS 'Its id at the payment provider.';
COMMENT ON COLUMN invoices.payment_url         IS 'Page of the payment provider where it can be paid.';
COMMENT ON COLUMN invoices.created_on          IS 'When the record was made.';
COMMENT ON COLUMN invoices.created_by          IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN invoices.updated_on          IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN invoices.updated_by          IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN invoices.revision            IS 'Counts its changes; a writer must name the one it read.';

-- A number is given once; drafts have none.
CREATE UNIQUE INDEX invoices_one_per_number ON invoices (number) WHERE number IS NOT NULL;
-- Matches the provider's webhooks.
CREATE UNIQUE INDEX invoices_external_invoice_id_where_external_invoice_id_key
  ON invoices (external_invoice_id) WHERE external_invoice_id IS NOT NULL;

CREATE INDEX invoices_tenant_id_subscription_id_period_starts_on_idx
  ON invoices (tenant_id, subscription_id, period_starts_on DESC);
-- Finds what is overdue.
CREATE INDEX invoices_tenant_id_status_due_on_idx ON invoices (tenant_id, status, due_on);

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON invoices FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON invoices FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('invoices', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by');
-- A new row begins as draft.
CREATE TRIGGER lifecycle_start AFTER INSERT ON invoices FOR EACH ROW
  WHEN (NEW.status <> 'draft' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('invoices', 'status', 'draft');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON invoices FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('invoices', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON invoices FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('invoices', 'status', 'Invoice', 'tenant_id', 'ref_id', 'updated_by');

ALTER TABLE invoices ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON invoices FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON invoices FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON invoices FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON invoices TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON invoices TO leadmetrics_loader;
GRANT SELECT ON invoices TO leadmetrics_backup;

-- invoice_lines -------------------------------------------------------------------------------------------------------
-- One charge or reduction on an invoice.
-- In PostgreSQL: summed into its invoice and compared with usage

CREATE TABLE invoice_lines (
  id               uuid                 NOT NULL,
  ref_id           char(26) COLLATE "C" NOT NULL
    CONSTRAINT invoice_lines_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id        uuid                 NOT NULL,
  invoice_id       uuid                 NOT NULL,
  "position"       integer              NOT NULL
    CONSTRAINT invoice_lines_position_check CHECK ("position" >= 1),
  kind             text COLLATE "C"     NOT NULL
    CONSTRAINT invoice_lines_kind_check CHECK (kind IN ('plan', 'seat', 'usage', 'discount', 'tax')),
  description      varchar(300)         NOT NULL,
  metric           text COLLATE "C"
    CONSTRAINT invoice_lines_metric_check CHECK (metric IN ('activities', 'llm_cost', 'words', 'storage', 'seats')),
  quantity         numeric(18,6)        NOT NULL DEFAULT 1,
  unit_price_minor numeric(18,6)        NOT NULL,
  tax_rate         numeric(6,3)
    CONSTRAINT invoice_lines_tax_rate_check CHECK (tax_rate >= 0),
  amount_minor     bigint               NOT NULL,
  created_on       timestamptz(3)       NOT NULL DEFAULT now(),
  created_by       uuid,
  updated_on       timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by       uuid,
  revision         integer              NOT NULL DEFAULT 0
    CONSTRAINT invoice_lines_revision_check CHECK (revision >= 0),

  CONSTRAINT invoice_lines_pkey PRIMARY KEY (id),
  CONSTRAINT invoice_lines_ref_id_key UNIQUE (ref_id),
  CONSTRAINT invoice_lines_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT invoice_lines_tenant_id_invoice_id_position_key UNIQUE (tenant_id, invoice_id, "position")
);

COMMENT ON TABLE invoice_lines IS 'One charge or reduction on an invoice.';
COMMENT ON COLUMN invoice_lines.id               IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN invoice_lines.ref_id           IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN invoice_lines.tenant_id        IS 'The tenant it belongs to.';
COMMENT ON COLUMN invoice_lines.invoice_id       IS 'The invoice it stands on.';
COMMENT ON COLUMN invoice_lines."position"       IS 'Its place from the top.';
COMMENT ON COLUMN invoice_lines.kind             IS 'What it charges for.';
COMMENT ON COLUMN invoice_lines.description      IS 'What the customer reads.';
COMMENT ON COLUMN invoice_lines.metric           IS 'What was measured; for lines of usage.';
COMMENT ON COLUMN invoice_lines.quantity         IS 'How many units are charged.';
COMMENT ON COLUMN invoice_lines.unit_price_minor IS 'Price of one unit; finer than the minor unit where usage needs it.';
COMMENT ON COLUMN invoice_lines.tax_rate         IS 'Per cent of the tax; for lines of tax.';
COMMENT ON COLUMN invoice_lines.amount_minor     IS 'What it adds to the invoice; negative for a reduction.';
COMMENT ON COLUMN invoice_lines.created_on       IS 'When the record was made.';
COMMENT ON COLUMN invoice_lines.created_by       IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN invoice_lines.updated_on       IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN invoice_lines.updated_by       IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN invoice_lines.revision         IS 'Counts its changes; a writer must name the one it read.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON invoice_lines FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON invoice_lines FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'invoice_lines', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );

ALTER TABLE invoice_lines ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON invoice_lines FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON invoice_lines FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON invoice_lines FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON invoice_lines TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON invoice_lines TO leadmetrics_loader;
GRANT SELECT ON invoice_lines TO leadmetrics_backup;

-- plans ---------------------------------------------------------------------------------------------------------------
-- An offer on the price list.
-- In PostgreSQL: joined with every subscription
-- Belongs to no tenant: all see it, none writes it.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE plans (
  id                uuid                 NOT NULL,
  ref_id            char(26) COLLATE "C" NOT NULL
    CONSTRAINT plans_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  code              varchar(60)          NOT NULL
    CONSTRAINT plans_code_check CHECK (code COLLATE "C" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name              varchar(120)         NOT NULL,
  "interval"        text COLLATE "C"     NOT NULL
    CONSTRAINT plans_interval_check CHECK ("interval" IN ('month', 'year')),
  price_minor       bigint               NOT NULL
    CONSTRAINT plans_price_minor_check CHECK (price_minor >= 0),
  currency          varchar(3)           NOT NULL
    CONSTRAINT plans_currency_check CHECK (currency COLLATE "C" ~ '^[A-Z]{3}$'),
  included_seats    integer              NOT NULL DEFAULT 1
    CONSTRAINT plans_included_seats_check CHECK (included_seats >= 1),
  seat_price_minor  bigint               NOT NULL DEFAULT 0
    CONSTRAINT plans_seat_price_minor_check CHECK (seat_price_minor >= 0),
  trial_days        integer              NOT NULL DEFAULT 14
    CONSTRAINT plans_trial_days_check CHECK (trial_days >= 0),
  limits            jsonb                NOT NULL DEFAULT '[]'
    CONSTRAINT plans_limits_check CHECK (jsonb_typeof(limits) = 'array'),
  listed            boolean              NOT NULL DEFAULT true,
  external_price_id text,
  created_on        timestamptz(3)       NOT NULL DEFAULT now(),
  created_by        uuid,
  updated_on        timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by        uuid,
  revision          integer              NOT NULL DEFAULT 0
    CONSTRAINT plans_revision_check CHECK (revision >= 0),
  deleted_on        timestamptz(3),
  deleted_by        uuid,

  CONSTRAINT plans_pkey PRIMARY KEY (id),
  CONSTRAINT plans_ref_id_key UNIQUE (ref_id),
  -- Old invoices name their plan by its code.
  CONSTRAINT plans_code_key UNIQUE (code)
);

COMMENT ON TABLE plans IS 'An offer on the price list.';
COMMENT ON COLUMN plans.id                IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN plans.ref_id            IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN plans.code              IS 'Stable short name such as growth-monthly.';
COMMENT ON COLUMN plans.name              IS 'Name on the price list.';
COMMENT ON COLUMN plans."interval"        IS 'How often it is charged.';
COMMENT ON COLUMN plans.price_minor       IS 'Price of one interval before tax.';
COMMENT ON COLUMN plans.currency          IS 'ISO 4217 code of the price.';
COMMENT ON COLUMN plans.included_seats    IS 'Users who come with the price.';
COMMENT ON COLUMN plans.seat_price_minor  IS 'Price of each further user for one interval.';
COMMENT ON COLUMN plans.trial_days        IS 'Days before the first charge.';
COMMENT ON COLUMN plans.limits            IS 'What is included in each month.';
COMMENT ON COLUMN plans.listed            IS 'Whether new customers may choose it.';
COMMENT ON COLUMN plans.external_price_id IS 'The price''s id at the payment provider.';
COMMENT ON COLUMN plans.created_on        IS 'When the record was made.';
COMMENT ON COLUMN plans.created_by        IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN plans.updated_on        IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN plans.updated_by        IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN plans.revision          IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN plans.deleted_on        IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN plans.deleted_by        IS 'Who deleted it.';

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON plans FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON plans FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('plans', 'id', 'ref_id', 'created_on', 'created_by');

REVOKE ALL ON plans FROM PUBLIC;
GRANT SELECT ON plans TO leadmetrics_app, leadmetrics_loader, leadmetrics_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON plans TO leadmetrics_system;

-- The rows of plans that are not deleted.
CREATE VIEW live_plans WITH (security_invoker = true) AS
  SELECT id, ref_id, code, name, "interval", price_minor, currency, included_seats, seat_price_minor, trial_days,
    limits, listed, external_price_id, created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by
  FROM plans
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_plans IS 'The rows of plans that are not deleted.';
REVOKE ALL ON live_plans FROM PUBLIC;
GRANT SELECT ON live_plans TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- subscriptions -------------------------------------------------------------------------------------------------------
-- A tenant's agreement to pay for a plan.
-- In PostgreSQL: changes together with invoices and decides what a tenant may do
-- Life cycle of status, from incomplete: incomplete -> trialing | active | cancelled; trialing -> active | past_due |
-- paused | cancelled; active -> past_due | paused | cancelled; past_due -> active | paused | cancelled; paused ->
-- active | cancelled.

CREATE TABLE subscriptions (
  id                       uuid                 NOT NULL,
  ref_id                   char(26) COLLATE "C" NOT NULL
    CONSTRAINT subscriptions_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id                uuid                 NOT NULL,
  plan_id                  uuid                 NOT NULL,
  status                   text COLLATE "C"     NOT NULL DEFAULT 'incomplete'
    CONSTRAINT subscriptions_status_check CHECK (status IN (
      'incomplete', 'trialing', 'active', 'past_due', 'paused', 'cancelled'
    )),
  seats                    integer              NOT NULL DEFAULT 1
    CONSTRAINT subscriptions_seats_check CHECK (seats >= 1),
  period_starts_on         timestamptz(3)       NOT NULL,
  period_ends_on           timestamptz(3)       NOT NULL,
  trial_ends_on            timestamptz(3),
  cancel_at_period_end     boolean              NOT NULL DEFAULT false,
  cancelled_on             timestamptz(3),
  cancel_reason            varchar(500),
  external_subscription_id text,
  created_on               timestamptz(3)       NOT NULL DEFAULT now(),
  created_by               uuid,
  updated_on               timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by               uuid,
  revision                 integer              NOT NULL DEFAULT 0
    CONSTRAINT subscriptions_revision_check CHECK (revision >= 0),

  CONSTRAINT subscriptions_pkey PRIMARY KEY (id),
  CONSTRAINT subscriptions_ref_id_key UNIQUE (ref_id),
  CONSTRAINT subscriptions_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE subscriptions IS 'A tenant''s agreement to pay for a plan.';
COMMENT ON COLUMN subscriptions.id                       IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN subscriptions.ref_id                   IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN subscriptions.tenant_id                IS 'The tenant it belongs to.';
COMMENT ON COLUMN subscriptions.plan_id                  IS 'What was bought.';
COMMENT ON COLUMN subscriptions.status                   IS 'Where it stands.';
COMMENT ON COLUMN subscriptions.seats                    IS 'Users paid for.';
COMMENT ON COLUMN subscriptions.period_starts_on         IS 'First moment of the period that runs.';
COMMENT ON COLUMN subscriptions.period_ends_on           IS 'When the period ends and the next charge is due.';
COMMENT ON COLUMN subscriptions.trial_ends_on            IS 'When the first charge is due.';
COMMENT ON COLUMN subscriptions.cancel_at_period_end     IS 'Whether it runs out instead of being renewed.';
COMMENT ON COLUMN subscriptions.cancelled_on             IS 'When it ended.';
COMMENT ON COLUMN subscriptions.cancel_reason            IS 'Why the customer left; in their words.';
COMMENT ON COLUMN subscriptions.external_subscription_id IS 'Its own id at the payment provider.';
COMMENT ON COLUMN subscriptions.created_on               IS 'When the record was made.';
COMMENT ON COLUMN subscriptions.created_by               IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN subscriptions.updated_on               IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN subscriptions.updated_by               IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN subscriptions.revision                 IS 'Counts its changes; a writer must name the one it read.';

-- One that is not over for each tenant.
CREATE UNIQUE INDEX one_current_subscription
  ON subscriptions (tenant_id) WHERE status IN ('incomplete', 'trialing', 'active', 'past_due', 'paused');
-- Matches the provider's webhooks.
CREATE UNIQUE INDEX subscriptions_one_per_external_id
  ON subscriptions (external_subscription_id) WHERE external_subscription_id IS NOT NULL;
-- Who is on a plan.
CREATE INDEX subscriptions_plan_id_status_idx ON subscriptions (plan_id, status);
-- Finds what is due for renewal.
CREATE INDEX subscriptions_period_ends_on_where_status_idx
  ON subscriptions (period_ends_on) WHERE status IN ('trialing', 'active', 'past_due');

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON subscriptions FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON subscriptions FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'subscriptions', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as incomplete.
CREATE TRIGGER lifecycle_start AFTER INSERT ON subscriptions FOR EACH ROW
  WHEN (NEW.status <> 'incomplete' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('subscriptions', 'status', 'incomplete');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON subscriptions FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('subscriptions', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON subscriptions FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('subscriptions', 'status', 'Subscription', 'tenant_id', 'ref_id', 'updated_by');

ALTER TABLE subscriptions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON subscriptions FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON subscriptions FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON subscriptions FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON subscriptions TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON subscriptions TO leadmetrics_loader;
GRANT SELECT ON subscriptions TO leadmetrics_backup;

-- usage_records -------------------------------------------------------------------------------------------------------
-- A measurement of what a tenant used.
-- In PostgreSQL: summed by metric and period for limits and invoices
-- Append-only: rows are added, never changed or removed.

CREATE TABLE usage_records (
  id                uuid                 NOT NULL,
  ref_id            char(26) COLLATE "C" NOT NULL
    CONSTRAINT usage_records_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id         uuid                 NOT NULL,
  subscription_id   uuid                 NOT NULL,
  metric            text COLLATE "C"     NOT NULL
    CONSTRAINT usage_records_metric_check CHECK (metric IN ('activities', 'llm_cost', 'words', 'storage', 'seats')),
  quantity          numeric(20,8)        NOT NULL,
  occurred_on       timestamptz(3)       NOT NULL,
  idempotency_key   varchar(100)         NOT NULL,
  external_event_id text,
  created_on        timestamptz(3)       NOT NULL DEFAULT now(),
  created_by        uuid,

  CONSTRAINT usage_records_pkey PRIMARY KEY (id),
  CONSTRAINT usage_records_ref_id_key UNIQUE (ref_id),
  CONSTRAINT usage_records_tenant_id_id_key UNIQUE (tenant_id, id),
  CONSTRAINT usage_records_tenant_id_idempotency_key_key UNIQUE (tenant_id, idempotency_key)
);

COMMENT ON TABLE usage_records IS 'A measurement of what a tenant used.';
COMMENT ON COLUMN usage_records.id                IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN usage_records.ref_id            IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN usage_records.tenant_id         IS 'The tenant it belongs to.';
COMMENT ON COLUMN usage_records.subscription_id   IS 'What it is charged against.';
COMMENT ON COLUMN usage_records.metric            IS 'What was measured.';
COMMENT ON COLUMN usage_records.quantity          IS 'How much was used; negative where an earlier record is corrected.';
COMMENT ON COLUMN usage_records.occurred_on       IS 'When it was used.';
COMMENT ON COLUMN usage_records.idempotency_key   IS 'Names the event that was measured; a second report of it is refused.';
COMMENT ON COLUMN usage_records.external_event_id IS 'The event''s id at the payment provider.';
COMMENT ON COLUMN usage_records.created_on        IS 'When the record was made.';
COMMENT ON COLUMN usage_records.created_by        IS 'Who made it; empty where no user of the tenant acted.';

-- Sums a metric over a period.
CREATE INDEX usage_records_tenant_id_metric_occurred_on_idx ON usage_records (tenant_id, metric, occurred_on DESC);

CREATE INDEX usage_records_tenant_id_subscription_id_occurred_on_idx
  ON usage_records (tenant_id, subscription_id, occurred_on DESC);

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON usage_records FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('usage_records');
ALTER TABLE usage_records ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON usage_records FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('usage_records');
ALTER TABLE usage_records ENABLE ALWAYS TRIGGER append_only_truncate;

ALTER TABLE usage_records ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON usage_records FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON usage_records FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON usage_records FROM PUBLIC;
GRANT SELECT, INSERT ON usage_records TO leadmetrics_app, leadmetrics_system, leadmetrics_loader;
GRANT SELECT ON usage_records TO leadmetrics_backup;

-- CRM =================================================================================================================

-- People who might buy from the tenant, and every contact with them.

-- leads ---------------------------------------------------------------------------------------------------------------
-- A person or company that might buy from the tenant.
-- In PostgreSQL: filtered, sorted and assigned by many people at once
-- Life cycle of status, from new: new -> contacted | qualified | disqualified; contacted -> qualified | lost |
-- disqualified; qualified -> proposal | won | lost; proposal -> won | lost; lost -> contacted.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE leads (
  id                 uuid                 NOT NULL,
  ref_id             char(26) COLLATE "C" NOT NULL
    CONSTRAINT leads_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id          uuid                 NOT NULL,
  first_name         varchar(100),
  last_name          varchar(100),
  email              text,
  phone              varchar(32),
  company            varchar(200),
  job_title          varchar(120),
  website_url        text,
  country            varchar(2)
    CONSTRAINT leads_country_check CHECK (country COLLATE "C" ~ '^[A-Z]{2}$'),
  source             text COLLATE "C"     NOT NULL
    CONSTRAINT leads_source_check CHECK (source IN (
      'organic_search', 'paid_search', 'social', 'paid_social', 'referral', 'email', 'direct', 'import', 'manual'
    )),
  channel_id         uuid,
  campaign_id        uuid,
  ad_campaign_id     uuid,
  landing_url        text,
  utm_source         varchar(100),
  utm_medium         varchar(100),
  utm_campaign       varchar(100),
  utm_term           varchar(200),
  utm_content        varchar(200),
  external_click_id  text,
  external_lead_id   text,
  handled_by         uuid,
  status             text COLLATE "C"     NOT NULL DEFAULT 'new'
    CONSTRAINT leads_status_check CHECK (status IN (
      'new', 'contacted', 'qualified', 'proposal', 'won', 'lost', 'disqualified'
    )),
  score              integer              NOT NULL DEFAULT 0
    CONSTRAINT leads_score_check CHECK (score >= 0 AND score <= 100),
  value_minor        bigint
    CONSTRAINT leads_value_minor_check CHECK (value_minor >= 0),
  currency           varchar(3)
    CONSTRAINT leads_currency_check CHECK (currency COLLATE "C" ~ '^[A-Z]{3}$'),
  lost_reason        varchar(500),
  consented_on       timestamptz(3),
  unsubscribed_on    timestamptz(3),
  first_contacted_on timestamptz(3),
  follow_up_on       timestamptz(3),
  closed_on          timestamptz(3),
  created_on         timestamptz(3)       NOT NULL DEFAULT now(),
  created_by         uuid,
  updated_on         timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by         uuid,
  revision           integer              NOT NULL DEFAULT 0
    CONSTRAINT leads_revision_check CHECK (revision >= 0),
  deleted_on         timestamptz(3),
  deleted_by         uuid,

  CONSTRAINT leads_pkey PRIMARY KEY (id),
  CONSTRAINT leads_ref_id_key UNIQUE (ref_id),
  CONSTRAINT leads_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE leads IS 'A person or company that might buy from the tenant.';
COMMENT ON COLUMN leads.id                 IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN leads.ref_id             IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN leads.tenant_id          IS 'The tenant it belongs to.';
COMMENT ON COLUMN leads.first_name         IS 'Given name.';
COMMENT ON COLUMN leads.last_name          IS 'Family name.';
COMMENT ON COLUMN leads.email              IS 'Address in lower case.';
COMMENT ON COLUMN leads.phone              IS 'Number as it was given.';
COMMENT ON COLUMN leads.company            IS 'Whom they work for.';
COMMENT ON COLUMN leads.job_title          IS 'What they do there.';
COMMENT ON COLUMN leads.website_url        IS 'The company''s site.';
COMMENT ON COLUMN leads.country            IS 'ISO 3166-1 code of where they are.';
COMMENT ON COLUMN leads.source             IS 'How they came.';
COMMENT ON COLUMN leads.channel_id         IS 'The channel that they came by.';
COMMENT ON COLUMN leads.campaign_id        IS 'The campaign that brought them.';
COMMENT ON COLUMN leads.ad_campaign_id     IS 'The paid campaign that brought them.';
COMMENT ON COLUMN leads.landing_url        IS 'The page that they first saw.';
COMMENT ON COLUMN leads.utm_source         IS 'Where their link was.';
COMMENT ON COLUMN leads.utm_medium         IS 'What sort of link it was.';
COMMENT ON COLUMN leads.utm_campaign       IS 'Which campaign their link named; also where we know of none.';
COMMENT ON COLUMN leads.utm_term           IS 'The search term on their link.';
COMMENT ON COLUMN leads.utm_content        IS 'Which of several links it was.';
COMMENT ON COLUMN leads.external_click_id  IS 'The ad platform''s id of the click such as a gclid.';
COMMENT ON COLUMN leads.external_lead_id   IS 'Their id in the tenant''s own CRM.';
COMMENT ON COLUMN leads.handled_by         IS 'Who looks after them; empty until assigned.';
COMMENT ON COLUMN leads.status             IS 'Where they stand.';
COMMENT ON COLUMN leads.score              IS 'How likely they are to buy.';
COMMENT ON COLUMN leads.value_minor        IS 'What the sale might bring; in minor units.';
COMMENT ON COLUMN leads.currency           IS 'ISO 4217 code of the value.';
COMMENT ON COLUMN leads.lost_reason        IS 'Why they did not buy.';
COMMENT ON COLUMN leads.consented_on       IS 'When they agreed to be written to.';
COMMENT ON COLUMN leads.unsubscribed_on    IS 'When they asked not to be written to any more.';
COMMENT ON COLUMN leads.first_contacted_on IS 'When someone first tried.';
COMMENT ON COLUMN leads.follow_up_on       IS 'When someone should try again.';
COMMENT ON COLUMN leads.closed_on          IS 'When they bought or were given up.';
COMMENT ON COLUMN leads.created_on         IS 'When the record was made.';
COMMENT ON COLUMN leads.created_by         IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN leads.updated_on         IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN leads.updated_by         IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN leads.revision           IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN leads.deleted_on         IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN leads.deleted_by         IS 'Who deleted it.';

-- An imported lead is known once.
CREATE UNIQUE INDEX leads_tenant_id_external_lead_id_where_external_lead_id_key
  ON leads (tenant_id, external_lead_id) WHERE deleted_on IS NULL AND external_lead_id IS NOT NULL;
-- The list as most people sort it.
CREATE INDEX leads_tenant_id_status_created_on_idx ON leads (tenant_id, status, created_on DESC);
-- Whom to call first.
CREATE INDEX leads_tenant_id_status_score_idx ON leads (tenant_id, status, score DESC);
-- What a person has to do next.
CREATE INDEX leads_tenant_id_handled_by_status_follow_up_on_idx ON leads (tenant_id, handled_by, status, follow_up_on);
-- Whom nobody looks after.
CREATE INDEX leads_unassigned ON leads (tenant_id, created_on) WHERE handled_by IS NULL;
-- Whether they have been here before.
CREATE INDEX leads_tenant_id_email_where_email_idx ON leads (tenant_id, email) WHERE email IS NOT NULL;
-- What each source brings.
CREATE INDEX leads_tenant_id_source_created_on_idx ON leads (tenant_id, source, created_on DESC);

CREATE INDEX leads_tenant_id_channel_id_idx ON leads (tenant_id, channel_id);
CREATE INDEX leads_tenant_id_campaign_id_status_idx ON leads (tenant_id, campaign_id, status);
CREATE INDEX leads_tenant_id_ad_campaign_id_status_idx ON leads (tenant_id, ad_campaign_id, status);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.leads_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."channels" AS target WHERE target."id" = NEW."channel_id" FOR KEY SHARE;
    PERFORM FROM public."campaigns" AS target WHERE target."id" = NEW."campaign_id" FOR KEY SHARE;
    PERFORM FROM public."ad_campaigns" AS target WHERE target."id" = NEW."ad_campaign_id" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."handled_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."channel_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."channels" AS target
    WHERE target."id" = NEW."channel_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('leads', 'channel_id', 'channels', 'leads_tenant_id_channel_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."campaign_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."campaigns" AS target
    WHERE target."id" = NEW."campaign_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('leads', 'campaign_id', 'campaigns', 'leads_tenant_id_campaign_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."ad_campaign_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."ad_campaigns" AS target
    WHERE target."id" = NEW."ad_campaign_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('leads', 'ad_campaign_id', 'ad_campaigns', 'leads_tenant_id_ad_campaign_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."handled_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."handled_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('leads', 'handled_by', 'users', 'leads_tenant_id_handled_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.leads_check_references() IS 'Refuses a row of leads that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.leads_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.leads_check_references() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON leads FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON leads FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('leads', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by');
-- A new row begins as new.
CREATE TRIGGER lifecycle_start AFTER INSERT ON leads FOR EACH ROW
  WHEN (NEW.status <> 'new' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('leads', 'status', 'new');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON leads FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('leads', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON leads FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('leads', 'status', 'Lead', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON leads FOR EACH ROW
  WHEN (
    NEW.channel_id IS NOT NULL OR NEW.campaign_id IS NOT NULL OR NEW.ad_campaign_id IS NOT NULL
    OR NEW.handled_by IS NOT NULL
  )
  EXECUTE FUNCTION stowage.leads_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON leads FOR EACH ROW
  WHEN (
    OLD.channel_id IS DISTINCT FROM NEW.channel_id OR OLD.campaign_id IS DISTINCT FROM NEW.campaign_id
    OR OLD.ad_campaign_id IS DISTINCT FROM NEW.ad_campaign_id OR OLD.handled_by IS DISTINCT FROM NEW.handled_by
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.leads_check_references();

ALTER TABLE leads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON leads FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON leads FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON leads FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON leads TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON leads TO leadmetrics_loader;
GRANT SELECT ON leads TO leadmetrics_backup;

-- The rows of leads that are not deleted.
CREATE VIEW live_leads WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, first_name, last_name, email, phone, company, job_title, website_url, country, source,
    channel_id, campaign_id, ad_campaign_id, landing_url, utm_source, utm_medium, utm_campaign, utm_term, utm_content,
    external_click_id, external_lead_id, handled_by, status, score, value_minor, currency, lost_reason, consented_on,
    unsubscribed_on, first_contacted_on, follow_up_on, closed_on, created_on, created_by, updated_on, updated_by,
    revision, deleted_on, deleted_by
  FROM leads
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_leads IS 'The rows of leads that are not deleted.';
REVOKE ALL ON live_leads FROM PUBLIC;
GRANT SELECT ON live_leads TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- lead_activities -----------------------------------------------------------------------------------------------------
-- One contact with a lead or one change to it.
-- In PostgreSQL: the history of a lead, joined and filtered with it; written once
-- Append-only: rows are added, never changed or removed.

CREATE TABLE lead_activities (
  id                  uuid                 NOT NULL,
  ref_id              char(26) COLLATE "C" NOT NULL
    CONSTRAINT lead_activities_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id           uuid                 NOT NULL,
  lead_id             uuid                 NOT NULL,
  kind                text COLLATE "C"     NOT NULL
    CONSTRAINT lead_activities_kind_check CHECK (kind IN (
      'form_submission', 'email', 'call', 'meeting', 'note', 'status_change', 'assignment'
    )),
  direction           text COLLATE "C"
    CONSTRAINT lead_activities_direction_check CHECK (direction IN ('inbound', 'outbound')),
  handled_by          uuid,
  occurred_on         timestamptz(3)       NOT NULL,
  subject             varchar(300),
  body                varchar(5000),
  from_status         text COLLATE "C"
    CONSTRAINT lead_activities_from_status_check CHECK (from_status IN (
      'new', 'contacted', 'qualified', 'proposal', 'won', 'lost', 'disqualified'
    )),
  to_status           text COLLATE "C"
    CONSTRAINT lead_activities_to_status_check CHECK (to_status IN (
      'new', 'contacted', 'qualified', 'proposal', 'won', 'lost', 'disqualified'
    )),
  duration_minutes    integer
    CONSTRAINT lead_activities_duration_minutes_check CHECK (duration_minutes >= 0),
  external_message_id text,
  created_on          timestamptz(3)       NOT NULL DEFAULT now(),
  created_by          uuid,

  CONSTRAINT lead_activities_pkey PRIMARY KEY (id),
  CONSTRAINT lead_activities_ref_id_key UNIQUE (ref_id),
  CONSTRAINT lead_activities_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE lead_activities IS 'One contact with a lead or one change to it.';
COMMENT ON COLUMN lead_activities.id                  IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN lead_activities.ref_id              IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN lead_activities.tenant_id           IS 'The tenant it belongs to.';
COMMENT ON COLUMN lead_activities.lead_id             IS 'Whom it is about.';
COMMENT ON COLUMN lead_activities.kind                IS 'What happened.';
COMMENT ON COLUMN lead_activities.direction           IS 'Who began it; for contacts.';
COMMENT ON COLUMN lead_activities.handled_by          IS 'Who spoke with them or took over.';
COMMENT ON COLUMN lead_activities.occurred_on         IS 'When it happened.';
COMMENT ON COLUMN lead_activities.subject             IS 'What it was about.';
COMMENT ON COLUMN lead_activities.body                IS 'What was said.';
COMMENT ON COLUMN lead_activities.from_status         IS 'Where they stood before; for moves.';
COMMENT ON COLUMN lead_activities.to_status           IS 'Where they stood after; for moves.';
COMMENT ON COLUMN lead_activities.duration_minutes    IS 'How long it took; for calls and meetings.';
COMMENT ON COLUMN lead_activities.external_message_id IS 'The mail system''s id of a message.';
COMMENT ON COLUMN lead_activities.created_on          IS 'When the record was made.';
COMMENT ON COLUMN lead_activities.created_by          IS 'Who made it; empty where no user of the tenant acted.';

-- A message is taken in once.
CREATE UNIQUE INDEX lead_activities_one_per_message
  ON lead_activities (tenant_id, external_message_id) WHERE external_message_id IS NOT NULL;
-- A lead's history.
CREATE INDEX lead_activities_tenant_id_lead_id_occurred_on_idx
  ON lead_activities (tenant_id, lead_id, occurred_on DESC);
-- What a person has done.
CREATE INDEX lead_activities_tenant_id_handled_by_occurred_on_idx
  ON lead_activities (tenant_id, handled_by, occurred_on DESC);

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON lead_activities FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('lead_activities');
ALTER TABLE lead_activities ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON lead_activities FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('lead_activities');
ALTER TABLE lead_activities ENABLE ALWAYS TRIGGER append_only_truncate;

ALTER TABLE lead_activities ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON lead_activities FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON lead_activities FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON lead_activities FROM PUBLIC;
GRANT SELECT, INSERT ON lead_activities TO leadmetrics_app, leadmetrics_system, leadmetrics_loader;
GRANT SELECT ON lead_activities TO leadmetrics_backup;

-- Campaigns ===========================================================================================================

-- Efforts with a beginning, an end and a budget that content, ads and leads are gathered under.

-- campaigns -----------------------------------------------------------------------------------------------------------
-- A marketing effort across channels; paid campaigns on a platform are AdCampaign.
-- In PostgreSQL: joined with content, ads and leads, and summed against its budget
-- Life cycle of status, from draft: draft -> planned | cancelled; planned -> active | cancelled; active -> paused |
-- completed | cancelled; paused -> active | completed | cancelled.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE campaigns (
  id           uuid                 NOT NULL,
  ref_id       char(26) COLLATE "C" NOT NULL
    CONSTRAINT campaigns_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id    uuid                 NOT NULL,
  goal_id      uuid,
  managed_by   uuid,
  name         varchar(200)         NOT NULL,
  objective    text COLLATE "C"     NOT NULL
    CONSTRAINT campaigns_objective_check CHECK (objective IN (
      'awareness', 'traffic', 'lead_generation', 'sales', 'retention'
    )),
  status       text COLLATE "C"     NOT NULL DEFAULT 'draft'
    CONSTRAINT campaigns_status_check CHECK (status IN (
      'draft', 'planned', 'active', 'paused', 'completed', 'cancelled'
    )),
  starts_on    date                 NOT NULL,
  ends_on      date,
  budget_minor bigint
    CONSTRAINT campaigns_budget_minor_check CHECK (budget_minor >= 0),
  currency     varchar(3)           NOT NULL
    CONSTRAINT campaigns_currency_check CHECK (currency COLLATE "C" ~ '^[A-Z]{3}$'),
  utm_campaign varchar(100),
  created_on   timestamptz(3)       NOT NULL DEFAULT now(),
  created_by   uuid,
  updated_on   timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by   uuid,
  revision     integer              NOT NULL DEFAULT 0
    CONSTRAINT campaigns_revision_check CHECK (revision >= 0),
  deleted_on   timestamptz(3),
  deleted_by   uuid,

  CONSTRAINT campaigns_pkey PRIMARY KEY (id),
  CONSTRAINT campaigns_ref_id_key UNIQUE (ref_id),
  CONSTRAINT campaigns_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE campaigns IS 'A marketing effort across channels; paid campaigns on a platform are AdCampaign.';
COMMENT ON COLUMN campaigns.id           IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN campaigns.ref_id       IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN campaigns.tenant_id    IS 'The tenant it belongs to.';
COMMENT ON COLUMN campaigns.goal_id      IS 'The goal it serves.';
COMMENT ON COLUMN campaigns.managed_by   IS 'Who answers for it.';
COMMENT ON COLUMN campaigns.name         IS 'What people call it.';
COMMENT ON COLUMN campaigns.objective    IS 'What it is for.';
COMMENT ON COLUMN campaigns.status       IS 'Where it stands.';
COMMENT ON COLUMN campaigns.starts_on    IS 'First day.';
COMMENT ON COLUMN campaigns.ends_on      IS 'Last day; empty where it runs on.';
COMMENT ON COLUMN campaigns.budget_minor IS 'What may be spent in all; in minor units.';
COMMENT ON COLUMN campaigns.currency     IS 'ISO 4217 code of the budget.';
COMMENT ON COLUMN campaigns.utm_campaign IS 'What its links carry so that visits can be told apart.';
COMMENT ON COLUMN campaigns.created_on   IS 'When the record was made.';
COMMENT ON COLUMN campaigns.created_by   IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN campaigns.updated_on   IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN campaigns.updated_by   IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN campaigns.revision     IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN campaigns.deleted_on   IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN campaigns.deleted_by   IS 'Who deleted it.';

-- A visit belongs to one campaign.
CREATE UNIQUE INDEX campaigns_tenant_id_utm_campaign_where_utm_campaign_key
  ON campaigns (tenant_id, utm_campaign) WHERE deleted_on IS NULL AND utm_campaign IS NOT NULL;
-- Lists campaigns by standing.
CREATE INDEX campaigns_tenant_id_status_starts_on_idx ON campaigns (tenant_id, status, starts_on DESC);

CREATE INDEX campaigns_tenant_id_goal_id_idx ON campaigns (tenant_id, goal_id);
CREATE INDEX campaigns_tenant_id_managed_by_status_idx ON campaigns (tenant_id, managed_by, status);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.campaigns_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."goals" AS target WHERE target."id" = NEW."goal_id" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."managed_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."goal_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."goals" AS target
    WHERE target."id" = NEW."goal_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('campaigns', 'goal_id', 'goals', 'campaigns_tenant_id_goal_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."managed_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."managed_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('campaigns', 'managed_by', 'users', 'campaigns_tenant_id_managed_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.campaigns_check_references() IS 'Refuses a row of campaigns that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.campaigns_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.campaigns_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.campaigns_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."campaigns" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."ad_campaigns" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."campaign_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('ad_campaigns', 'campaign_id', 'campaigns', 'ad_campaigns_tenant_id_campaign_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."blog_requests" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."campaign_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('blog_requests', 'campaign_id', 'campaigns', 'blog_requests_tenant_id_campaign_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."leads" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."campaign_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('leads', 'campaign_id', 'campaigns', 'leads_tenant_id_campaign_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."social_media_requests" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."campaign_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('social_media_requests', 'campaign_id', 'campaigns', 'social_media_requests_tenant_id_campaign_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.campaigns_soft_delete() IS 'Before a row of campaigns counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.campaigns_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.campaigns_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON campaigns FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON campaigns FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'campaigns', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as draft.
CREATE TRIGGER lifecycle_start AFTER INSERT ON campaigns FOR EACH ROW
  WHEN (NEW.status <> 'draft' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('campaigns', 'status', 'draft');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON campaigns FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('campaigns', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON campaigns FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('campaigns', 'status', 'Campaign', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON campaigns FOR EACH ROW
  WHEN (NEW.goal_id IS NOT NULL OR NEW.managed_by IS NOT NULL)
  EXECUTE FUNCTION stowage.campaigns_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON campaigns FOR EACH ROW
  WHEN (
    OLD.goal_id IS DISTINCT FROM NEW.goal_id OR OLD.managed_by IS DISTINCT FROM NEW.managed_by
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.campaigns_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON campaigns FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.campaigns_soft_delete();

ALTER TABLE campaigns ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON campaigns FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON campaigns FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON campaigns FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON campaigns TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON campaigns TO leadmetrics_loader;
GRANT SELECT ON campaigns TO leadmetrics_backup;

-- The rows of campaigns that are not deleted.
CREATE VIEW live_campaigns WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, goal_id, managed_by, name, objective, status, starts_on, ends_on, budget_minor,
    currency, utm_campaign, created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by
  FROM campaigns
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_campaigns IS 'The rows of campaigns that are not deleted.';
REVOKE ALL ON live_campaigns FROM PUBLIC;
GRANT SELECT ON live_campaigns TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- Channels ============================================================================================================

-- The outside platforms that a tenant has connected, and how well each one does.

-- channels ------------------------------------------------------------------------------------------------------------
-- An account on an outside platform that the tenant has connected by OAuth.
-- In PostgreSQL: posts, campaigns and scores reference it
-- Life cycle of status, from pending: pending -> connected | disconnected; connected -> expired | revoked |
-- disconnected; expired -> connected | revoked | disconnected; revoked -> connected | disconnected.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE channels (
  id                  uuid                 NOT NULL,
  ref_id              char(26) COLLATE "C" NOT NULL
    CONSTRAINT channels_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id           uuid                 NOT NULL,
  platform            text COLLATE "C"     NOT NULL
    CONSTRAINT channels_platform_check CHECK (platform IN (
      'google_ads', 'google_analytics', 'google_search_console', 'google_business_profile', 'microsoft_ads', 'meta_ads',
      'facebook', 'instagram', 'linkedin', 'x', 'tiktok', 'youtube', 'wordpress', 'webflow', 'shopify'
    )),
  name                varchar(200)         NOT NULL,
  url                 text,
  status              text COLLATE "C"     NOT NULL DEFAULT 'pending'
    CONSTRAINT channels_status_check CHECK (status IN ('pending', 'connected', 'expired', 'revoked', 'disconnected')),
  external_account_id text,
  external_manager_id text,
  connected_by        uuid,
  connected_on        timestamptz(3),
  scopes              varchar(200)[]       NOT NULL DEFAULT '{}'
    CONSTRAINT channels_scopes_check CHECK (array_position(scopes, NULL) IS NULL),
  access_token        varchar(4096),
  refresh_token       varchar(4096),
  token_key           varchar(120),
  token_expires_on    timestamptz(3),
  refresh_expires_on  timestamptz(3),
  last_synced_on      timestamptz(3),
  last_error          varchar(1000),
  created_on          timestamptz(3)       NOT NULL DEFAULT now(),
  created_by          uuid,
  updated_on          timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by          uuid,
  revision            integer              NOT NULL DEFAULT 0
    CONSTRAINT channels_revision_check CHECK (revision >= 0),
  deleted_on          timestamptz(3),
  deleted_by          uuid,

  CONSTRAINT channels_pkey PRIMARY KEY (id),
  CONSTRAINT channels_ref_id_key UNIQUE (ref_id),
  CONSTRAINT channels_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE channels IS 'An account on an outside platform that the tenant has connected by OAuth.';
COMMENT ON COLUMN channels.id                  IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN channels.ref_id              IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN channels.tenant_id           IS 'The tenant it belongs to.';
COMMENT ON COLUMN channels.platform            IS 'The platform behind it.';
COMMENT ON COLUMN channels.name                IS 'What people call it.';
COMMENT ON COLUMN channels.url                 IS 'The public page; where there is one.';
COMMENT ON COLUMN channels.status              IS 'Whether it can be used.';
COMMENT ON COLUMN channels.external_account_id IS 'The account''s id on the platform; known once connected.';
COMMENT ON COLUMN channels.external_manager_id IS 'The manager account that it is reached through; where there is one.';
COMMENT ON COLUMN channels.connected_by        IS 'Who gave consent.';
COMMENT ON COLUMN channels.connected_on        IS 'When consent was given.';
COMMENT ON COLUMN channels.scopes              IS 'What the consent covers.';
COMMENT ON COLUMN channels.access_token        IS 'Short-lived OAuth token; encrypted before it gets here.';
COMMENT ON COLUMN channels.refresh_token       IS 'Long-lived OAuth token; encrypted before it gets here.';
COMMENT ON COLUMN channels.token_key           IS 'Name of the key that the tokens are encrypted with.';
COMMENT ON COLUMN channels.token_expires_on    IS 'When the access token runs out.';
COMMENT ON COLUMN channels.refresh_expires_on  IS 'When consent is needed again; empty where it holds until withdrawn.';
COMMENT ON COLUMN channels.last_synced_on      IS 'When figures were last fetched.';
COMMENT ON COLUMN channels.last_error          IS 'What the platform said when it last refused.';
COMMENT ON COLUMN channels.created_on          IS 'When the record was made.';
COMMENT ON COLUMN channels.created_by          IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN channels.updated_on          IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN channels.updated_by          IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN channels.revision            IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN channels.deleted_on          IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN channels.deleted_by          IS 'Who deleted it.';

-- An account is connected once; one that was taken off may come back as a new channel.
CREATE UNIQUE INDEX channels_one_per_account
  ON channels (tenant_id, platform, external_account_id)
  WHERE (
    deleted_on IS NULL AND external_account_id IS NOT NULL AND status IN ('pending', 'connected', 'expired', 'revoked')
  );
-- Lists channels by state.
CREATE INDEX channels_tenant_id_status_platform_idx ON channels (tenant_id, status, platform);
-- Finds tokens to refresh.
CREATE INDEX channels_token_expires_on_where_status_idx ON channels (token_expires_on) WHERE status = 'connected';

CREATE INDEX channels_tenant_id_connected_by_idx ON channels (tenant_id, connected_by);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.channels_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."connected_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."connected_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."connected_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('channels', 'connected_by', 'users', 'channels_tenant_id_connected_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.channels_check_references() IS 'Refuses a row of channels that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.channels_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.channels_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.channels_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."channels" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."ad_campaigns" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."channel_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('ad_campaigns', 'channel_id', 'channels', 'ad_campaigns_tenant_id_channel_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."blog_posts" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."channel_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('blog_posts', 'channel_id', 'channels', 'blog_posts_tenant_id_channel_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."blog_requests" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."channel_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('blog_requests', 'channel_id', 'channels', 'blog_requests_tenant_id_channel_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."deliverables" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."channel_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('deliverables', 'channel_id', 'channels', 'deliverables_tenant_id_channel_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."leads" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."channel_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('leads', 'channel_id', 'channels', 'leads_tenant_id_channel_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."social_media_requests" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."channel_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('social_media_requests', 'channel_id', 'channels', 'social_media_requests_tenant_id_channel_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."social_posts" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."channel_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('social_posts', 'channel_id', 'channels', 'social_posts_tenant_id_channel_id_fkey');
  END IF;
  UPDATE public."channel_scores" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."channel_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.channels_soft_delete() IS 'Before a row of channels counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.channels_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.channels_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON channels FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON channels FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('channels', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by');
-- A new row begins as pending.
CREATE TRIGGER lifecycle_start AFTER INSERT ON channels FOR EACH ROW
  WHEN (NEW.status <> 'pending' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('channels', 'status', 'pending');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON channels FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('channels', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON channels FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('channels', 'status', 'Channel', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON channels FOR EACH ROW
  WHEN (NEW.connected_by IS NOT NULL)
  EXECUTE FUNCTION stowage.channels_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON channels FOR EACH ROW
  WHEN (OLD.connected_by IS DISTINCT FROM NEW.connected_by OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.channels_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON channels FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.channels_soft_delete();

ALTER TABLE channels ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON channels FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON channels FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON channels FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON channels TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON channels TO leadmetrics_loader;
GRANT SELECT ON channels TO leadmetrics_backup;

-- The rows of channels that are not deleted.
CREATE VIEW live_channels WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, platform, name, url, status, external_account_id, external_manager_id, connected_by,
    connected_on, scopes, access_token, refresh_token, token_key, token_expires_on, refresh_expires_on, last_synced_on,
    last_error, created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by
  FROM channels
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_channels IS 'The rows of channels that are not deleted.';
REVOKE ALL ON live_channels FROM PUBLIC;
GRANT SELECT ON live_channels TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- channel_scores ------------------------------------------------------------------------------------------------------
-- How healthy a channel was in one month.
-- In PostgreSQL: compared month by month and over all channels
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE channel_scores (
  id          uuid                 NOT NULL,
  ref_id      char(26) COLLATE "C" NOT NULL
    CONSTRAINT channel_scores_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id   uuid                 NOT NULL,
  channel_id  uuid                 NOT NULL,
  month       date                 NOT NULL,
  score       double precision     NOT NULL
    CONSTRAINT channel_scores_score_check CHECK (score >= 0 AND score <= 100),
  delta       double precision
    CONSTRAINT channel_scores_delta_check CHECK (delta >= -100 AND delta <= 100),
  components  jsonb                NOT NULL DEFAULT '[]'
    CONSTRAINT channel_scores_components_check CHECK (jsonb_typeof(components) = 'array'),
  computed_on timestamptz(3)       NOT NULL,
  created_on  timestamptz(3)       NOT NULL DEFAULT now(),
  created_by  uuid,
  updated_on  timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by  uuid,
  revision    integer              NOT NULL DEFAULT 0
    CONSTRAINT channel_scores_revision_check CHECK (revision >= 0),
  deleted_on  timestamptz(3),
  deleted_by  uuid,

  CONSTRAINT channel_scores_pkey PRIMARY KEY (id),
  CONSTRAINT channel_scores_ref_id_key UNIQUE (ref_id),
  CONSTRAINT channel_scores_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE channel_scores IS 'How healthy a channel was in one month.';
COMMENT ON COLUMN channel_scores.id          IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN channel_scores.ref_id      IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN channel_scores.tenant_id   IS 'The tenant it belongs to.';
COMMENT ON COLUMN channel_scores.channel_id  IS 'What is scored.';
COMMENT ON COLUMN channel_scores.month       IS 'The month; given by its first day.';
COMMENT ON COLUMN channel_scores.score       IS 'Health from 0 to 100.';
COMMENT ON COLUMN channel_scores.delta       IS 'Change since the month before; empty in the first.';
COMMENT ON COLUMN channel_scores.components  IS 'The figures behind it.';
COMMENT ON COLUMN channel_scores.computed_on IS 'When it was worked out.';
COMMENT ON COLUMN channel_scores.created_on  IS 'When the record was made.';
COMMENT ON COLUMN channel_scores.created_by  IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN channel_scores.updated_on  IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN channel_scores.updated_by  IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN channel_scores.revision    IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN channel_scores.deleted_on  IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN channel_scores.deleted_by  IS 'Who deleted it.';

-- A score once a month for each channel.
CREATE UNIQUE INDEX channel_scores_tenant_id_channel_id_month_key
  ON channel_scores (tenant_id, channel_id, month) WHERE deleted_on IS NULL;
-- A channel's history.
CREATE INDEX channel_scores_tenant_id_channel_id_month_idx ON channel_scores (tenant_id, channel_id, month DESC);
-- Which channels rose and fell in a month.
CREATE INDEX channel_scores_tenant_id_month_delta_idx ON channel_scores (tenant_id, month DESC, delta);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.channel_scores_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."channels" AS target WHERE target."id" = NEW."channel_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."channel_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."channels" AS target
    WHERE target."id" = NEW."channel_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('channel_scores', 'channel_id', 'channels', 'channel_scores_tenant_id_channel_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.channel_scores_check_references() IS 'Refuses a row of channel_scores that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.channel_scores_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.channel_scores_check_references() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON channel_scores FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON channel_scores FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.month IS DISTINCT FROM NEW.month
    OR OLD.created_on IS DISTINCT FROM NEW.created_on OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'channel_scores', 'id', 'ref_id', 'tenant_id', 'month', 'created_on', 'created_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON channel_scores FOR EACH ROW
  EXECUTE FUNCTION stowage.channel_scores_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON channel_scores FOR EACH ROW
  WHEN (OLD.channel_id IS DISTINCT FROM NEW.channel_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.channel_scores_check_references();

ALTER TABLE channel_scores ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON channel_scores FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON channel_scores FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON channel_scores FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON channel_scores TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON channel_scores TO leadmetrics_loader;
GRANT SELECT ON channel_scores TO leadmetrics_backup;

-- The rows of channel_scores that are not deleted.
CREATE VIEW live_channel_scores WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, channel_id, month, score, delta, components, computed_on, created_on, created_by,
    updated_on, updated_by, revision, deleted_on, deleted_by
  FROM channel_scores
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_channel_scores IS 'The rows of channel_scores that are not deleted.';
REVOKE ALL ON live_channel_scores FROM PUBLIC;
GRANT SELECT ON live_channel_scores TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- Content =============================================================================================================

-- What is asked for, written, approved and published, and the links that point to it.

-- backlinks -----------------------------------------------------------------------------------------------------------
-- A link from another site to the tenant's; hoped for, there or lost.
-- In PostgreSQL: counted, filtered by status and joined with the activity that won it
-- Life cycle of status, from prospect: prospect -> contacted | live | rejected; contacted -> negotiating | live |
-- rejected; negotiating -> live | rejected; live -> lost; lost -> live | rejected.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE backlinks (
  id              uuid                 NOT NULL,
  ref_id          char(26) COLLATE "C" NOT NULL
    CONSTRAINT backlinks_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id       uuid                 NOT NULL,
  activity_id     uuid,
  source_url      text                 NOT NULL,
  source_domain   varchar(253)         NOT NULL,
  target_url      text                 NOT NULL,
  link_hash       varchar(64)          NOT NULL
    CONSTRAINT backlinks_link_hash_check CHECK (link_hash COLLATE "C" ~ '^[0-9a-f]{64}$'),
  anchor_text     varchar(500),
  relation        text COLLATE "C"     NOT NULL DEFAULT 'follow'
    CONSTRAINT backlinks_relation_check CHECK (relation IN ('follow', 'nofollow', 'sponsored', 'ugc')),
  domain_rating   integer
    CONSTRAINT backlinks_domain_rating_check CHECK (domain_rating >= 0 AND domain_rating <= 100),
  contact_email   text,
  status          text COLLATE "C"     NOT NULL DEFAULT 'prospect'
    CONSTRAINT backlinks_status_check CHECK (status IN (
      'prospect', 'contacted', 'negotiating', 'live', 'lost', 'rejected'
    )),
  http_status     integer
    CONSTRAINT backlinks_http_status_check CHECK (http_status >= 100 AND http_status <= 599),
  first_seen_on   timestamptz(3),
  last_checked_on timestamptz(3),
  lost_on         timestamptz(3),
  created_on      timestamptz(3)       NOT NULL DEFAULT now(),
  created_by      uuid,
  updated_on      timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by      uuid,
  revision        integer              NOT NULL DEFAULT 0
    CONSTRAINT backlinks_revision_check CHECK (revision >= 0),
  deleted_on      timestamptz(3),
  deleted_by      uuid,

  CONSTRAINT backlinks_pkey PRIMARY KEY (id),
  CONSTRAINT backlinks_ref_id_key UNIQUE (ref_id),
  CONSTRAINT backlinks_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE backlinks IS 'A link from another site to the tenant''s; hoped for, there or lost.';
COMMENT ON COLUMN backlinks.id              IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN backlinks.ref_id          IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN backlinks.tenant_id       IS 'The tenant it belongs to.';
COMMENT ON COLUMN backlinks.activity_id     IS 'The step that won it; empty where it came by itself.';
COMMENT ON COLUMN backlinks.source_url      IS 'The page that links.';
COMMENT ON COLUMN backlinks.source_domain   IS 'The site of that page.';
COMMENT ON COLUMN backlinks.target_url      IS 'The page of the tenant that is linked to.';
COMMENT ON COLUMN backlinks.link_hash       IS 'SHA-256 of source and target; short enough for an index.';
COMMENT ON COLUMN backlinks.anchor_text     IS 'The words that are linked.';
COMMENT ON COLUMN backlinks.relation        IS 'What it tells search engines.';
COMMENT ON COLUMN backlinks.domain_rating   IS 'How strong the linking site is.';
COMMENT ON COLUMN backlinks.contact_email   IS 'Whom to write to at that site.';
COMMENT ON COLUMN backlinks.status          IS 'Where it stands.';
COMMENT ON COLUMN backlinks.http_status     IS 'What the source answered when it was last checked.';
COMMENT ON COLUMN backlinks.first_seen_on   IS 'When the link was first found.';
COMMENT ON COLUMN backlinks.last_checked_on IS 'When the source was last looked at.';
COMMENT ON COLUMN backlinks.lost_on         IS 'When the link was found gone.';
COMMENT ON COLUMN backlinks.created_on      IS 'When the record was made.';
COMMENT ON COLUMN backlinks.created_by      IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN backlinks.updated_on      IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN backlinks.updated_by      IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN backlinks.revision        IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN backlinks.deleted_on      IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN backlinks.deleted_by      IS 'Who deleted it.';

CREATE UNIQUE INDEX backlinks_tenant_id_link_hash_key ON backlinks (tenant_id, link_hash) WHERE deleted_on IS NULL;
-- Counts links by standing.
CREATE INDEX backlinks_tenant_id_status_created_on_idx ON backlinks (tenant_id, status, created_on DESC);
-- What an activity has won.
CREATE INDEX backlinks_tenant_id_activity_id_status_idx ON backlinks (tenant_id, activity_id, status);
-- Whether a site links already.
CREATE INDEX backlinks_tenant_id_source_domain_idx ON backlinks (tenant_id, source_domain);
-- What should be looked at again.
CREATE INDEX backlinks_last_checked_on_where_status_idx ON backlinks (last_checked_on) WHERE status = 'live';

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.backlinks_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."activities" AS target WHERE target."id" = NEW."activity_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."activity_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."activities" AS target
    WHERE target."id" = NEW."activity_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('backlinks', 'activity_id', 'activities', 'backlinks_tenant_id_activity_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.backlinks_check_references() IS 'Refuses a row of backlinks that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.backlinks_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.backlinks_check_references() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON backlinks FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON backlinks FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'backlinks', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as prospect.
CREATE TRIGGER lifecycle_start AFTER INSERT ON backlinks FOR EACH ROW
  WHEN (NEW.status <> 'prospect' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('backlinks', 'status', 'prospect');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON backlinks FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('backlinks', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON backlinks FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('backlinks', 'status', 'Backlink', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON backlinks FOR EACH ROW
  WHEN (NEW.activity_id IS NOT NULL)
  EXECUTE FUNCTION stowage.backlinks_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON backlinks FOR EACH ROW
  WHEN (OLD.activity_id IS DISTINCT FROM NEW.activity_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.backlinks_check_references();

ALTER TABLE backlinks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON backlinks FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON backlinks FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON backlinks FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON backlinks TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON backlinks TO leadmetrics_loader;
GRANT SELECT ON backlinks TO leadmetrics_backup;

-- The rows of backlinks that are not deleted.
CREATE VIEW live_backlinks WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, activity_id, source_url, source_domain, target_url, link_hash, anchor_text, relation,
    domain_rating, contact_email, status, http_status, first_seen_on, last_checked_on, lost_on, created_on, created_by,
    updated_on, updated_by, revision, deleted_on, deleted_by
  FROM backlinks
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_backlinks IS 'The rows of backlinks that are not deleted.';
REVOKE ALL ON live_backlinks FROM PUBLIC;
GRANT SELECT ON live_backlinks TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- blog_posts ----------------------------------------------------------------------------------------------------------
-- An article on its way to a blog.
-- In PostgreSQL: a state machine with approval, filtered by channel and status; the text itself lies with its output
-- Life cycle of status, from draft: draft -> in_review | archived; in_review -> approved | changes_requested |
-- archived; changes_requested -> in_review | archived; approved -> scheduled | published | publish_failed | archived;
-- scheduled -> published | publish_failed | approved; published -> archived; publish_failed -> scheduled | archived.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE blog_posts (
  id               uuid                 NOT NULL,
  ref_id           char(26) COLLATE "C" NOT NULL
    CONSTRAINT blog_posts_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id        uuid                 NOT NULL,
  blog_request_id  uuid                 NOT NULL,
  channel_id       uuid                 NOT NULL,
  activity_id      uuid,
  output_ref       char(24) COLLATE "C" NOT NULL
    CONSTRAINT blog_posts_output_ref_check CHECK (output_ref ~ '^[0-9a-f]{24}$'),
  title            varchar(300)         NOT NULL,
  slug             varchar(200)         NOT NULL
    CONSTRAINT blog_posts_slug_check CHECK (slug COLLATE "C" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  meta_title       varchar(120),
  meta_description varchar(320),
  language         varchar(35)          NOT NULL DEFAULT 'en',
  word_count       integer              NOT NULL DEFAULT 0
    CONSTRAINT blog_posts_word_count_check CHECK (word_count >= 0),
  status           text COLLATE "C"     NOT NULL DEFAULT 'draft'
    CONSTRAINT blog_posts_status_check CHECK (status IN (
      'draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'published', 'publish_failed', 'archived'
    )),
  scheduled_on     timestamptz(3),
  published_on     timestamptz(3),
  published_url    text,
  external_post_id text,
  publish_error    varchar(1000),
  created_on       timestamptz(3)       NOT NULL DEFAULT now(),
  created_by       uuid,
  updated_on       timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by       uuid,
  revision         integer              NOT NULL DEFAULT 0
    CONSTRAINT blog_posts_revision_check CHECK (revision >= 0),
  deleted_on       timestamptz(3),
  deleted_by       uuid,
  reviewed_by      uuid,
  reviewed_on      timestamptz(3),
  review_note      varchar(2000),

  CONSTRAINT blog_posts_pkey PRIMARY KEY (id),
  CONSTRAINT blog_posts_ref_id_key UNIQUE (ref_id),
  CONSTRAINT blog_posts_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE blog_posts IS 'An article on its way to a blog.';
COMMENT ON COLUMN blog_posts.id               IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN blog_posts.ref_id           IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN blog_posts.tenant_id        IS 'The tenant it belongs to.';
COMMENT ON COLUMN blog_posts.blog_request_id  IS 'What it answers.';
COMMENT ON COLUMN blog_posts.channel_id       IS 'The blog that it appears on.';
COMMENT ON COLUMN blog_posts.activity_id      IS 'The step that made it.';
COMMENT ON COLUMN blog_posts.output_ref       IS 'The text as it stands now.';
COMMENT ON COLUMN blog_posts.title            IS 'Headline.';
COMMENT ON COLUMN blog_posts.slug             IS 'Its name in the address.';
COMMENT ON COLUMN blog_posts.meta_title       IS 'Title for search engines.';
COMMENT ON COLUMN blog_posts.meta_description IS 'Description for search engines.';
COMMENT ON COLUMN blog_posts.language         IS 'BCP 47 tag of the text.';
COMMENT ON COLUMN blog_posts.word_count       IS 'How long the text is.';
COMMENT ON COLUMN blog_posts.status           IS 'Where it stands.';
COMMENT ON COLUMN blog_posts.scheduled_on     IS 'When it should go out.';
COMMENT ON COLUMN blog_posts.published_on     IS 'When it went out.';
COMMENT ON COLUMN blog_posts.published_url    IS 'Where it can be read.';
COMMENT ON COLUMN blog_posts.external_post_id IS 'Its id on the blog''s platform.';
COMMENT ON COLUMN blog_posts.publish_error    IS 'What the platform said when it refused.';
COMMENT ON COLUMN blog_posts.created_on       IS 'When the record was made.';
COMMENT ON COLUMN blog_posts.created_by       IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN blog_posts.updated_on       IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN blog_posts.updated_by       IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN blog_posts.revision         IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN blog_posts.deleted_on       IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN blog_posts.deleted_by       IS 'Who deleted it.';
COMMENT ON COLUMN blog_posts.reviewed_by      IS 'Who gave the verdict.';
COMMENT ON COLUMN blog_posts.reviewed_on      IS 'When the verdict was given.';
COMMENT ON COLUMN blog_posts.review_note      IS 'What the reviewer wants the next attempt to know.';

-- An address once on each blog.
CREATE UNIQUE INDEX blog_posts_tenant_id_channel_id_slug_key
  ON blog_posts (tenant_id, channel_id, slug) WHERE deleted_on IS NULL;
-- The review queue; oldest first.
CREATE INDEX blog_posts_review_queue ON blog_posts (tenant_id, created_on) WHERE status = 'in_review';
-- Lists articles by standing.
CREATE INDEX blog_posts_tenant_id_status_created_on_idx ON blog_posts (tenant_id, status, created_on DESC);
-- What is due to go out.
CREATE INDEX blog_posts_scheduled_on_where_status_idx ON blog_posts (scheduled_on) WHERE status = 'scheduled';

CREATE INDEX blog_posts_tenant_id_blog_request_id_idx ON blog_posts (tenant_id, blog_request_id);
CREATE INDEX blog_posts_tenant_id_channel_id_status_idx ON blog_posts (tenant_id, channel_id, status);
CREATE INDEX blog_posts_tenant_id_activity_id_idx ON blog_posts (tenant_id, activity_id);
CREATE INDEX blog_posts_tenant_id_output_ref_idx ON blog_posts (tenant_id, output_ref);
CREATE INDEX blog_posts_tenant_id_reviewed_by_reviewed_on_idx ON blog_posts (tenant_id, reviewed_by, reviewed_on DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.blog_posts_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."blog_requests" AS target WHERE target."id" = NEW."blog_request_id" FOR KEY SHARE;
    PERFORM FROM public."channels" AS target WHERE target."id" = NEW."channel_id" FOR KEY SHARE;
    PERFORM FROM public."activities" AS target WHERE target."id" = NEW."activity_id" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."reviewed_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."blog_request_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."blog_requests" AS target
    WHERE target."id" = NEW."blog_request_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('blog_posts', 'blog_request_id', 'blog_requests', 'blog_posts_tenant_id_blog_request_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."channel_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."channels" AS target
    WHERE target."id" = NEW."channel_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('blog_posts', 'channel_id', 'channels', 'blog_posts_tenant_id_channel_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."activity_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."activities" AS target
    WHERE target."id" = NEW."activity_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('blog_posts', 'activity_id', 'activities', 'blog_posts_tenant_id_activity_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."reviewed_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."reviewed_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('blog_posts', 'reviewed_by', 'users', 'blog_posts_tenant_id_reviewed_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.blog_posts_check_references() IS 'Refuses a row of blog_posts that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.blog_posts_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.blog_posts_check_references() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON blog_posts FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON blog_posts FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'blog_posts', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as draft.
CREATE TRIGGER lifecycle_start AFTER INSERT ON blog_posts FOR EACH ROW
  WHEN (NEW.status <> 'draft' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('blog_posts', 'status', 'draft');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON blog_posts FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('blog_posts', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON blog_posts FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('blog_posts', 'status', 'BlogPost', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON blog_posts FOR EACH ROW
  WHEN (
    NEW.blog_request_id IS NOT NULL OR NEW.channel_id IS NOT NULL OR NEW.activity_id IS NOT NULL
    OR NEW.reviewed_by IS NOT NULL
  )
  EXECUTE FUNCTION stowage.blog_posts_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON blog_posts FOR EACH ROW
  WHEN (
    OLD.blog_request_id IS DISTINCT FROM NEW.blog_request_id OR OLD.channel_id IS DISTINCT FROM NEW.channel_id
    OR OLD.activity_id IS DISTINCT FROM NEW.activity_id OR OLD.reviewed_by IS DISTINCT FROM NEW.reviewed_by
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.blog_posts_check_references();

ALTER TABLE blog_posts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON blog_posts FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON blog_posts FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON blog_posts FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON blog_posts TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON blog_posts TO leadmetrics_loader;
GRANT SELECT ON blog_posts TO leadmetrics_backup;

-- The rows of blog_posts that are not deleted.
CREATE VIEW live_blog_posts WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, blog_request_id, channel_id, activity_id, output_ref, title, slug, meta_title,
    meta_description, language, word_count, status, scheduled_on, published_on, published_url, external_post_id,
    publish_error, created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by, reviewed_by,
    reviewed_on, review_note
  FROM blog_posts
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_blog_posts IS 'The rows of blog_posts that are not deleted.';
REVOKE ALL ON live_blog_posts FROM PUBLIC;
GRANT SELECT ON live_blog_posts TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- blog_requests -------------------------------------------------------------------------------------------------------
-- A request for an article.
-- In PostgreSQL: a state machine that references people, channels and months
-- Life cycle of status, from draft: draft -> submitted | cancelled; submitted -> accepted | declined | cancelled;
-- accepted -> in_progress | cancelled; in_progress -> fulfilled | cancelled.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE blog_requests (
  id                    uuid                 NOT NULL,
  ref_id                char(26) COLLATE "C" NOT NULL
    CONSTRAINT blog_requests_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id             uuid                 NOT NULL,
  channel_id            uuid                 NOT NULL,
  deliverable_period_id uuid,
  campaign_id           uuid,
  requested_by          uuid,
  topic                 varchar(300)         NOT NULL,
  brief                 varchar(5000),
  audience              varchar(300),
  tone                  varchar(100),
  target_keywords       varchar(120)[]       NOT NULL DEFAULT '{}'
    CONSTRAINT blog_requests_target_keywords_check CHECK (array_position(target_keywords, NULL) IS NULL),
  target_word_count     integer
    CONSTRAINT blog_requests_target_word_count_check CHECK (target_word_count >= 100 AND target_word_count <= 20000),
  priority              text COLLATE "C"     NOT NULL DEFAULT 'normal'
    CONSTRAINT blog_requests_priority_check CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  due_on                date,
  status                text COLLATE "C"     NOT NULL DEFAULT 'draft'
    CONSTRAINT blog_requests_status_check CHECK (status IN (
      'draft', 'submitted', 'accepted', 'in_progress', 'fulfilled', 'declined', 'cancelled'
    )),
  decline_reason        varchar(1000),
  created_on            timestamptz(3)       NOT NULL DEFAULT now(),
  created_by            uuid,
  updated_on            timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by            uuid,
  revision              integer              NOT NULL DEFAULT 0
    CONSTRAINT blog_requests_revision_check CHECK (revision >= 0),
  deleted_on            timestamptz(3),
  deleted_by            uuid,

  CONSTRAINT blog_requests_pkey PRIMARY KEY (id),
  CONSTRAINT blog_requests_ref_id_key UNIQUE (ref_id),
  CONSTRAINT blog_requests_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE blog_requests IS 'A request for an article.';
COMMENT ON COLUMN blog_requests.id                    IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN blog_requests.ref_id                IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN blog_requests.tenant_id             IS 'The tenant it belongs to.';
COMMENT ON COLUMN blog_requests.channel_id            IS 'The blog that it is for.';
COMMENT ON COLUMN blog_requests.deliverable_period_id IS 'The month that it counts for.';
COMMENT ON COLUMN blog_requests.campaign_id           IS 'The campaign that it is part of.';
COMMENT ON COLUMN blog_requests.requested_by          IS 'Who asked; empty where the plan did.';
COMMENT ON COLUMN blog_requests.topic                 IS 'What the article should be about.';
COMMENT ON COLUMN blog_requests.brief                 IS 'What must and must not be in it.';
COMMENT ON COLUMN blog_requests.audience              IS 'Who should read it.';
COMMENT ON COLUMN blog_requests.tone                  IS 'How it should sound.';
COMMENT ON COLUMN blog_requests.target_keywords       IS 'Search terms that it should be found by.';
COMMENT ON COLUMN blog_requests.target_word_count     IS 'How long it should be.';
COMMENT ON COLUMN blog_requests.priority              IS 'How soon it should be taken up.';
COMMENT ON COLUMN blog_requests.due_on                IS 'The day by which it is wanted.';
COMMENT ON COLUMN blog_requests.status                IS 'Where it stands.';
COMMENT ON COLUMN blog_requests.decline_reason        IS 'Why it will not be done.';
COMMENT ON COLUMN blog_requests.created_on            IS 'When the record was made.';
COMMENT ON COLUMN blog_requests.created_by            IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN blog_requests.updated_on            IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN blog_requests.updated_by            IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN blog_requests.revision              IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN blog_requests.deleted_on            IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN blog_requests.deleted_by            IS 'Who deleted it.';

-- The inbox of requests.
CREATE INDEX blog_requests_tenant_id_status_created_on_idx ON blog_requests (tenant_id, status, created_on DESC);

CREATE INDEX blog_requests_tenant_id_channel_id_status_idx ON blog_requests (tenant_id, channel_id, status);
CREATE INDEX blog_requests_tenant_id_deliverable_period_id_idx ON blog_requests (tenant_id, deliverable_period_id);
CREATE INDEX blog_requests_tenant_id_campaign_id_idx ON blog_requests (tenant_id, campaign_id);
CREATE INDEX blog_requests_tenant_id_requested_by_created_on_idx
  ON blog_requests (tenant_id, requested_by, created_on DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.blog_requests_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."channels" AS target WHERE target."id" = NEW."channel_id" FOR KEY SHARE;
    PERFORM FROM public."deliverable_periods" AS target WHERE target."id" = NEW."deliverable_period_id" FOR KEY SHARE;
    PERFORM FROM public."campaigns" AS target WHERE target."id" = NEW."campaign_id" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."requested_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."channel_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."channels" AS target
    WHERE target."id" = NEW."channel_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('blog_requests', 'channel_id', 'channels', 'blog_requests_tenant_id_channel_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."deliverable_period_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."deliverable_periods" AS target
    WHERE target."id" = NEW."deliverable_period_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('blog_requests', 'deliverable_period_id', 'deliverable_periods', 'blog_requests_tenant_id_deliverable_period_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."campaign_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."campaigns" AS target
    WHERE target."id" = NEW."campaign_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('blog_requests', 'campaign_id', 'campaigns', 'blog_requests_tenant_id_campaign_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."requested_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."requested_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('blog_requests', 'requested_by', 'users', 'blog_requests_tenant_id_requested_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.blog_requests_check_references() IS 'Refuses a row of blog_requests that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.blog_requests_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.blog_requests_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.blog_requests_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."blog_requests" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."blog_posts" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."blog_request_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('blog_posts', 'blog_request_id', 'blog_requests', 'blog_posts_tenant_id_blog_request_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.blog_requests_soft_delete() IS 'Before a row of blog_requests counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.blog_requests_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.blog_requests_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON blog_requests FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON blog_requests FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'blog_requests', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as draft.
CREATE TRIGGER lifecycle_start AFTER INSERT ON blog_requests FOR EACH ROW
  WHEN (NEW.status <> 'draft' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('blog_requests', 'status', 'draft');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON blog_requests FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('blog_requests', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON blog_requests FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('blog_requests', 'status', 'BlogRequest', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON blog_requests FOR EACH ROW
  WHEN (
    NEW.channel_id IS NOT NULL OR NEW.deliverable_period_id IS NOT NULL OR NEW.campaign_id IS NOT NULL
    OR NEW.requested_by IS NOT NULL
  )
  EXECUTE FUNCTION stowage.blog_requests_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON blog_requests FOR EACH ROW
  WHEN (
    OLD.channel_id IS DISTINCT FROM NEW.channel_id
    OR OLD.deliverable_period_id IS DISTINCT FROM NEW.deliverable_period_id
    OR OLD.campaign_id IS DISTINCT FROM NEW.campaign_id OR OLD.requested_by IS DISTINCT FROM NEW.requested_by
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.blog_requests_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON blog_requests FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.blog_requests_soft_delete();

ALTER TABLE blog_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON blog_requests FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON blog_requests FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON blog_requests FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON blog_requests TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON blog_requests TO leadmetrics_loader;
GRANT SELECT ON blog_requests TO leadmetrics_backup;

-- The rows of blog_requests that are not deleted.
CREATE VIEW live_blog_requests WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, channel_id, deliverable_period_id, campaign_id, requested_by, topic, brief, audience,
    tone, target_keywords, target_word_count, priority, due_on, status, decline_reason, created_on, created_by,
    updated_on, updated_by, revision, deleted_on, deleted_by
  FROM blog_requests
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_blog_requests IS 'The rows of blog_requests that are not deleted.';
REVOKE ALL ON live_blog_requests FROM PUBLIC;
GRANT SELECT ON live_blog_requests TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- social_media_requests -----------------------------------------------------------------------------------------------
-- A request for posts on a social network.
-- In PostgreSQL: a state machine that references people, channels and months
-- Life cycle of status, from draft: draft -> submitted | cancelled; submitted -> accepted | declined | cancelled;
-- accepted -> in_progress | cancelled; in_progress -> fulfilled | cancelled.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE social_media_requests (
  id                    uuid                 NOT NULL,
  ref_id                char(26) COLLATE "C" NOT NULL
    CONSTRAINT social_media_requests_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id             uuid                 NOT NULL,
  channel_id            uuid                 NOT NULL,
  deliverable_period_id uuid,
  campaign_id           uuid,
  requested_by          uuid,
  topic                 varchar(300)         NOT NULL,
  brief                 varchar(5000),
  tone                  varchar(100),
  post_kind             text COLLATE "C"     NOT NULL DEFAULT 'text'
    CONSTRAINT social_media_requests_post_kind_check CHECK (post_kind IN (
      'text', 'image', 'carousel', 'video', 'story', 'link'
    )),
  post_count            integer              NOT NULL DEFAULT 1
    CONSTRAINT social_media_requests_post_count_check CHECK (post_count >= 1 AND post_count <= 100),
  link_url              text,
  priority              text COLLATE "C"     NOT NULL DEFAULT 'normal'
    CONSTRAINT social_media_requests_priority_check CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  due_on                date,
  status                text COLLATE "C"     NOT NULL DEFAULT 'draft'
    CONSTRAINT social_media_requests_status_check CHECK (status IN (
      'draft', 'submitted', 'accepted', 'in_progress', 'fulfilled', 'declined', 'cancelled'
    )),
  decline_reason        varchar(1000),
  created_on            timestamptz(3)       NOT NULL DEFAULT now(),
  created_by            uuid,
  updated_on            timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by            uuid,
  revision              integer              NOT NULL DEFAULT 0
    CONSTRAINT social_media_requests_revision_check CHECK (revision >= 0),
  deleted_on            timestamptz(3),
  deleted_by            uuid,

  CONSTRAINT social_media_requests_pkey PRIMARY KEY (id),
  CONSTRAINT social_media_requests_ref_id_key UNIQUE (ref_id),
  CONSTRAINT social_media_requests_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE social_media_requests IS 'A request for posts on a social network.';
COMMENT ON COLUMN social_media_requests.id                    IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN social_media_requests.ref_id                IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN social_media_requests.tenant_id             IS 'The tenant it belongs to.';
COMMENT ON COLUMN social_media_requests.channel_id            IS 'The account that it is for.';
COMMENT ON COLUMN social_media_requests.deliverable_period_id IS 'The month that it counts for.';
COMMENT ON COLUMN social_media_requests.campaign_id           IS 'The campaign that it is part of.';
COMMENT ON COLUMN social_media_requests.requested_by          IS 'Who asked; empty where the plan did.';
COMMENT ON COLUMN social_media_requests.topic                 IS 'What the posts should be about.';
COMMENT ON COLUMN social_media_requests.brief                 IS 'What must and must not be in them.';
COMMENT ON COLUMN social_media_requests.tone                  IS 'How they should sound.';
COMMENT ON COLUMN social_media_requests.post_kind             IS 'The form they should have.';
COMMENT ON COLUMN social_media_requests.post_count            IS 'How many are wanted.';
COMMENT ON COLUMN social_media_requests.link_url              IS 'The page that they should lead to.';
COMMENT ON COLUMN social_media_requests.priority              IS 'How soon it should be taken up.';
COMMENT ON COLUMN social_media_requests.due_on                IS 'The day by which it is wanted.';
COMMENT ON COLUMN social_media_requests.status                IS 'Where it stands.';
COMMENT ON COLUMN social_media_requests.decline_reason        IS 'Why it will not be done.';
COMMENT ON COLUMN social_media_requests.created_on            IS 'When the record was made.';
COMMENT ON COLUMN social_media_requests.created_by            IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN social_media_requests.updated_on            IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN social_media_requests.updated_by            IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN social_media_requests.revision              IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN social_media_requests.deleted_on            IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN social_media_requests.deleted_by            IS 'Who deleted it.';

-- The inbox of requests.
CREATE INDEX social_media_requests_tenant_id_status_created_on_idx
  ON social_media_requests (tenant_id, status, created_on DESC);

CREATE INDEX social_media_requests_tenant_id_channel_id_status_idx
  ON social_media_requests (tenant_id, channel_id, status);
CREATE INDEX social_media_requests_tenant_id_deliverable_period_id_idx
  ON social_media_requests (tenant_id, deliverable_period_id);
CREATE INDEX social_media_requests_tenant_id_campaign_id_idx ON social_media_requests (tenant_id, campaign_id);
CREATE INDEX social_media_requests_tenant_id_requested_by_created_on_idx
  ON social_media_requests (tenant_id, requested_by, created_on DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.social_media_requests_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."channels" AS target WHERE target."id" = NEW."channel_id" FOR KEY SHARE;
    PERFORM FROM public."deliverable_periods" AS target WHERE target."id" = NEW."deliverable_period_id" FOR KEY SHARE;
    PERFORM FROM public."campaigns" AS target WHERE target."id" = NEW."campaign_id" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."requested_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."channel_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."channels" AS target
    WHERE target."id" = NEW."channel_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('social_media_requests', 'channel_id', 'channels', 'social_media_requests_tenant_id_channel_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."deliverable_period_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."deliverable_periods" AS target
    WHERE target."id" = NEW."deliverable_period_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('social_media_requests', 'deliverable_period_id', 'deliverable_periods', 'social_media_requests_tenant_id_deliverable_period_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."campaign_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."campaigns" AS target
    WHERE target."id" = NEW."campaign_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('social_media_requests', 'campaign_id', 'campaigns', 'social_media_requests_tenant_id_campaign_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."requested_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."requested_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('social_media_requests', 'requested_by', 'users', 'social_media_requests_tenant_id_requested_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.social_media_requests_check_references() IS 'Refuses a row of social_media_requests that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.social_media_requests_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.social_media_requests_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.social_media_requests_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."social_media_requests" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."social_posts" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."social_media_request_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('social_posts', 'social_media_request_id', 'social_media_requests', 'social_posts_tenant_id_social_media_request_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.social_media_requests_soft_delete() IS 'Before a row of social_media_requests counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.social_media_requests_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.social_media_requests_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON social_media_requests FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON social_media_requests FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'social_media_requests', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as draft.
CREATE TRIGGER lifecycle_start AFTER INSERT ON social_media_requests FOR EACH ROW
  WHEN (NEW.status <> 'draft' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('social_media_requests', 'status', 'draft');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON social_media_requests FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('social_media_requests', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON social_media_requests FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move(
    'social_media_requests', 'status', 'SocialMediaRequest', 'tenant_id', 'ref_id', 'updated_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON social_media_requests FOR EACH ROW
  WHEN (
    NEW.channel_id IS NOT NULL OR NEW.deliverable_period_id IS NOT NULL OR NEW.campaign_id IS NOT NULL
    OR NEW.requested_by IS NOT NULL
  )
  EXECUTE FUNCTION stowage.social_media_requests_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON social_media_requests FOR EACH ROW
  WHEN (
    OLD.channel_id IS DISTINCT FROM NEW.channel_id
    OR OLD.deliverable_period_id IS DISTINCT FROM NEW.deliverable_period_id
    OR OLD.campaign_id IS DISTINCT FROM NEW.campaign_id OR OLD.requested_by IS DISTINCT FROM NEW.requested_by
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.social_media_requests_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON social_media_requests FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.social_media_requests_soft_delete();

ALTER TABLE social_media_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON social_media_requests FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON social_media_requests FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON social_media_requests FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON social_media_requests TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON social_media_requests TO leadmetrics_loader;
GRANT SELECT ON social_media_requests TO leadmetrics_backup;

-- The rows of social_media_requests that are not deleted.
CREATE VIEW live_social_media_requests WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, channel_id, deliverable_period_id, campaign_id, requested_by, topic, brief, tone,
    post_kind, post_count, link_url, priority, due_on, status, decline_reason, created_on, created_by, updated_on,
    updated_by, revision, deleted_on, deleted_by
  FROM social_media_requests
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_social_media_requests IS 'The rows of social_media_requests that are not deleted.';
REVOKE ALL ON live_social_media_requests FROM PUBLIC;
GRANT SELECT ON live_social_media_requests TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- social_posts --------------------------------------------------------------------------------------------------------
-- A post on its way to a social network.
-- In PostgreSQL: a state machine with approval, filtered by platform and status; copy and hashtags lie with its output
-- Life cycle of status, from draft: draft -> in_review | archived; in_review -> approved | changes_requested |
-- archived; changes_requested -> in_review | archived; approved -> scheduled | published | publish_failed | archived;
-- scheduled -> published | publish_failed | approved; published -> archived; publish_failed -> scheduled | archived.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE social_posts (
  id                      uuid                 NOT NULL,
  ref_id                  char(26) COLLATE "C" NOT NULL
    CONSTRAINT social_posts_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id               uuid                 NOT NULL,
  social_media_request_id uuid                 NOT NULL,
  channel_id              uuid                 NOT NULL,
  activity_id             uuid,
  output_ref              char(24) COLLATE "C" NOT NULL
    CONSTRAINT social_posts_output_ref_check CHECK (output_ref ~ '^[0-9a-f]{24}$'),
  platform                text COLLATE "C"     NOT NULL
    CONSTRAINT social_posts_platform_check CHECK (platform IN (
      'google_ads', 'google_analytics', 'google_search_console', 'google_business_profile', 'microsoft_ads', 'meta_ads',
      'facebook', 'instagram', 'linkedin', 'x', 'tiktok', 'youtube', 'wordpress', 'webflow', 'shopify'
    )),
  kind                    text COLLATE "C"     NOT NULL DEFAULT 'text'
    CONSTRAINT social_posts_kind_check CHECK (kind IN ('text', 'image', 'carousel', 'video', 'story', 'link')),
  character_count         integer              NOT NULL DEFAULT 0
    CONSTRAINT social_posts_character_count_check CHECK (character_count >= 0),
  hashtag_count           integer              NOT NULL DEFAULT 0
    CONSTRAINT social_posts_hashtag_count_check CHECK (hashtag_count >= 0),
  link_url                text,
  status                  text COLLATE "C"     NOT NULL DEFAULT 'draft'
    CONSTRAINT social_posts_status_check CHECK (status IN (
      'draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'published', 'publish_failed', 'archived'
    )),
  scheduled_on            timestamptz(3),
  published_on            timestamptz(3),
  published_url           text,
  external_post_id        text,
  publish_error           varchar(1000),
  created_on              timestamptz(3)       NOT NULL DEFAULT now(),
  created_by              uuid,
  updated_on              timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by              uuid,
  revision                integer              NOT NULL DEFAULT 0
    CONSTRAINT social_posts_revision_check CHECK (revision >= 0),
  deleted_on              timestamptz(3),
  deleted_by              uuid,
  reviewed_by             uuid,
  reviewed_on             timestamptz(3),
  review_note             varchar(2000),

  CONSTRAINT social_posts_pkey PRIMARY KEY (id),
  CONSTRAINT social_posts_ref_id_key UNIQUE (ref_id),
  CONSTRAINT social_posts_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE social_posts IS 'A post on its way to a social network.';
COMMENT ON COLUMN social_posts.id                      IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN social_posts.ref_id                  IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN social_posts.tenant_id               IS 'The tenant it belongs to.';
COMMENT ON COLUMN social_posts.social_media_request_id IS 'What it answers.';
COMMENT ON COLUMN social_posts.channel_id              IS 'The account that it appears on.';
COMMENT ON COLUMN social_posts.activity_id             IS 'The step that made it.';
COMMENT ON COLUMN social_posts.output_ref              IS 'Copy and hashtags as they stand now.';
COMMENT ON COLUMN social_posts.platform                IS 'The network; kept here so that lists need no join.';
COMMENT ON COLUMN social_posts.kind                    IS 'The form it has.';
COMMENT ON COLUMN social_posts.character_count         IS 'How long the copy is.';
COMMENT ON COLUMN social_posts.hashtag_count           IS 'How many hashtags it carries.';
COMMENT ON COLUMN social_posts.link_url                IS 'The page that it leads to.';
COMMENT ON COLUMN social_posts.status                  IS 'Where it stands.';
COMMENT ON COLUMN social_posts.scheduled_on            IS 'When it should go out.';
COMMENT ON COLUMN social_posts.published_on            IS 'When it went out.';
COMMENT ON COLUMN social_posts.published_url           IS 'Where it can be seen.';
COMMENT ON COLUMN social_posts.external_post_id        IS 'Its id on the network.';
COMMENT ON COLUMN social_posts.publish_error           IS 'What the network said when it refused.';
COMMENT ON COLUMN social_posts.created_on              IS 'When the record was made.';
COMMENT ON COLUMN social_posts.created_by              IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN social_posts.updated_on              IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN social_posts.updated_by              IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN social_posts.revision                IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN social_posts.deleted_on              IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN social_posts.deleted_by              IS 'Who deleted it.';
COMMENT ON COLUMN social_posts.reviewed_by             IS 'Who gave the verdict.';
COMMENT ON COLUMN social_posts.reviewed_on             IS 'When the verdict was given.';
COMMENT ON COLUMN social_posts.review_note             IS 'What the reviewer wants the next attempt to know.';

-- A published post is known once.
CREATE UNIQUE INDEX social_posts_one_per_external_id
  ON social_posts (tenant_id, channel_id, external_post_id) WHERE deleted_on IS NULL AND external_post_id IS NOT NULL;
-- The review queue; oldest first.
CREATE INDEX social_posts_review_queue ON social_posts (tenant_id, created_on) WHERE status = 'in_review';
-- Lists posts by standing.
CREATE INDEX social_posts_tenant_id_status_created_on_idx ON social_posts (tenant_id, status, created_on DESC);
-- Lists posts by network.
CREATE INDEX social_posts_tenant_id_platform_status_idx ON social_posts (tenant_id, platform, status);
-- What is due to go out.
CREATE INDEX social_posts_scheduled_on_where_status_idx ON social_posts (scheduled_on) WHERE status = 'scheduled';

CREATE INDEX social_posts_tenant_id_social_media_request_id_idx ON social_posts (tenant_id, social_media_request_id);
CREATE INDEX social_posts_tenant_id_channel_id_status_idx ON social_posts (tenant_id, channel_id, status);
CREATE INDEX social_posts_tenant_id_activity_id_idx ON social_posts (tenant_id, activity_id);
CREATE INDEX social_posts_tenant_id_output_ref_idx ON social_posts (tenant_id, output_ref);
CREATE INDEX social_posts_tenant_id_reviewed_by_reviewed_on_idx
  ON social_posts (tenant_id, reviewed_by, reviewed_on DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.social_posts_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."social_media_requests" AS target WHERE target."id" = NEW."social_media_request_id" FOR KEY SHARE;
    PERFORM FROM public."channels" AS target WHERE target."id" = NEW."channel_id" FOR KEY SHARE;
    PERFORM FROM public."activities" AS target WHERE target."id" = NEW."activity_id" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."reviewed_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."social_media_request_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."social_media_requests" AS target
    WHERE target."id" = NEW."social_media_request_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('social_posts', 'social_media_request_id', 'social_media_requests', 'social_posts_tenant_id_social_media_request_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."channel_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."channels" AS target
    WHERE target."id" = NEW."channel_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('social_posts', 'channel_id', 'channels', 'social_posts_tenant_id_channel_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."activity_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."activities" AS target
    WHERE target."id" = NEW."activity_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('social_posts', 'activity_id', 'activities', 'social_posts_tenant_id_activity_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."reviewed_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."reviewed_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('social_posts', 'reviewed_by', 'users', 'social_posts_tenant_id_reviewed_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.social_posts_check_references() IS 'Refuses a row of social_posts that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.social_posts_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.social_posts_check_references() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON social_posts FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON social_posts FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'social_posts', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as draft.
CREATE TRIGGER lifecycle_start AFTER INSERT ON social_posts FOR EACH ROW
  WHEN (NEW.status <> 'draft' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('social_posts', 'status', 'draft');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON social_posts FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('social_posts', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON social_posts FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('social_posts', 'status', 'SocialPost', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON social_posts FOR EACH ROW
  WHEN (
    NEW.social_media_request_id IS NOT NULL OR NEW.channel_id IS NOT NULL OR NEW.activity_id IS NOT NULL
    OR NEW.reviewed_by IS NOT NULL
  )
  EXECUTE FUNCTION stowage.social_posts_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON social_posts FOR EACH ROW
  WHEN (
    OLD.social_media_request_id IS DISTINCT FROM NEW.social_media_request_id
    OR OLD.channel_id IS DISTINCT FROM NEW.channel_id OR OLD.activity_id IS DISTINCT FROM NEW.activity_id
    OR OLD.reviewed_by IS DISTINCT FROM NEW.reviewed_by OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.social_posts_check_references();

ALTER TABLE social_posts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON social_posts FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON social_posts FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON social_posts FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON social_posts TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON social_posts TO leadmetrics_loader;
GRANT SELECT ON social_posts TO leadmetrics_backup;

-- The rows of social_posts that are not deleted.
CREATE VIEW live_social_posts WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, social_media_request_id, channel_id, activity_id, output_ref, platform, kind,
    character_count, hashtag_count, link_url, status, scheduled_on, published_on, published_url, external_post_id,
    publish_error, created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by, reviewed_by,
    reviewed_on, review_note
  FROM social_posts
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_social_posts IS 'The rows of social_posts that are not deleted.';
REVOKE ALL ON live_social_posts FROM PUBLIC;
GRANT SELECT ON live_social_posts TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- Identity ============================================================================================================

-- Who uses the platform, how they get in, and what they have agreed to.

-- contracts -----------------------------------------------------------------------------------------------------------
-- The proof that a tenant accepted one version of an agreement.
-- In PostgreSQL: references the user who accepted, and is read before every request of a tenant is let through
-- More of each record: objects in S3.
-- Append-only: rows are added, never changed or removed.

CREATE TABLE contracts (
  id              uuid                 NOT NULL,
  ref_id          char(26) COLLATE "C" NOT NULL
    CONSTRAINT contracts_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id       uuid                 NOT NULL,
  kind            text COLLATE "C"     NOT NULL
    CONSTRAINT contracts_kind_check CHECK (kind IN ('terms_of_service', 'data_processing', 'service_agreement')),
  version         varchar(20)          NOT NULL,
  accepted_by     uuid                 NOT NULL,
  accepted_on     timestamptz(3)       NOT NULL,
  signatory_name  varchar(200)         NOT NULL,
  signatory_title varchar(120),
  ip_address      varchar(45)          NOT NULL,
  user_agent      varchar(512),
  pdf_sha256      varchar(64)          NOT NULL
    CONSTRAINT contracts_pdf_sha256_check CHECK (pdf_sha256 COLLATE "C" ~ '^[0-9a-f]{64}$'),
  pdf_s3_key      text                 NOT NULL,
  created_on      timestamptz(3)       NOT NULL DEFAULT now(),
  created_by      uuid,

  CONSTRAINT contracts_pkey PRIMARY KEY (id),
  CONSTRAINT contracts_ref_id_key UNIQUE (ref_id),
  CONSTRAINT contracts_tenant_id_id_key UNIQUE (tenant_id, id),
  -- Accepted once; the guard at the door asks by these.
  CONSTRAINT contracts_tenant_id_kind_version_key UNIQUE (tenant_id, kind, version)
);

COMMENT ON TABLE contracts IS 'The proof that a tenant accepted one version of an agreement.';
COMMENT ON COLUMN contracts.id              IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN contracts.ref_id          IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN contracts.tenant_id       IS 'The tenant it belongs to.';
COMMENT ON COLUMN contracts.kind            IS 'Which agreement it is.';
COMMENT ON COLUMN contracts.version         IS 'Edition of the text that was accepted.';
COMMENT ON COLUMN contracts.accepted_by     IS 'Who accepted it for the tenant.';
COMMENT ON COLUMN contracts.accepted_on     IS 'When it was accepted.';
COMMENT ON COLUMN contracts.signatory_name  IS 'Name as it was typed under the agreement.';
COMMENT ON COLUMN contracts.signatory_title IS 'Position that lets the person sign.';
COMMENT ON COLUMN contracts.ip_address      IS 'Address it was accepted from.';
COMMENT ON COLUMN contracts.user_agent      IS 'Browser it was accepted with.';
COMMENT ON COLUMN contracts.pdf_sha256      IS 'Digest of the PDF; proves that it is the same one.';
COMMENT ON COLUMN contracts.pdf_s3_key      IS 'Where the PDF lies.';
COMMENT ON COLUMN contracts.created_on      IS 'When the record was made.';
COMMENT ON COLUMN contracts.created_by      IS 'Who made it; empty where no user of the tenant acted.';

CREATE INDEX contracts_tenant_id_accepted_by_accepted_on_idx ON contracts (tenant_id, accepted_by, accepted_on DESC);

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON contracts FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('contracts');
ALTER TABLE contracts ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON contracts FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('contracts');
ALTER TABLE contracts ENABLE ALWAYS TRIGGER append_only_truncate;

ALTER TABLE contracts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON contracts FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON contracts FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON contracts FROM PUBLIC;
GRANT SELECT, INSERT ON contracts TO leadmetrics_app, leadmetrics_system, leadmetrics_loader;
GRANT SELECT ON contracts TO leadmetrics_backup;

-- sessions ------------------------------------------------------------------------------------------------------------
-- One signed-in device of a user.
-- In PostgreSQL: checked at every request by its hash, and swept by its expiry
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE sessions (
  id           uuid                 NOT NULL,
  ref_id       char(26) COLLATE "C" NOT NULL
    CONSTRAINT sessions_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id    uuid                 NOT NULL,
  opened_by    uuid                 NOT NULL,
  token_hash   varchar(64)          NOT NULL
    CONSTRAINT sessions_token_hash_check CHECK (token_hash COLLATE "C" ~ '^[0-9a-f]{64}$'),
  expires_on   timestamptz(3)       NOT NULL,
  last_seen_on timestamptz(3)       NOT NULL DEFAULT now(),
  revoked_on   timestamptz(3),
  ip_address   varchar(45),
  user_agent   varchar(512),
  created_on   timestamptz(3)       NOT NULL DEFAULT now(),
  created_by   uuid,
  updated_on   timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by   uuid,
  revision     integer              NOT NULL DEFAULT 0
    CONSTRAINT sessions_revision_check CHECK (revision >= 0),
  deleted_on   timestamptz(3),
  deleted_by   uuid,

  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_ref_id_key UNIQUE (ref_id),
  CONSTRAINT sessions_tenant_id_id_key UNIQUE (tenant_id, id),
  -- A token that has ended must never open a session again.
  CONSTRAINT sessions_token_hash_key UNIQUE (token_hash)
);

COMMENT ON TABLE sessions IS 'One signed-in device of a user.';
COMMENT ON COLUMN sessions.id           IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN sessions.ref_id       IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN sessions.tenant_id    IS 'The tenant it belongs to.';
COMMENT ON COLUMN sessions.opened_by    IS 'Who signed in.';
COMMENT ON COLUMN sessions.token_hash   IS 'SHA-256 of the bearer token; the token itself is kept nowhere.';
COMMENT ON COLUMN sessions.expires_on   IS 'When it ends unless it is used again.';
COMMENT ON COLUMN sessions.last_seen_on IS 'When it was last used.';
COMMENT ON COLUMN sessions.revoked_on   IS 'When it was ended early.';
COMMENT ON COLUMN sessions.ip_address   IS 'IPv4 or IPv6 address it was opened from.';
COMMENT ON COLUMN sessions.user_agent   IS 'Browser and system it was opened with.';
COMMENT ON COLUMN sessions.created_on   IS 'When the record was made.';
COMMENT ON COLUMN sessions.created_by   IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN sessions.updated_on   IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN sessions.updated_by   IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN sessions.revision     IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN sessions.deleted_on   IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN sessions.deleted_by   IS 'Who deleted it.';

-- Shows a person their devices.
CREATE INDEX sessions_tenant_id_opened_by_expires_on_idx ON sessions (tenant_id, opened_by, expires_on DESC);
-- Finds what the sweeper ends.
CREATE INDEX sessions_expires_on_where_revoked_on_idx ON sessions (expires_on) WHERE revoked_on IS NULL;

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.sessions_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."opened_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."opened_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."opened_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('sessions', 'opened_by', 'users', 'sessions_tenant_id_opened_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.sessions_check_references() IS 'Refuses a row of sessions that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.sessions_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.sessions_check_references() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON sessions FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON sessions FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.token_hash IS DISTINCT FROM NEW.token_hash
    OR OLD.created_on IS DISTINCT FROM NEW.created_on OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'sessions', 'id', 'ref_id', 'tenant_id', 'token_hash', 'created_on', 'created_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON sessions FOR EACH ROW
  EXECUTE FUNCTION stowage.sessions_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON sessions FOR EACH ROW
  WHEN (OLD.opened_by IS DISTINCT FROM NEW.opened_by OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.sessions_check_references();

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON sessions FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON sessions FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON sessions FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON sessions TO leadmetrics_loader;
GRANT SELECT ON sessions TO leadmetrics_backup;

-- The rows of sessions that are not deleted.
CREATE VIEW live_sessions WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, opened_by, token_hash, expires_on, last_seen_on, revoked_on, ip_address, user_agent,
    created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by
  FROM sessions
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_sessions IS 'The rows of sessions that are not deleted.';
REVOKE ALL ON live_sessions FROM PUBLIC;
GRANT SELECT ON live_sessions TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- tenants -------------------------------------------------------------------------------------------------------------
-- One customer; everything else belongs to exactly one.
-- In PostgreSQL: the root of every relation, joined and counted for billing
-- The tenants themselves: each sees itself.
-- Life cycle of status, from trial: trial -> active | closed; active -> suspended | closed; suspended -> active |
-- closed.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE tenants (
  id                   uuid                 NOT NULL,
  ref_id               char(26) COLLATE "C" NOT NULL
    CONSTRAINT tenants_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  name                 varchar(200)         NOT NULL,
  slug                 varchar(63)          NOT NULL
    CONSTRAINT tenants_slug_check CHECK (slug COLLATE "C" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  status               text COLLATE "C"     NOT NULL DEFAULT 'trial'
    CONSTRAINT tenants_status_check CHECK (status IN ('trial', 'active', 'suspended', 'closed')),
  website_url          text,
  industry             varchar(100),
  country              varchar(2)           NOT NULL
    CONSTRAINT tenants_country_check CHECK (country COLLATE "C" ~ '^[A-Z]{2}$'),
  currency             varchar(3)           NOT NULL
    CONSTRAINT tenants_currency_check CHECK (currency COLLATE "C" ~ '^[A-Z]{3}$'),
  locale               varchar(35)          NOT NULL DEFAULT 'en',
  timezone             varchar(64)          NOT NULL DEFAULT 'UTC',
  billing_email        text                 NOT NULL,
  billing_address      varchar(500),
  tax_number           varchar(40),
  external_customer_id text,
  trial_ends_on        timestamptz(3),
  closed_on            timestamptz(3),
  created_on           timestamptz(3)       NOT NULL DEFAULT now(),
  created_by           uuid,
  updated_on           timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by           uuid,
  revision             integer              NOT NULL DEFAULT 0
    CONSTRAINT tenants_revision_check CHECK (revision >= 0),
  deleted_on           timestamptz(3),
  deleted_by           uuid,

  CONSTRAINT tenants_pkey PRIMARY KEY (id),
  CONSTRAINT tenants_ref_id_key UNIQUE (ref_id),
  -- Old links must never lead to somebody else.
  CONSTRAINT tenants_slug_key UNIQUE (slug)
);

COMMENT ON TABLE tenants IS 'One customer; everything else belongs to exactly one.';
COMMENT ON COLUMN tenants.id                   IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN tenants.ref_id               IS 'Public id; names the tenant in every object key.';
COMMENT ON COLUMN tenants.name                 IS 'The customer''s name as it stands on invoices.';
COMMENT ON COLUMN tenants.slug                 IS 'Its name in addresses; never given twice.';
COMMENT ON COLUMN tenants.status               IS 'Where the customer stands.';
COMMENT ON COLUMN tenants.website_url          IS 'The site that the work is for.';
COMMENT ON COLUMN tenants.industry             IS 'The trade it is in; steers research and tone.';
COMMENT ON COLUMN tenants.country              IS 'ISO 3166-1 code of its seat; decides taxes.';
COMMENT ON COLUMN tenants.currency             IS 'ISO 4217 code in which it is billed.';
COMMENT ON COLUMN tenants.locale               IS 'BCP 47 tag of the language it works in.';
COMMENT ON COLUMN tenants.timezone             IS 'IANA zone in which its months and schedules run.';
COMMENT ON COLUMN tenants.billing_email        IS 'Where invoices go.';
COMMENT ON COLUMN tenants.billing_address      IS 'Address that invoices are made out to.';
COMMENT ON COLUMN tenants.tax_number           IS 'VAT or other tax number; printed on invoices.';
COMMENT ON COLUMN tenants.external_customer_id IS 'Its id at the payment provider; kept over all subscriptions.';
COMMENT ON COLUMN tenants.trial_ends_on        IS 'When the trial is over.';
COMMENT ON COLUMN tenants.closed_on            IS 'When the customer left.';
COMMENT ON COLUMN tenants.created_on           IS 'When the record was made.';
COMMENT ON COLUMN tenants.created_by           IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN tenants.updated_on           IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN tenants.updated_by           IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN tenants.revision             IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN tenants.deleted_on           IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN tenants.deleted_by           IS 'Who deleted it.';

-- Matches the provider's webhooks.
CREATE UNIQUE INDEX tenants_one_per_external_customer
  ON tenants (external_customer_id) WHERE external_customer_id IS NOT NULL;
-- Lists customers by standing for the operators.
CREATE INDEX tenants_status_created_on_idx ON tenants (status, created_on DESC);

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON tenants FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON tenants FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('tenants', 'id', 'ref_id', 'created_on', 'created_by');
-- A new row begins as trial.
CREATE TRIGGER lifecycle_start AFTER INSERT ON tenants FOR EACH ROW
  WHEN (NEW.status <> 'trial' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('tenants', 'status', 'trial');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON tenants FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('tenants', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON tenants FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('tenants', 'status', 'Tenant', 'id', 'ref_id', 'updated_by');

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees itself.
CREATE POLICY own_tenant ON tenants FOR SELECT
  TO leadmetrics_app, leadmetrics_loader
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes itself.
CREATE POLICY own_tenant_update ON tenants FOR UPDATE
  TO leadmetrics_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It is loaded as itself.
CREATE POLICY own_tenant_insert ON tenants FOR INSERT
  TO leadmetrics_loader
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON tenants FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON tenants FROM PUBLIC;
GRANT SELECT, UPDATE ON tenants TO leadmetrics_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenants TO leadmetrics_system;
GRANT SELECT, INSERT ON tenants TO leadmetrics_loader;
GRANT SELECT ON tenants TO leadmetrics_backup;

-- The rows of tenants that are not deleted.
CREATE VIEW live_tenants WITH (security_invoker = true) AS
  SELECT id, ref_id, name, slug, status, website_url, industry, country, currency, locale, timezone, billing_email,
    billing_address, tax_number, external_customer_id, trial_ends_on, closed_on, created_on, created_by, updated_on,
    updated_by, revision, deleted_on, deleted_by
  FROM tenants
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_tenants IS 'The rows of tenants that are not deleted.';
REVOKE ALL ON live_tenants FROM PUBLIC;
GRANT SELECT ON live_tenants TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- users ---------------------------------------------------------------------------------------------------------------
-- A person who signs in for one tenant; someone who works for two is two users.
-- In PostgreSQL: read at every request, and referenced by whatever a person decides
-- Life cycle of status, from invited: invited -> active | deactivated; active -> suspended | deactivated; suspended ->
-- active | deactivated.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE users (
  id                   uuid                 NOT NULL,
  ref_id               char(26) COLLATE "C" NOT NULL
    CONSTRAINT users_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id            uuid                 NOT NULL,
  email                text                 NOT NULL,
  name                 varchar(200)         NOT NULL,
  role                 text COLLATE "C"     NOT NULL DEFAULT 'viewer'
    CONSTRAINT users_role_check CHECK (role IN ('owner', 'admin', 'manager', 'reviewer', 'viewer')),
  status               text COLLATE "C"     NOT NULL DEFAULT 'invited'
    CONSTRAINT users_status_check CHECK (status IN ('invited', 'active', 'suspended', 'deactivated')),
  sign_in_method       text COLLATE "C"     NOT NULL DEFAULT 'password'
    CONSTRAINT users_sign_in_method_check CHECK (sign_in_method IN ('password', 'google', 'microsoft', 'saml')),
  external_identity_id text,
  password_hash        varchar(255),
  mfa_secret           varchar(255),
  phone                varchar(20)
    CONSTRAINT users_phone_check CHECK (phone COLLATE "C" ~ '^\+[1-9][0-9]{6,14}$'),
  locale               varchar(35),
  timezone             varchar(64),
  invited_by           uuid,
  email_verified_on    timestamptz(3),
  last_signed_in_on    timestamptz(3),
  created_on           timestamptz(3)       NOT NULL DEFAULT now(),
  created_by           uuid,
  updated_on           timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by           uuid,
  revision             integer              NOT NULL DEFAULT 0
    CONSTRAINT users_revision_check CHECK (revision >= 0),
  deleted_on           timestamptz(3),
  deleted_by           uuid,

  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_ref_id_key UNIQUE (ref_id),
  CONSTRAINT users_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE users IS 'A person who signs in for one tenant; someone who works for two is two users.';
COMMENT ON COLUMN users.id                   IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN users.ref_id               IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN users.tenant_id            IS 'The tenant it belongs to.';
COMMENT ON COLUMN users.email                IS 'Address in lower case; found at sign-in before the tenant is known.';
COMMENT ON COLUMN users.name                 IS 'Full name as others see it.';
COMMENT ON COLUMN users.role                 IS 'What the person may do.';
COMMENT ON COLUMN users.status               IS 'Whether the person may sign in.';
COMMENT ON COLUMN users.sign_in_method       IS 'How the person proves who they are.';
COMMENT ON COLUMN users.external_identity_id IS 'Subject that the identity provider knows the person by.';
COMMENT ON COLUMN users.password_hash        IS 'Argon2id hash; empty where another provider vouches.';
COMMENT ON COLUMN users.mfa_secret           IS 'Encrypted seed of the second factor.';
COMMENT ON COLUMN users.phone                IS 'Number in E.164 form for alerts.';
COMMENT ON COLUMN users.locale               IS 'BCP 47 tag; the tenant''s where empty.';
COMMENT ON COLUMN users.timezone             IS 'IANA zone; the tenant''s where empty.';
COMMENT ON COLUMN users.invited_by           IS 'The colleague who sent the invitation.';
COMMENT ON COLUMN users.email_verified_on    IS 'When the address was proved.';
COMMENT ON COLUMN users.last_signed_in_on    IS 'When the person last came in.';
COMMENT ON COLUMN users.created_on           IS 'When the record was made.';
COMMENT ON COLUMN users.created_by           IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN users.updated_on           IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN users.updated_by           IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN users.revision             IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN users.deleted_on           IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN users.deleted_by           IS 'Who deleted it.';

CREATE UNIQUE INDEX users_tenant_id_email_key ON users (tenant_id, email) WHERE deleted_on IS NULL;
-- One user for each outside identity.
CREATE UNIQUE INDEX users_one_per_identity
  ON users (tenant_id, sign_in_method, external_identity_id)
  WHERE (deleted_on IS NULL AND external_identity_id IS NOT NULL);
-- Finds the users of an address before the tenant is known.
CREATE INDEX users_email_idx ON users (email);
-- Lists the team.
CREATE INDEX users_tenant_id_status_role_idx ON users (tenant_id, status, role);

CREATE INDEX users_tenant_id_invited_by_idx ON users (tenant_id, invited_by);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.users_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."invited_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."invited_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."invited_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('users', 'invited_by', 'users', 'users_tenant_id_invited_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.users_check_references() IS 'Refuses a row of users that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.users_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.users_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.users_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."users" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."activities" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."handled_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('activities', 'handled_by', 'users', 'activities_tenant_id_handled_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."activities" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."reviewed_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('activities', 'reviewed_by', 'users', 'activities_tenant_id_reviewed_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."ad_optimization_recommendations" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."reviewed_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('ad_optimization_recommendations', 'reviewed_by', 'users', 'ad_optimization_recommendations_tenant_id_reviewed_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."blog_posts" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."reviewed_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('blog_posts', 'reviewed_by', 'users', 'blog_posts_tenant_id_reviewed_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."blog_requests" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."requested_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('blog_requests', 'requested_by', 'users', 'blog_requests_tenant_id_requested_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."campaigns" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."managed_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('campaigns', 'managed_by', 'users', 'campaigns_tenant_id_managed_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."channels" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."connected_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('channels', 'connected_by', 'users', 'channels_tenant_id_connected_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."leads" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."handled_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('leads', 'handled_by', 'users', 'leads_tenant_id_handled_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."onboarding_runs" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."reviewed_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('onboarding_runs', 'reviewed_by', 'users', 'onboarding_runs_tenant_id_reviewed_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."search_term_classifications" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."reviewed_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('search_term_classifications', 'reviewed_by', 'users', 'search_term_classifications_tenant_id_reviewed_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."social_media_requests" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."requested_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('social_media_requests', 'requested_by', 'users', 'social_media_requests_tenant_id_requested_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."social_posts" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."reviewed_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('social_posts', 'reviewed_by', 'users', 'social_posts_tenant_id_reviewed_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."strategies" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."approved_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('strategies', 'approved_by', 'users', 'strategies_tenant_id_approved_by_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."users" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."invited_by" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('users', 'invited_by', 'users', 'users_tenant_id_invited_by_fkey');
  END IF;
  UPDATE public."sessions" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."opened_by" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.users_soft_delete() IS 'Before a row of users counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.users_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.users_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON users FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON users FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('users', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by');
-- A new row begins as invited.
CREATE TRIGGER lifecycle_start AFTER INSERT ON users FOR EACH ROW
  WHEN (NEW.status <> 'invited' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('users', 'status', 'invited');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON users FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('users', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON users FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('users', 'status', 'User', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON users FOR EACH ROW
  WHEN (NEW.invited_by IS NOT NULL)
  EXECUTE FUNCTION stowage.users_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON users FOR EACH ROW
  WHEN (OLD.invited_by IS DISTINCT FROM NEW.invited_by OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.users_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON users FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.users_soft_delete();

ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON users FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON users FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON users FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON users TO leadmetrics_loader;
GRANT SELECT ON users TO leadmetrics_backup;

-- The rows of users that are not deleted.
CREATE VIEW live_users WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, email, name, role, status, sign_in_method, external_identity_id, password_hash,
    mfa_secret, phone, locale, timezone, invited_by, email_verified_on, last_signed_in_on, created_on, created_by,
    updated_on, updated_by, revision, deleted_on, deleted_by
  FROM users
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_users IS 'The rows of users that are not deleted.';
REVOKE ALL ON live_users FROM PUBLIC;
GRANT SELECT ON live_users TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- Onboarding ==========================================================================================================

-- How the platform gets to know a new customer.

-- onboarding_runs -----------------------------------------------------------------------------------------------------
-- One attempt to gather what agents must know of a customer.
-- In PostgreSQL: a state machine that ends with a person's verdict
-- More of each record: the collection onboarding_research of MongoDB and objects in S3.
-- Life cycle of status, from pending: pending -> scraping | cancelled; scraping -> researching | failed | cancelled;
-- researching -> writing | failed | cancelled; writing -> awaiting_review | failed | cancelled; awaiting_review ->
-- approved | rejected | writing; failed -> pending | cancelled.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE onboarding_runs (
  id              uuid                 NOT NULL,
  ref_id          char(26) COLLATE "C" NOT NULL
    CONSTRAINT onboarding_runs_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id       uuid                 NOT NULL,
  website_url     text                 NOT NULL,
  competitor_urls text[]               NOT NULL DEFAULT '{}'
    CONSTRAINT onboarding_runs_competitor_urls_check CHECK (array_position(competitor_urls, NULL) IS NULL),
  status          text COLLATE "C"     NOT NULL DEFAULT 'pending'
    CONSTRAINT onboarding_runs_status_check CHECK (status IN (
      'pending', 'scraping', 'researching', 'writing', 'awaiting_review', 'approved', 'rejected', 'failed', 'cancelled'
    )),
  context_file_id char(26) COLLATE "C" NOT NULL
    CONSTRAINT onboarding_runs_context_file_id_check CHECK (context_file_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  research_ref    char(24) COLLATE "C"
    CONSTRAINT onboarding_runs_research_ref_check CHECK (research_ref ~ '^[0-9a-f]{24}$'),
  pages_scraped   integer              NOT NULL DEFAULT 0
    CONSTRAINT onboarding_runs_pages_scraped_check CHECK (pages_scraped >= 0),
  started_on      timestamptz(3),
  finished_on     timestamptz(3),
  error_message   varchar(2000),
  created_on      timestamptz(3)       NOT NULL DEFAULT now(),
  created_by      uuid,
  updated_on      timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by      uuid,
  revision        integer              NOT NULL DEFAULT 0
    CONSTRAINT onboarding_runs_revision_check CHECK (revision >= 0),
  deleted_on      timestamptz(3),
  deleted_by      uuid,
  reviewed_by     uuid,
  reviewed_on     timestamptz(3),
  review_note     varchar(2000),

  CONSTRAINT onboarding_runs_pkey PRIMARY KEY (id),
  CONSTRAINT onboarding_runs_ref_id_key UNIQUE (ref_id),
  CONSTRAINT onboarding_runs_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE onboarding_runs IS 'One attempt to gather what agents must know of a customer.';
COMMENT ON COLUMN onboarding_runs.id              IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN onboarding_runs.ref_id          IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN onboarding_runs.tenant_id       IS 'The tenant it belongs to.';
COMMENT ON COLUMN onboarding_runs.website_url     IS 'The site to start from.';
COMMENT ON COLUMN onboarding_runs.competitor_urls IS 'Competitors that the customer named.';
COMMENT ON COLUMN onboarding_runs.status          IS 'Where it stands.';
COMMENT ON COLUMN onboarding_runs.context_file_id IS 'Names the context file; part of its key.';
COMMENT ON COLUMN onboarding_runs.research_ref    IS 'Where the findings lie; empty until there are any.';
COMMENT ON COLUMN onboarding_runs.pages_scraped   IS 'How many pages were read.';
COMMENT ON COLUMN onboarding_runs.started_on      IS 'When a worker took it.';
COMMENT ON COLUMN onboarding_runs.finished_on     IS 'When the work ended; well or badly.';
COMMENT ON COLUMN onboarding_runs.error_message   IS 'What went wrong.';
COMMENT ON COLUMN onboarding_runs.created_on      IS 'When the record was made.';
COMMENT ON COLUMN onboarding_runs.created_by      IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN onboarding_runs.updated_on      IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN onboarding_runs.updated_by      IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN onboarding_runs.revision        IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN onboarding_runs.deleted_on      IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN onboarding_runs.deleted_by      IS 'Who deleted it.';
COMMENT ON COLUMN onboarding_runs.reviewed_by     IS 'Who gave the verdict.';
COMMENT ON COLUMN onboarding_runs.reviewed_on     IS 'When the verdict was given.';
COMMENT ON COLUMN onboarding_runs.review_note     IS 'What the reviewer wants the next attempt to know.';

-- One at a time for each tenant.
CREATE UNIQUE INDEX one_open_onboarding_run
  ON onboarding_runs (tenant_id)
  WHERE (deleted_on IS NULL AND status IN ('pending', 'scraping', 'researching', 'writing', 'awaiting_review'));
-- The queue of runs and of reviews.
CREATE INDEX onboarding_runs_tenant_id_status_created_on_idx ON onboarding_runs (tenant_id, status, created_on);

CREATE INDEX onboarding_runs_tenant_id_reviewed_by_reviewed_on_idx
  ON onboarding_runs (tenant_id, reviewed_by, reviewed_on DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.onboarding_runs_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."reviewed_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."reviewed_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."reviewed_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('onboarding_runs', 'reviewed_by', 'users', 'onboarding_runs_tenant_id_reviewed_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.onboarding_runs_check_references() IS 'Refuses a row of onboarding_runs that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.onboarding_runs_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.onboarding_runs_check_references() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON onboarding_runs FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON onboarding_runs FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.context_file_id IS DISTINCT FROM NEW.context_file_id
    OR OLD.created_on IS DISTINCT FROM NEW.created_on OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'onboarding_runs', 'id', 'ref_id', 'tenant_id', 'context_file_id', 'created_on', 'created_by'
  );
-- A new row begins as pending.
CREATE TRIGGER lifecycle_start AFTER INSERT ON onboarding_runs FOR EACH ROW
  WHEN (NEW.status <> 'pending' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('onboarding_runs', 'status', 'pending');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON onboarding_runs FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('onboarding_runs', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON onboarding_runs FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move(
    'onboarding_runs', 'status', 'OnboardingRun', 'tenant_id', 'ref_id', 'updated_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON onboarding_runs FOR EACH ROW
  WHEN (NEW.reviewed_by IS NOT NULL)
  EXECUTE FUNCTION stowage.onboarding_runs_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON onboarding_runs FOR EACH ROW
  WHEN (OLD.reviewed_by IS DISTINCT FROM NEW.reviewed_by OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.onboarding_runs_check_references();

ALTER TABLE onboarding_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON onboarding_runs FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON onboarding_runs FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON onboarding_runs FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON onboarding_runs TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON onboarding_runs TO leadmetrics_loader;
GRANT SELECT ON onboarding_runs TO leadmetrics_backup;

-- The rows of onboarding_runs that are not deleted.
CREATE VIEW live_onboarding_runs WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, website_url, competitor_urls, status, context_file_id, research_ref, pages_scraped,
    started_on, finished_on, error_message, created_on, created_by, updated_on, updated_by, revision, deleted_on,
    deleted_by, reviewed_by, reviewed_on, review_note
  FROM onboarding_runs
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_onboarding_runs IS 'The rows of onboarding_runs that are not deleted.';
REVOKE ALL ON live_onboarding_runs FROM PUBLIC;
GRANT SELECT ON live_onboarding_runs TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- Operations ==========================================================================================================

-- How agents are set up, what happened, and who did what.

-- agent_configs -------------------------------------------------------------------------------------------------------
-- How one of a tenant's agents is set up.
-- In PostgreSQL: read before every run; costs are summed by it
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE agent_configs (
  id                 uuid                 NOT NULL,
  ref_id             char(26) COLLATE "C" NOT NULL
    CONSTRAINT agent_configs_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id          uuid                 NOT NULL,
  agent              text COLLATE "C"     NOT NULL
    CONSTRAINT agent_configs_agent_check CHECK (agent IN (
      'strategist', 'researcher', 'writer', 'editor', 'social_manager', 'link_builder', 'ads_manager', 'analyst'
    )),
  name               varchar(120)         NOT NULL,
  provider           text COLLATE "C"     NOT NULL
    CONSTRAINT agent_configs_provider_check CHECK (provider IN (
      'anthropic', 'openai', 'google', 'mistral', 'bedrock', 'azure'
    )),
  model              varchar(120)         NOT NULL,
  temperature        numeric(3,2)
    CONSTRAINT agent_configs_temperature_check CHECK (temperature >= 0 AND temperature <= 2),
  max_output_tokens  integer              NOT NULL DEFAULT 8192
    CONSTRAINT agent_configs_max_output_tokens_check CHECK (max_output_tokens >= 1),
  max_tool_calls     integer              NOT NULL DEFAULT 50
    CONSTRAINT agent_configs_max_tool_calls_check CHECK (max_tool_calls >= 0),
  instructions       varchar(8000),
  tools              varchar(120)[]       NOT NULL DEFAULT '{}'
    CONSTRAINT agent_configs_tools_check CHECK (array_position(tools, NULL) IS NULL),
  skills             varchar(80)[]        NOT NULL DEFAULT '{}'
    CONSTRAINT agent_configs_skills_check CHECK (array_position(skills, NULL) IS NULL),
  monthly_budget_usd numeric(12,2)
    CONSTRAINT agent_configs_monthly_budget_usd_check CHECK (monthly_budget_usd >= 0),
  enabled            boolean              NOT NULL DEFAULT true,
  created_on         timestamptz(3)       NOT NULL DEFAULT now(),
  created_by         uuid,
  updated_on         timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by         uuid,
  revision           integer              NOT NULL DEFAULT 0
    CONSTRAINT agent_configs_revision_check CHECK (revision >= 0),
  deleted_on         timestamptz(3),
  deleted_by         uuid,

  CONSTRAINT agent_configs_pkey PRIMARY KEY (id),
  CONSTRAINT agent_configs_ref_id_key UNIQUE (ref_id),
  CONSTRAINT agent_configs_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE agent_configs IS 'How one of a tenant''s agents is set up.';
COMMENT ON COLUMN agent_configs.id                 IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN agent_configs.ref_id             IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN agent_configs.tenant_id          IS 'The tenant it belongs to.';
COMMENT ON COLUMN agent_configs.agent              IS 'The trade it is for.';
COMMENT ON COLUMN agent_configs.name               IS 'What people call the agent.';
COMMENT ON COLUMN agent_configs.provider           IS 'Who serves its language model.';
COMMENT ON COLUMN agent_configs.model              IS 'The model''s name and version as the provider writes it.';
COMMENT ON COLUMN agent_configs.temperature        IS 'How freely it words; the provider''s default where empty.';
COMMENT ON COLUMN agent_configs.max_output_tokens  IS 'The longest answer it may give.';
COMMENT ON COLUMN agent_configs.max_tool_calls     IS 'How many tools it may use in one run.';
COMMENT ON COLUMN agent_configs.instructions       IS 'What it is told beyond the platform''s own prompt.';
COMMENT ON COLUMN agent_configs.tools              IS 'Names of the tools that it may use.';
COMMENT ON COLUMN agent_configs.skills             IS 'Keys of the skills that it always loads.';
COMMENT ON COLUMN agent_configs.monthly_budget_usd IS 'US dollars it may spend on models in a month.';
COMMENT ON COLUMN agent_configs.enabled            IS 'Whether it takes work.';
COMMENT ON COLUMN agent_configs.created_on         IS 'When the record was made.';
COMMENT ON COLUMN agent_configs.created_by         IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN agent_configs.updated_on         IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN agent_configs.updated_by         IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN agent_configs.revision           IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN agent_configs.deleted_on         IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN agent_configs.deleted_by         IS 'Who deleted it.';

-- One setup in use for each trade.
CREATE UNIQUE INDEX one_enabled_agent_config
  ON agent_configs (tenant_id, agent) WHERE deleted_on IS NULL AND enabled = true;
-- Lists setups by trade.
CREATE INDEX agent_configs_tenant_id_agent_name_idx ON agent_configs (tenant_id, agent, name);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.agent_configs_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."agent_configs" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."activity_runs" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."agent_config_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('activity_runs', 'agent_config_id', 'agent_configs', 'activity_runs_tenant_id_agent_config_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.agent_configs_soft_delete() IS 'Before a row of agent_configs counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.agent_configs_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.agent_configs_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON agent_configs FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON agent_configs FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'agent_configs', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON agent_configs FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.agent_configs_soft_delete();

ALTER TABLE agent_configs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON agent_configs FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON agent_configs FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON agent_configs FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON agent_configs TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON agent_configs TO leadmetrics_loader;
GRANT SELECT ON agent_configs TO leadmetrics_backup;

-- The rows of agent_configs that are not deleted.
CREATE VIEW live_agent_configs WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, agent, name, provider, model, temperature, max_output_tokens, max_tool_calls,
    instructions, tools, skills, monthly_budget_usd, enabled, created_on, created_by, updated_on, updated_by, revision,
    deleted_on, deleted_by
  FROM agent_configs
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_agent_configs IS 'The rows of agent_configs that are not deleted.';
REVOKE ALL ON live_agent_configs FROM PUBLIC;
GRANT SELECT ON live_agent_configs TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- Paid ads ============================================================================================================

-- Campaigns on ad platforms, what people searched for, and what should change. A micro is a millionth of the currency.

-- ad_campaigns --------------------------------------------------------------------------------------------------------
-- A paid campaign as it stands on an ad platform.
-- In PostgreSQL: joined with keywords and search terms, and summed against budgets
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE ad_campaigns (
  id                   uuid                 NOT NULL,
  ref_id               char(26) COLLATE "C" NOT NULL
    CONSTRAINT ad_campaigns_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id            uuid                 NOT NULL,
  channel_id           uuid                 NOT NULL,
  campaign_id          uuid,
  external_campaign_id text                 NOT NULL,
  name                 varchar(255)         NOT NULL,
  kind                 text COLLATE "C"     NOT NULL
    CONSTRAINT ad_campaigns_kind_check CHECK (kind IN (
      'search', 'performance_max', 'display', 'shopping', 'video', 'demand_gen', 'social'
    )),
  serving_status       text COLLATE "C"     NOT NULL DEFAULT 'paused'
    CONSTRAINT ad_campaigns_serving_status_check CHECK (serving_status IN ('enabled', 'paused', 'removed')),
  bidding_strategy     text COLLATE "C"     NOT NULL
    CONSTRAINT ad_campaigns_bidding_strategy_check CHECK (bidding_strategy IN (
      'manual_cpc', 'maximize_clicks', 'maximize_conversions', 'maximize_conversion_value', 'target_cpa', 'target_roas',
      'target_impression_share'
    )),
  target_cpa_micros    bigint
    CONSTRAINT ad_campaigns_target_cpa_micros_check CHECK (target_cpa_micros >= 0),
  target_roas          numeric(8,4)
    CONSTRAINT ad_campaigns_target_roas_check CHECK (target_roas >= 0),
  daily_budget_micros  bigint
    CONSTRAINT ad_campaigns_daily_budget_micros_check CHECK (daily_budget_micros >= 0),
  total_budget_micros  bigint
    CONSTRAINT ad_campaigns_total_budget_micros_check CHECK (total_budget_micros >= 0),
  currency             varchar(3)           NOT NULL
    CONSTRAINT ad_campaigns_currency_check CHECK (currency COLLATE "C" ~ '^[A-Z]{3}$'),
  starts_on            date,
  ends_on              date,
  last_synced_on       timestamptz(3),
  created_on           timestamptz(3)       NOT NULL DEFAULT now(),
  created_by           uuid,
  updated_on           timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by           uuid,
  revision             integer              NOT NULL DEFAULT 0
    CONSTRAINT ad_campaigns_revision_check CHECK (revision >= 0),
  deleted_on           timestamptz(3),
  deleted_by           uuid,

  CONSTRAINT ad_campaigns_pkey PRIMARY KEY (id),
  CONSTRAINT ad_campaigns_ref_id_key UNIQUE (ref_id),
  CONSTRAINT ad_campaigns_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE ad_campaigns IS 'A paid campaign as it stands on an ad platform.';
COMMENT ON COLUMN ad_campaigns.id                   IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN ad_campaigns.ref_id               IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN ad_campaigns.tenant_id            IS 'The tenant it belongs to.';
COMMENT ON COLUMN ad_campaigns.channel_id           IS 'The ad account that it runs in.';
COMMENT ON COLUMN ad_campaigns.campaign_id          IS 'The wider effort that it is part of.';
COMMENT ON COLUMN ad_campaigns.external_campaign_id IS 'Its id on the platform.';
COMMENT ON COLUMN ad_campaigns.name                 IS 'Its name on the platform.';
COMMENT ON COLUMN ad_campaigns.kind                 IS 'Where its ads are shown.';
COMMENT ON COLUMN ad_campaigns.serving_status       IS 'What the platform says of it.';
COMMENT ON COLUMN ad_campaigns.bidding_strategy     IS 'How the platform bids.';
COMMENT ON COLUMN ad_campaigns.target_cpa_micros    IS 'The cost of a conversion to aim for.';
COMMENT ON COLUMN ad_campaigns.target_roas          IS 'The return on the spend to aim for.';
COMMENT ON COLUMN ad_campaigns.daily_budget_micros  IS 'What may be spent in a day; empty where there is a total.';
COMMENT ON COLUMN ad_campaigns.total_budget_micros  IS 'What may be spent from first to last day; where there is a total.';
COMMENT ON COLUMN ad_campaigns.currency             IS 'ISO 4217 code of the ad account.';
COMMENT ON COLUMN ad_campaigns.starts_on            IS 'First day.';
COMMENT ON COLUMN ad_campaigns.ends_on              IS 'Last day; empty where it runs on.';
COMMENT ON COLUMN ad_campaigns.last_synced_on       IS 'When it was last fetched.';
COMMENT ON COLUMN ad_campaigns.created_on           IS 'When the record was made.';
COMMENT ON COLUMN ad_campaigns.created_by           IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN ad_campaigns.updated_on           IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN ad_campaigns.updated_by           IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN ad_campaigns.revision             IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN ad_campaigns.deleted_on           IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN ad_campaigns.deleted_by           IS 'Who deleted it.';

-- A campaign of an account is known once.
CREATE UNIQUE INDEX ad_campaigns_tenant_id_channel_id_external_campaign_id_key
  ON ad_campaigns (tenant_id, channel_id, external_campaign_id) WHERE deleted_on IS NULL;
-- What runs in an ad account.
CREATE INDEX ad_campaigns_tenant_id_channel_id_serving_status_idx
  ON ad_campaigns (tenant_id, channel_id, serving_status);
-- Lists campaigns by what the platform says.
CREATE INDEX ad_campaigns_tenant_id_serving_status_name_idx ON ad_campaigns (tenant_id, serving_status, name);

CREATE INDEX ad_campaigns_tenant_id_campaign_id_idx ON ad_campaigns (tenant_id, campaign_id);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.ad_campaigns_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."channels" AS target WHERE target."id" = NEW."channel_id" FOR KEY SHARE;
    PERFORM FROM public."campaigns" AS target WHERE target."id" = NEW."campaign_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."channel_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."channels" AS target
    WHERE target."id" = NEW."channel_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('ad_campaigns', 'channel_id', 'channels', 'ad_campaigns_tenant_id_channel_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."campaign_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."campaigns" AS target
    WHERE target."id" = NEW."campaign_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('ad_campaigns', 'campaign_id', 'campaigns', 'ad_campaigns_tenant_id_campaign_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.ad_campaigns_check_references() IS 'Refuses a row of ad_campaigns that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.ad_campaigns_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.ad_campaigns_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.ad_campaigns_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."ad_campaigns" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."leads" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."ad_campaign_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('leads', 'ad_campaign_id', 'ad_campaigns', 'leads_tenant_id_ad_campaign_id_fkey');
  END IF;
  UPDATE public."ad_keywords" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."ad_campaign_id" = NEW."id" AND child."deleted_on" IS NULL;
  UPDATE public."ad_optimization_recommendations" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."ad_campaign_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.ad_campaigns_soft_delete() IS 'Before a row of ad_campaigns counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.ad_campaigns_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.ad_campaigns_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON ad_campaigns FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON ad_campaigns FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'ad_campaigns', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON ad_campaigns FOR EACH ROW
  WHEN (NEW.channel_id IS NOT NULL OR NEW.campaign_id IS NOT NULL)
  EXECUTE FUNCTION stowage.ad_campaigns_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON ad_campaigns FOR EACH ROW
  WHEN (
    OLD.channel_id IS DISTINCT FROM NEW.channel_id OR OLD.campaign_id IS DISTINCT FROM NEW.campaign_id
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.ad_campaigns_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON ad_campaigns FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.ad_campaigns_soft_delete();

ALTER TABLE ad_campaigns ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON ad_campaigns FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON ad_campaigns FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON ad_campaigns FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON ad_campaigns TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON ad_campaigns TO leadmetrics_loader;
GRANT SELECT ON ad_campaigns TO leadmetrics_backup;

-- The rows of ad_campaigns that are not deleted.
CREATE VIEW live_ad_campaigns WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, channel_id, campaign_id, external_campaign_id, name, kind, serving_status,
    bidding_strategy, target_cpa_micros, target_roas, daily_budget_micros, total_budget_micros, currency, starts_on,
    ends_on, last_synced_on, created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by
  FROM ad_campaigns
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_ad_campaigns IS 'The rows of ad_campaigns that are not deleted.';
REVOKE ALL ON live_ad_campaigns FROM PUBLIC;
GRANT SELECT ON live_ad_campaigns TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- ad_keywords ---------------------------------------------------------------------------------------------------------
-- A term that an ad campaign bids on.
-- In PostgreSQL: joined with its campaign and with what people searched for
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE ad_keywords (
  id                   uuid                 NOT NULL,
  ref_id               char(26) COLLATE "C" NOT NULL
    CONSTRAINT ad_keywords_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id            uuid                 NOT NULL,
  ad_campaign_id       uuid                 NOT NULL,
  external_ad_group_id text                 NOT NULL,
  ad_group_name        varchar(255)         NOT NULL,
  external_keyword_id  text                 NOT NULL,
  text                 varchar(80)          NOT NULL,
  match                text COLLATE "C"     NOT NULL
    CONSTRAINT ad_keywords_match_check CHECK (match IN ('exact', 'phrase', 'broad')),
  serving_status       text COLLATE "C"     NOT NULL DEFAULT 'enabled'
    CONSTRAINT ad_keywords_serving_status_check CHECK (serving_status IN ('enabled', 'paused', 'removed')),
  max_cpc_micros       bigint
    CONSTRAINT ad_keywords_max_cpc_micros_check CHECK (max_cpc_micros >= 0),
  quality_score        integer
    CONSTRAINT ad_keywords_quality_score_check CHECK (quality_score >= 1 AND quality_score <= 10),
  final_url            text,
  last_synced_on       timestamptz(3),
  created_on           timestamptz(3)       NOT NULL DEFAULT now(),
  created_by           uuid,
  updated_on           timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by           uuid,
  revision             integer              NOT NULL DEFAULT 0
    CONSTRAINT ad_keywords_revision_check CHECK (revision >= 0),
  deleted_on           timestamptz(3),
  deleted_by           uuid,

  CONSTRAINT ad_keywords_pkey PRIMARY KEY (id),
  CONSTRAINT ad_keywords_ref_id_key UNIQUE (ref_id),
  CONSTRAINT ad_keywords_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE ad_keywords IS 'A term that an ad campaign bids on.';
COMMENT ON COLUMN ad_keywords.id                   IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN ad_keywords.ref_id               IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN ad_keywords.tenant_id            IS 'The tenant it belongs to.';
COMMENT ON COLUMN ad_keywords.ad_campaign_id       IS 'The campaign that bids.';
COMMENT ON COLUMN ad_keywords.external_ad_group_id IS 'The ad group''s id on the platform.';
COMMENT ON COLUMN ad_keywords.ad_group_name        IS 'The ad group''s name on the platform.';
COMMENT ON COLUMN ad_keywords.external_keyword_id  IS 'Its id on the platform; unique within the ad group.';
COMMENT ON COLUMN ad_keywords.text                 IS 'The term.';
COMMENT ON COLUMN ad_keywords.match                IS 'How close a search must come.';
COMMENT ON COLUMN ad_keywords.serving_status       IS 'What the platform says of it.';
COMMENT ON COLUMN ad_keywords.max_cpc_micros       IS 'The most to pay for a click; where bids are set by hand.';
COMMENT ON COLUMN ad_keywords.quality_score        IS 'How well term and ad and page fit in the platform''s eyes.';
COMMENT ON COLUMN ad_keywords.final_url            IS 'The page that it leads to.';
COMMENT ON COLUMN ad_keywords.last_synced_on       IS 'When it was last fetched.';
COMMENT ON COLUMN ad_keywords.created_on           IS 'When the record was made.';
COMMENT ON COLUMN ad_keywords.created_by           IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN ad_keywords.updated_on           IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN ad_keywords.updated_by           IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN ad_keywords.revision             IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN ad_keywords.deleted_on           IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN ad_keywords.deleted_by           IS 'Who deleted it.';

-- A term of an ad group is known once.
CREATE UNIQUE INDEX ad_keywords_one_per_ad_group
  ON ad_keywords (tenant_id, ad_campaign_id, external_ad_group_id, external_keyword_id) WHERE deleted_on IS NULL;
-- What a campaign bids on.
CREATE INDEX ad_keywords_tenant_id_ad_campaign_id_serving_status_idx
  ON ad_keywords (tenant_id, ad_campaign_id, serving_status);
-- Whether a term is bid on already.
CREATE INDEX ad_keywords_tenant_id_text_idx ON ad_keywords (tenant_id, text);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.ad_keywords_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."ad_campaigns" AS target WHERE target."id" = NEW."ad_campaign_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."ad_campaign_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."ad_campaigns" AS target
    WHERE target."id" = NEW."ad_campaign_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('ad_keywords', 'ad_campaign_id', 'ad_campaigns', 'ad_keywords_tenant_id_ad_campaign_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.ad_keywords_check_references() IS 'Refuses a row of ad_keywords that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.ad_keywords_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.ad_keywords_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.ad_keywords_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."ad_keywords" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."ad_optimization_recommendations" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."ad_keyword_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('ad_optimization_recommendations', 'ad_keyword_id', 'ad_keywords', 'ad_optimization_recommendations_tenant_id_ad_keyword_id_fkey');
  END IF;
  UPDATE public."search_term_reports" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."ad_keyword_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.ad_keywords_soft_delete() IS 'Before a row of ad_keywords counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.ad_keywords_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.ad_keywords_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON ad_keywords FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON ad_keywords FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'ad_keywords', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON ad_keywords FOR EACH ROW
  EXECUTE FUNCTION stowage.ad_keywords_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON ad_keywords FOR EACH ROW
  WHEN (
    OLD.ad_campaign_id IS DISTINCT FROM NEW.ad_campaign_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.ad_keywords_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON ad_keywords FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.ad_keywords_soft_delete();

ALTER TABLE ad_keywords ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON ad_keywords FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON ad_keywords FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON ad_keywords FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON ad_keywords TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON ad_keywords TO leadmetrics_loader;
GRANT SELECT ON ad_keywords TO leadmetrics_backup;

-- The rows of ad_keywords that are not deleted.
CREATE VIEW live_ad_keywords WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, ad_campaign_id, external_ad_group_id, ad_group_name, external_keyword_id, text, match,
    serving_status, max_cpc_micros, quality_score, final_url, last_synced_on, created_on, created_by, updated_on,
    updated_by, revision, deleted_on, deleted_by
  FROM ad_keywords
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_ad_keywords IS 'The rows of ad_keywords that are not deleted.';
REVOKE ALL ON live_ad_keywords FROM PUBLIC;
GRANT SELECT ON live_ad_keywords TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- ad_optimization_recommendations -------------------------------------------------------------------------------------
-- A change to a paid campaign that an agent advises.
-- In PostgreSQL: a review queue with a state machine, joined with what it rests on
-- Life cycle of status, from proposed: proposed -> approved | rejected | expired; approved -> applying | rejected |
-- expired; applying -> applied | failed; failed -> applying | rejected | expired.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE ad_optimization_recommendations (
  id                     uuid                 NOT NULL,
  ref_id                 char(26) COLLATE "C" NOT NULL
    CONSTRAINT ad_optimization_recommendations_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id              uuid                 NOT NULL,
  ad_campaign_id         uuid                 NOT NULL,
  ad_keyword_id          uuid,
  classification_id      uuid,
  kind                   text COLLATE "C"     NOT NULL
    CONSTRAINT ad_optimization_recommendations_kind_check CHECK (kind IN (
      'add_negative_keyword', 'add_keyword', 'pause_keyword', 'change_match_type', 'change_bid', 'change_budget',
      'change_bidding_strategy', 'improve_ad_copy'
    )),
  title                  varchar(200)         NOT NULL,
  rationale              varchar(2000)        NOT NULL,
  changes                jsonb                NOT NULL DEFAULT '[]'
    CONSTRAINT ad_optimization_recommendations_changes_check CHECK (jsonb_typeof(changes) = 'array'),
  expected_saving_micros bigint,
  currency               varchar(3)           NOT NULL
    CONSTRAINT ad_optimization_recommendations_currency_check CHECK (currency COLLATE "C" ~ '^[A-Z]{3}$'),
  confidence             numeric(4,3)         NOT NULL
    CONSTRAINT ad_optimization_recommendations_confidence_check CHECK (confidence >= 0 AND confidence <= 1),
  priority               text COLLATE "C"     NOT NULL DEFAULT 'normal'
    CONSTRAINT ad_optimization_recommendations_priority_check CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  status                 text COLLATE "C"     NOT NULL DEFAULT 'proposed'
    CONSTRAINT ad_optimization_recommendations_status_check CHECK (status IN (
      'proposed', 'approved', 'rejected', 'applying', 'applied', 'failed', 'expired'
    )),
  expires_on             timestamptz(3)       NOT NULL,
  apply_attempts         integer              NOT NULL DEFAULT 0
    CONSTRAINT ad_optimization_recommendations_apply_attempts_check CHECK (apply_attempts >= 0),
  applied_on             timestamptz(3),
  apply_error            varchar(1000),
  external_operation_id  text,
  created_on             timestamptz(3)       NOT NULL DEFAULT now(),
  created_by             uuid,
  updated_on             timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by             uuid,
  revision               integer              NOT NULL DEFAULT 0
    CONSTRAINT ad_optimization_recommendations_revision_check CHECK (revision >= 0),
  deleted_on             timestamptz(3),
  deleted_by             uuid,
  reviewed_by            uuid,
  reviewed_on            timestamptz(3),
  review_note            varchar(2000),

  CONSTRAINT ad_optimization_recommendations_pkey PRIMARY KEY (id),
  CONSTRAINT ad_optimization_recommendations_ref_id_key UNIQUE (ref_id),
  CONSTRAINT ad_optimization_recommendations_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE ad_optimization_recommendations IS 'A change to a paid campaign that an agent advises.';
COMMENT ON COLUMN ad_optimization_recommendations.id                     IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN ad_optimization_recommendations.ref_id                 IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN ad_optimization_recommendations.tenant_id              IS 'The tenant it belongs to.';
COMMENT ON COLUMN ad_optimization_recommendations.ad_campaign_id         IS 'What would change.';
COMMENT ON COLUMN ad_optimization_recommendations.ad_keyword_id          IS 'The keyword that would change; where it is one.';
COMMENT ON COLUMN ad_optimization_recommendations.classification_id      IS 'The opinion that it rests on; where it is one.';
COMMENT ON COLUMN ad_optimization_recommendations.kind                   IS 'What sort of change it is.';
COMMENT ON COLUMN ad_optimization_recommendations.title                  IS 'The advice in one line.';
COMMENT ON COLUMN ad_optimization_recommendations.rationale              IS 'Why it should help.';
COMMENT ON COLUMN ad_optimization_recommendations.changes                IS 'The settings and what they should become.';
COMMENT ON COLUMN ad_optimization_recommendations.expected_saving_micros IS 'What it should save in a month; negative where it spends more.';
COMMENT ON COLUMN ad_optimization_recommendations.currency               IS 'ISO 4217 code of the ad account.';
COMMENT ON COLUMN ad_optimization_recommendations.confidence             IS 'How sure the agent is.';
COMMENT ON COLUMN ad_optimization_recommendations.priority               IS 'How soon it should be looked at.';
COMMENT ON COLUMN ad_optimization_recommendations.status                 IS 'Where it stands.';
COMMENT ON COLUMN ad_optimization_recommendations.expires_on             IS 'When the figures behind it are too old.';
COMMENT ON COLUMN ad_optimization_recommendations.apply_attempts         IS 'How often it was sent.';
COMMENT ON COLUMN ad_optimization_recommendations.applied_on             IS 'When the platform took it.';
COMMENT ON COLUMN ad_optimization_recommendations.apply_error            IS 'What the platform said when it refused.';
COMMENT ON COLUMN ad_optimization_recommendations.external_operation_id  IS 'The platform''s id of the change.';
COMMENT ON COLUMN ad_optimization_recommendations.created_on             IS 'When the record was made.';
COMMENT ON COLUMN ad_optimization_recommendations.created_by             IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN ad_optimization_recommendations.updated_on             IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN ad_optimization_recommendations.updated_by             IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN ad_optimization_recommendations.revision               IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN ad_optimization_recommendations.deleted_on             IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN ad_optimization_recommendations.deleted_by             IS 'Who deleted it.';
COMMENT ON COLUMN ad_optimization_recommendations.reviewed_by            IS 'Who gave the verdict.';
COMMENT ON COLUMN ad_optimization_recommendations.reviewed_on            IS 'When the verdict was given.';
COMMENT ON COLUMN ad_optimization_recommendations.review_note            IS 'What the reviewer wants the next attempt to know.';

-- The review queue; one priority after another.
CREATE INDEX ad_recommendations_review_queue
  ON ad_optimization_recommendations (tenant_id, priority, created_on) WHERE status = 'proposed';
-- What waits to be applied.
CREATE INDEX ad_recommendations_apply_queue
  ON ad_optimization_recommendations (created_on) WHERE status IN ('approved', 'failed');
-- What has grown too old.
CREATE INDEX ad_recommendations_expiring ON ad_optimization_recommendations (expires_on) WHERE status = 'proposed';
-- What is advised for a campaign.
CREATE INDEX ad_recommendations_by_campaign ON ad_optimization_recommendations (tenant_id, ad_campaign_id, status);

CREATE INDEX ad_optimization_recommendations_tenant_id_ad_keyword_id_idx
  ON ad_optimization_recommendations (tenant_id, ad_keyword_id);
CREATE INDEX ad_optimization_recommendations_tenant_id_classification_id_idx
  ON ad_optimization_recommendations (tenant_id, classification_id);
CREATE INDEX ad_recommendations_by_reviewer
  ON ad_optimization_recommendations (tenant_id, reviewed_by, reviewed_on DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.ad_optimization_recommendations_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."ad_campaigns" AS target WHERE target."id" = NEW."ad_campaign_id" FOR KEY SHARE;
    PERFORM FROM public."ad_keywords" AS target WHERE target."id" = NEW."ad_keyword_id" FOR KEY SHARE;
    PERFORM FROM public."search_term_classifications" AS target WHERE target."id" = NEW."classification_id" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."reviewed_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."ad_campaign_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."ad_campaigns" AS target
    WHERE target."id" = NEW."ad_campaign_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('ad_optimization_recommendations', 'ad_campaign_id', 'ad_campaigns', 'ad_optimization_recommendations_tenant_id_ad_campaign_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."ad_keyword_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."ad_keywords" AS target
    WHERE target."id" = NEW."ad_keyword_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('ad_optimization_recommendations', 'ad_keyword_id', 'ad_keywords', 'ad_optimization_recommendations_tenant_id_ad_keyword_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."classification_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."search_term_classifications" AS target
    WHERE target."id" = NEW."classification_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('ad_optimization_recommendations', 'classification_id', 'search_term_classifications', 'ad_optimization_recommendations_tenant_id_classif_a522094c_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."reviewed_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."reviewed_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('ad_optimization_recommendations', 'reviewed_by', 'users', 'ad_optimization_recommendations_tenant_id_reviewed_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.ad_optimization_recommendations_check_references() IS 'Refuses a row of ad_optimization_recommendations that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.ad_optimization_recommendations_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.ad_optimization_recommendations_check_references() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON ad_optimization_recommendations FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON ad_optimization_recommendations FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'ad_optimization_recommendations', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as proposed.
CREATE TRIGGER lifecycle_start AFTER INSERT ON ad_optimization_recommendations FOR EACH ROW
  WHEN (NEW.status <> 'proposed' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('ad_optimization_recommendations', 'status', 'proposed');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON ad_optimization_recommendations FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('ad_optimization_recommendations', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON ad_optimization_recommendations FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move(
    'ad_optimization_recommendations', 'status', 'AdOptimizationRecommendation', 'tenant_id', 'ref_id', 'updated_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON ad_optimization_recommendations FOR EACH ROW
  WHEN (
    NEW.ad_campaign_id IS NOT NULL OR NEW.ad_keyword_id IS NOT NULL OR NEW.classification_id IS NOT NULL
    OR NEW.reviewed_by IS NOT NULL
  )
  EXECUTE FUNCTION stowage.ad_optimization_recommendations_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON ad_optimization_recommendations FOR EACH ROW
  WHEN (
    OLD.ad_campaign_id IS DISTINCT FROM NEW.ad_campaign_id OR OLD.ad_keyword_id IS DISTINCT FROM NEW.ad_keyword_id
    OR OLD.classification_id IS DISTINCT FROM NEW.classification_id OR OLD.reviewed_by IS DISTINCT FROM NEW.reviewed_by
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.ad_optimization_recommendations_check_references();

ALTER TABLE ad_optimization_recommendations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON ad_optimization_recommendations FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON ad_optimization_recommendations FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON ad_optimization_recommendations FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON ad_optimization_recommendations TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON ad_optimization_recommendations TO leadmetrics_loader;
GRANT SELECT ON ad_optimization_recommendations TO leadmetrics_backup;

-- The rows of ad_optimization_recommendations that are not deleted.
CREATE VIEW live_ad_optimization_recommendations WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, ad_campaign_id, ad_keyword_id, classification_id, kind, title, rationale, changes,
    expected_saving_micros, currency, confidence, priority, status, expires_on, apply_attempts, applied_on, apply_error,
    external_operation_id, created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by,
    reviewed_by, reviewed_on, review_note
  FROM ad_optimization_recommendations
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_ad_optimization_recommendations IS 'The rows of ad_optimization_recommendations that are not deleted.';
REVOKE ALL ON live_ad_optimization_recommendations FROM PUBLIC;
GRANT SELECT ON live_ad_optimization_recommendations TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- search_term_classifications -----------------------------------------------------------------------------------------
-- An agent's opinion of a search term, a person's verdict on it, and its way to the platform.
-- In PostgreSQL: a review queue with a state machine and a record of what was pushed
-- Life cycle of status, from awaiting_review: awaiting_review -> approved | rejected; approved -> pushing | rejected;
-- pushing -> pushed | push_failed; push_failed -> pushing | rejected.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE search_term_classifications (
  id                    uuid                 NOT NULL,
  ref_id                char(26) COLLATE "C" NOT NULL
    CONSTRAINT search_term_classifications_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id             uuid                 NOT NULL,
  search_term_report_id uuid                 NOT NULL,
  label                 text COLLATE "C"     NOT NULL
    CONSTRAINT search_term_classifications_label_check CHECK (label IN (
      'relevant', 'brand', 'competitor', 'informational', 'irrelevant'
    )),
  action                text COLLATE "C"     NOT NULL
    CONSTRAINT search_term_classifications_action_check CHECK (action IN ('keep', 'add_keyword', 'add_negative')),
  confidence            numeric(4,3)         NOT NULL
    CONSTRAINT search_term_classifications_confidence_check CHECK (confidence >= 0 AND confidence <= 1),
  rationale             varchar(1000),
  model                 varchar(120)         NOT NULL,
  negative_match        text COLLATE "C"
    CONSTRAINT search_term_classifications_negative_match_check CHECK (negative_match IN ('exact', 'phrase', 'broad')),
  negative_level        text COLLATE "C"
    CONSTRAINT search_term_classifications_negative_level_check CHECK (negative_level IN (
      'ad_group', 'campaign', 'account'
    )),
  status                text COLLATE "C"     NOT NULL DEFAULT 'awaiting_review'
    CONSTRAINT search_term_classifications_status_check CHECK (status IN (
      'awaiting_review', 'approved', 'rejected', 'pushing', 'pushed', 'push_failed'
    )),
  push_attempts         integer              NOT NULL DEFAULT 0
    CONSTRAINT search_term_classifications_push_attempts_check CHECK (push_attempts >= 0),
  pushed_on             timestamptz(3),
  push_error            varchar(1000),
  external_criterion_id text,
  created_on            timestamptz(3)       NOT NULL DEFAULT now(),
  created_by            uuid,
  updated_on            timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by            uuid,
  revision              integer              NOT NULL DEFAULT 0
    CONSTRAINT search_term_classifications_revision_check CHECK (revision >= 0),
  deleted_on            timestamptz(3),
  deleted_by            uuid,
  reviewed_by           uuid,
  reviewed_on           timestamptz(3),
  review_note           varchar(2000),

  CONSTRAINT search_term_classifications_pkey PRIMARY KEY (id),
  CONSTRAINT search_term_classifications_ref_id_key UNIQUE (ref_id),
  CONSTRAINT search_term_classifications_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE search_term_classifications IS 'An agent''s opinion of a search term, a person''s verdict on it, and its way to the platform.';
COMMENT ON COLUMN search_term_classifications.id                    IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN search_term_classifications.ref_id                IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN search_term_classifications.tenant_id             IS 'The tenant it belongs to.';
COMMENT ON COLUMN search_term_classifications.search_term_report_id IS 'The term and its figures.';
COMMENT ON COLUMN search_term_classifications.label                 IS 'What the term is to the tenant.';
COMMENT ON COLUMN search_term_classifications.action                IS 'What should be done about it.';
COMMENT ON COLUMN search_term_classifications.confidence            IS 'How sure the agent is.';
COMMENT ON COLUMN search_term_classifications.rationale             IS 'Why the agent thinks so.';
COMMENT ON COLUMN search_term_classifications.model                 IS 'The language model that judged.';
COMMENT ON COLUMN search_term_classifications.negative_match        IS 'How close a search must come to be kept out.';
COMMENT ON COLUMN search_term_classifications.negative_level        IS 'Where it is kept out.';
COMMENT ON COLUMN search_term_classifications.status                IS 'Where it stands.';
COMMENT ON COLUMN search_term_classifications.push_attempts         IS 'How often it was sent.';
COMMENT ON COLUMN search_term_classifications.pushed_on             IS 'When the platform took it.';
COMMENT ON COLUMN search_term_classifications.push_error            IS 'What the platform said when it refused.';
COMMENT ON COLUMN search_term_classifications.external_criterion_id IS 'Id of the keyword that the platform made of it.';
COMMENT ON COLUMN search_term_classifications.created_on            IS 'When the record was made.';
COMMENT ON COLUMN search_term_classifications.created_by            IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN search_term_classifications.updated_on            IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN search_term_classifications.updated_by            IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN search_term_classifications.revision              IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN search_term_classifications.deleted_on            IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN search_term_classifications.deleted_by            IS 'Who deleted it.';
COMMENT ON COLUMN search_term_classifications.reviewed_by           IS 'Who gave the verdict.';
COMMENT ON COLUMN search_term_classifications.reviewed_on           IS 'When the verdict was given.';
COMMENT ON COLUMN search_term_classifications.review_note           IS 'What the reviewer wants the next attempt to know.';

-- One opinion of each reported term.
CREATE UNIQUE INDEX search_term_classifications_tenant_id_search_term_report_id_key
  ON search_term_classifications (tenant_id, search_term_report_id) WHERE deleted_on IS NULL;
-- The review queue; oldest first.
CREATE INDEX search_term_review_queue
  ON search_term_classifications (tenant_id, created_on) WHERE status = 'awaiting_review';

CREATE INDEX search_term_classifications_tenant_id_search_term_report_id_idx
  ON search_term_classifications (tenant_id, search_term_report_id);
-- Counts opinions by standing.
CREATE INDEX search_term_classifications_tenant_id_status_created_on_idx
  ON search_term_classifications (tenant_id, status, created_on DESC);
-- What waits to be pushed.
CREATE INDEX search_term_push_queue
  ON search_term_classifications (created_on) WHERE status IN ('approved', 'push_failed');

CREATE INDEX search_term_classifications_by_reviewer
  ON search_term_classifications (tenant_id, reviewed_by, reviewed_on DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.search_term_classifications_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."search_term_reports" AS target WHERE target."id" = NEW."search_term_report_id" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."reviewed_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."search_term_report_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."search_term_reports" AS target
    WHERE target."id" = NEW."search_term_report_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('search_term_classifications', 'search_term_report_id', 'search_term_reports', 'search_term_classifications_tenant_id_search_term_86d7479c_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."reviewed_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."reviewed_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('search_term_classifications', 'reviewed_by', 'users', 'search_term_classifications_tenant_id_reviewed_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.search_term_classifications_check_references() IS 'Refuses a row of search_term_classifications that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.search_term_classifications_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.search_term_classifications_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.search_term_classifications_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."search_term_classifications" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."ad_optimization_recommendations" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."classification_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('ad_optimization_recommendations', 'classification_id', 'search_term_classifications', 'ad_optimization_recommendations_tenant_id_classif_a522094c_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.search_term_classifications_soft_delete() IS 'Before a row of search_term_classifications counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.search_term_classifications_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.search_term_classifications_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON search_term_classifications FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON search_term_classifications FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'search_term_classifications', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as awaiting_review.
CREATE TRIGGER lifecycle_start AFTER INSERT ON search_term_classifications FOR EACH ROW
  WHEN (NEW.status <> 'awaiting_review' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('search_term_classifications', 'status', 'awaiting_review');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON search_term_classifications FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('search_term_classifications', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON search_term_classifications FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move(
    'search_term_classifications', 'status', 'SearchTermClassification', 'tenant_id', 'ref_id', 'updated_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON search_term_classifications FOR EACH ROW
  WHEN (NEW.search_term_report_id IS NOT NULL OR NEW.reviewed_by IS NOT NULL)
  EXECUTE FUNCTION stowage.search_term_classifications_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON search_term_classifications FOR EACH ROW
  WHEN (
    OLD.search_term_report_id IS DISTINCT FROM NEW.search_term_report_id
    OR OLD.reviewed_by IS DISTINCT FROM NEW.reviewed_by OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.search_term_classifications_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON search_term_classifications FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.search_term_classifications_soft_delete();

ALTER TABLE search_term_classifications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON search_term_classifications FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON search_term_classifications FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON search_term_classifications FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON search_term_classifications TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON search_term_classifications TO leadmetrics_loader;
GRANT SELECT ON search_term_classifications TO leadmetrics_backup;

-- The rows of search_term_classifications that are not deleted.
CREATE VIEW live_search_term_classifications WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, search_term_report_id, label, action, confidence, rationale, model, negative_match,
    negative_level, status, push_attempts, pushed_on, push_error, external_criterion_id, created_on, created_by,
    updated_on, updated_by, revision, deleted_on, deleted_by, reviewed_by, reviewed_on, review_note
  FROM search_term_classifications
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_search_term_classifications IS 'The rows of search_term_classifications that are not deleted.';
REVOKE ALL ON live_search_term_classifications FROM PUBLIC;
GRANT SELECT ON live_search_term_classifications TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- search_term_reports -------------------------------------------------------------------------------------------------
-- What one search term brought to a keyword in one period.
-- In PostgreSQL: summed by campaign and period, and joined with its classification
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE search_term_reports (
  id               uuid                 NOT NULL,
  ref_id           char(26) COLLATE "C" NOT NULL
    CONSTRAINT search_term_reports_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id        uuid                 NOT NULL,
  ad_keyword_id    uuid                 NOT NULL,
  search_term      varchar(500)         NOT NULL,
  matched_as       text COLLATE "C"     NOT NULL
    CONSTRAINT search_term_reports_matched_as_check CHECK (matched_as IN ('exact', 'phrase', 'broad')),
  period_starts_on date                 NOT NULL,
  period_ends_on   date                 NOT NULL,
  impressions      integer              NOT NULL DEFAULT 0
    CONSTRAINT search_term_reports_impressions_check CHECK (impressions >= 0),
  clicks           integer              NOT NULL DEFAULT 0
    CONSTRAINT search_term_reports_clicks_check CHECK (clicks >= 0),
  cost_micros      bigint               NOT NULL DEFAULT 0
    CONSTRAINT search_term_reports_cost_micros_check CHECK (cost_micros >= 0),
  currency         varchar(3)           NOT NULL
    CONSTRAINT search_term_reports_currency_check CHECK (currency COLLATE "C" ~ '^[A-Z]{3}$'),
  conversions      numeric(14,4)        NOT NULL DEFAULT 0
    CONSTRAINT search_term_reports_conversions_check CHECK (conversions >= 0),
  conversion_value numeric(18,4)        NOT NULL DEFAULT 0,
  fetched_on       timestamptz(3)       NOT NULL,
  created_on       timestamptz(3)       NOT NULL DEFAULT now(),
  created_by       uuid,
  updated_on       timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by       uuid,
  revision         integer              NOT NULL DEFAULT 0
    CONSTRAINT search_term_reports_revision_check CHECK (revision >= 0),
  deleted_on       timestamptz(3),
  deleted_by       uuid,

  CONSTRAINT search_term_reports_pkey PRIMARY KEY (id),
  CONSTRAINT search_term_reports_ref_id_key UNIQUE (ref_id),
  CONSTRAINT search_term_reports_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE search_term_reports IS 'What one search term brought to a keyword in one period.';
COMMENT ON COLUMN search_term_reports.id               IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN search_term_reports.ref_id           IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN search_term_reports.tenant_id        IS 'The tenant it belongs to.';
COMMENT ON COLUMN search_term_reports.ad_keyword_id    IS 'The keyword that it matched.';
COMMENT ON COLUMN search_term_reports.search_term      IS 'What people typed.';
COMMENT ON COLUMN search_term_reports.matched_as       IS 'How it matched.';
COMMENT ON COLUMN search_term_reports.period_starts_on IS 'First day of the figures.';
COMMENT ON COLUMN search_term_reports.period_ends_on   IS 'Last day of the figures.';
COMMENT ON COLUMN search_term_reports.impressions      IS 'How often an ad was shown.';
COMMENT ON COLUMN search_term_reports.clicks           IS 'How often it was clicked.';
COMMENT ON COLUMN search_term_reports.cost_micros      IS 'What the clicks cost.';
COMMENT ON COLUMN search_term_reports.currency         IS 'ISO 4217 code of the ad account.';
COMMENT ON COLUMN search_term_reports.conversions      IS 'Conversions; the platform counts shares of one.';
COMMENT ON COLUMN search_term_reports.conversion_value IS 'What the conversions are worth in the same currency.';
COMMENT ON COLUMN search_term_reports.fetched_on       IS 'When the figures were fetched.';
COMMENT ON COLUMN search_term_reports.created_on       IS 'When the record was made.';
COMMENT ON COLUMN search_term_reports.created_by       IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN search_term_reports.updated_on       IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN search_term_reports.updated_by       IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN search_term_reports.revision         IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN search_term_reports.deleted_on       IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN search_term_reports.deleted_by       IS 'Who deleted it.';

-- A term once for each keyword and period.
CREATE UNIQUE INDEX search_term_reports_one_per_period
  ON search_term_reports (tenant_id, ad_keyword_id, period_starts_on, period_ends_on, search_term)
  WHERE (deleted_on IS NULL);
-- A keyword's history.
CREATE INDEX search_term_reports_by_keyword ON search_term_reports (tenant_id, ad_keyword_id, period_starts_on DESC);
-- What cost most in a period.
CREATE INDEX search_term_reports_tenant_id_period_starts_on_cost_micros_idx
  ON search_term_reports (tenant_id, period_starts_on DESC, cost_micros DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.search_term_reports_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."ad_keywords" AS target WHERE target."id" = NEW."ad_keyword_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."ad_keyword_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."ad_keywords" AS target
    WHERE target."id" = NEW."ad_keyword_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('search_term_reports', 'ad_keyword_id', 'ad_keywords', 'search_term_reports_tenant_id_ad_keyword_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.search_term_reports_check_references() IS 'Refuses a row of search_term_reports that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.search_term_reports_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.search_term_reports_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.search_term_reports_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."search_term_reports" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  UPDATE public."search_term_classifications" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."search_term_report_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.search_term_reports_soft_delete() IS 'Before a row of search_term_reports counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.search_term_reports_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.search_term_reports_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON search_term_reports FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON search_term_reports FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'search_term_reports', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON search_term_reports FOR EACH ROW
  EXECUTE FUNCTION stowage.search_term_reports_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON search_term_reports FOR EACH ROW
  WHEN (OLD.ad_keyword_id IS DISTINCT FROM NEW.ad_keyword_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.search_term_reports_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON search_term_reports FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.search_term_reports_soft_delete();

ALTER TABLE search_term_reports ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON search_term_reports FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON search_term_reports FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON search_term_reports FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON search_term_reports TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON search_term_reports TO leadmetrics_loader;
GRANT SELECT ON search_term_reports TO leadmetrics_backup;

-- The rows of search_term_reports that are not deleted.
CREATE VIEW live_search_term_reports WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, ad_keyword_id, search_term, matched_as, period_starts_on, period_ends_on, impressions,
    clicks, cost_micros, currency, conversions, conversion_value, fetched_on, created_on, created_by, updated_on,
    updated_by, revision, deleted_on, deleted_by
  FROM search_term_reports
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_search_term_reports IS 'The rows of search_term_reports that are not deleted.';
REVOKE ALL ON live_search_term_reports FROM PUBLIC;
GRANT SELECT ON live_search_term_reports TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- Pipeline ============================================================================================================

-- From the recipe of a task to its steps, their attempts, what those cost and what they made.

-- activities ----------------------------------------------------------------------------------------------------------
-- One step of the pipeline that makes a deliverable in one month.
-- In PostgreSQL: a state machine with strict moves, counted and queried by status and month
-- Life cycle of status, from pending: pending -> queued | cancelled; queued -> running | cancelled; running ->
-- awaiting_review | completed | failed | cancelled; awaiting_review -> completed | queued | cancelled; failed -> queued
-- | cancelled.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE activities (
  id                    uuid                 NOT NULL,
  ref_id                char(26) COLLATE "C" NOT NULL
    CONSTRAINT activities_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id             uuid                 NOT NULL,
  deliverable_period_id uuid                 NOT NULL,
  template_id           uuid,
  handled_by            uuid,
  kind                  text COLLATE "C"     NOT NULL
    CONSTRAINT activities_kind_check CHECK (kind IN (
      'research', 'plan', 'write', 'optimize', 'review', 'publish', 'report'
    )),
  agent                 text COLLATE "C"     NOT NULL
    CONSTRAINT activities_agent_check CHECK (agent IN (
      'strategist', 'researcher', 'writer', 'editor', 'social_manager', 'link_builder', 'ads_manager', 'analyst'
    )),
  title                 varchar(200)         NOT NULL,
  "position"            integer              NOT NULL
    CONSTRAINT activities_position_check CHECK ("position" >= 1),
  status                text COLLATE "C"     NOT NULL DEFAULT 'pending'
    CONSTRAINT activities_status_check CHECK (status IN (
      'pending', 'queued', 'running', 'awaiting_review', 'completed', 'failed', 'cancelled'
    )),
  priority              text COLLATE "C"     NOT NULL DEFAULT 'normal'
    CONSTRAINT activities_priority_check CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  requires_review       boolean              NOT NULL DEFAULT false,
  max_attempts          integer              NOT NULL DEFAULT 3
    CONSTRAINT activities_max_attempts_check CHECK (max_attempts >= 1 AND max_attempts <= 10),
  scheduled_on          timestamptz(3),
  started_on            timestamptz(3),
  completed_on          timestamptz(3),
  due_on                date,
  created_on            timestamptz(3)       NOT NULL DEFAULT now(),
  created_by            uuid,
  updated_on            timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by            uuid,
  revision              integer              NOT NULL DEFAULT 0
    CONSTRAINT activities_revision_check CHECK (revision >= 0),
  deleted_on            timestamptz(3),
  deleted_by            uuid,
  reviewed_by           uuid,
  reviewed_on           timestamptz(3),
  review_note           varchar(2000),

  CONSTRAINT activities_pkey PRIMARY KEY (id),
  CONSTRAINT activities_ref_id_key UNIQUE (ref_id),
  CONSTRAINT activities_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE activities IS 'One step of the pipeline that makes a deliverable in one month.';
COMMENT ON COLUMN activities.id                    IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN activities.ref_id                IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN activities.tenant_id             IS 'The tenant it belongs to.';
COMMENT ON COLUMN activities.deliverable_period_id IS 'The month it works for.';
COMMENT ON COLUMN activities.template_id           IS 'The step of the recipe it was made from.';
COMMENT ON COLUMN activities.handled_by            IS 'The person who looks after it.';
COMMENT ON COLUMN activities.kind                  IS 'What it does.';
COMMENT ON COLUMN activities.agent                 IS 'The trade of the agent that does it.';
COMMENT ON COLUMN activities.title                 IS 'What it is called on the board.';
COMMENT ON COLUMN activities."position"            IS 'Its place among the steps of the month.';
COMMENT ON COLUMN activities.status                IS 'Where it stands.';
COMMENT ON COLUMN activities.priority              IS 'How soon a worker should take it.';
COMMENT ON COLUMN activities.requires_review       IS 'Whether a person must accept its result.';
COMMENT ON COLUMN activities.max_attempts          IS 'How often it is tried.';
COMMENT ON COLUMN activities.scheduled_on          IS 'The earliest moment to start.';
COMMENT ON COLUMN activities.started_on            IS 'When its first run began.';
COMMENT ON COLUMN activities.completed_on          IS 'When it was done.';
COMMENT ON COLUMN activities.due_on                IS 'The day by which it should be done.';
COMMENT ON COLUMN activities.created_on            IS 'When the record was made.';
COMMENT ON COLUMN activities.created_by            IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN activities.updated_on            IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN activities.updated_by            IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN activities.revision              IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN activities.deleted_on            IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN activities.deleted_by            IS 'Who deleted it.';
COMMENT ON COLUMN activities.reviewed_by           IS 'Who gave the verdict.';
COMMENT ON COLUMN activities.reviewed_on           IS 'When the verdict was given.';
COMMENT ON COLUMN activities.review_note           IS 'What the reviewer wants the next attempt to know.';

-- One step at each place.
CREATE UNIQUE INDEX activities_tenant_id_deliverable_period_id_position_key
  ON activities (tenant_id, deliverable_period_id, "position") WHERE deleted_on IS NULL;
-- Counts activities by status and month.
CREATE INDEX activities_tenant_id_status_created_on_idx ON activities (tenant_id, status, created_on DESC);
-- How the steps of a month stand.
CREATE INDEX activities_tenant_id_deliverable_period_id_status_idx
  ON activities (tenant_id, deliverable_period_id, status);
-- What a worker takes next; one priority after another.
CREATE INDEX activities_work_queue ON activities (priority, scheduled_on) WHERE status = 'queued';
-- The review queue; oldest first.
CREATE INDEX activities_review_queue ON activities (tenant_id, created_on) WHERE status = 'awaiting_review';
-- What a person has on the desk.
CREATE INDEX activities_tenant_id_handled_by_status_idx ON activities (tenant_id, handled_by, status);

CREATE INDEX activities_tenant_id_reviewed_by_reviewed_on_idx ON activities (tenant_id, reviewed_by, reviewed_on DESC);
-- What was made from a step; a global one too.
CREATE INDEX activities_template_id_idx ON activities (template_id);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.activities_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."deliverable_periods" AS target WHERE target."id" = NEW."deliverable_period_id" FOR KEY SHARE;
    PERFORM FROM public."activity_templates" AS target WHERE target."id" = NEW."template_id" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."handled_by" FOR KEY SHARE;
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."reviewed_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."deliverable_period_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."deliverable_periods" AS target
    WHERE target."id" = NEW."deliverable_period_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('activities', 'deliverable_period_id', 'deliverable_periods', 'activities_tenant_id_deliverable_period_id_fkey', 'deleted');
  END IF;
  IF NEW."template_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."activity_templates" AS target
    WHERE target."id" = NEW."template_id" AND (target."tenant_id" IS NULL OR target."tenant_id" = NEW."tenant_id")
  ) THEN
    PERFORM stowage.refuse_reference('activities', 'template_id', 'activity_templates', 'activities_template_id_fkey', 'not there for this tenant');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."template_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."activity_templates" AS target
    WHERE target."id" = NEW."template_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('activities', 'template_id', 'activity_templates', 'activities_template_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."handled_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."handled_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('activities', 'handled_by', 'users', 'activities_tenant_id_handled_by_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."reviewed_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."reviewed_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('activities', 'reviewed_by', 'users', 'activities_tenant_id_reviewed_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.activities_check_references() IS 'Refuses a row of activities that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.activities_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.activities_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.activities_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."activities" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."backlinks" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."activity_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('backlinks', 'activity_id', 'activities', 'backlinks_tenant_id_activity_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."blog_posts" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."activity_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('blog_posts', 'activity_id', 'activities', 'blog_posts_tenant_id_activity_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."social_posts" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."activity_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('social_posts', 'activity_id', 'activities', 'social_posts_tenant_id_activity_id_fkey');
  END IF;
  UPDATE public."activity_runs" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."activity_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.activities_soft_delete() IS 'Before a row of activities counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.activities_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.activities_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON activities FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON activities FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'activities', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as pending.
CREATE TRIGGER lifecycle_start AFTER INSERT ON activities FOR EACH ROW
  WHEN (NEW.status <> 'pending' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('activities', 'status', 'pending');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON activities FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('activities', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON activities FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('activities', 'status', 'Activity', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON activities FOR EACH ROW
  WHEN (
    NEW.deliverable_period_id IS NOT NULL OR NEW.template_id IS NOT NULL OR NEW.handled_by IS NOT NULL
    OR NEW.reviewed_by IS NOT NULL
  )
  EXECUTE FUNCTION stowage.activities_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON activities FOR EACH ROW
  WHEN (
    OLD.deliverable_period_id IS DISTINCT FROM NEW.deliverable_period_id
    OR OLD.template_id IS DISTINCT FROM NEW.template_id OR OLD.handled_by IS DISTINCT FROM NEW.handled_by
    OR OLD.reviewed_by IS DISTINCT FROM NEW.reviewed_by OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.activities_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON activities FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.activities_soft_delete();

ALTER TABLE activities ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON activities FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON activities FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON activities FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON activities TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON activities TO leadmetrics_loader;
GRANT SELECT ON activities TO leadmetrics_backup;

-- The rows of activities that are not deleted.
CREATE VIEW live_activities WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, deliverable_period_id, template_id, handled_by, kind, agent, title, "position", status,
    priority, requires_review, max_attempts, scheduled_on, started_on, completed_on, due_on, created_on, created_by,
    updated_on, updated_by, revision, deleted_on, deleted_by, reviewed_by, reviewed_on, review_note
  FROM activities
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_activities IS 'The rows of activities that are not deleted.';
REVOKE ALL ON live_activities FROM PUBLIC;
GRANT SELECT ON live_activities TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- activity_runs -------------------------------------------------------------------------------------------------------
-- One attempt to carry out an activity.
-- In PostgreSQL: a state machine with strict moves; costs and tool calls are summed by it
-- Life cycle of status, from queued: queued -> running | cancelled; running -> succeeded | failed | timed_out |
-- cancelled.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE activity_runs (
  id              uuid                 NOT NULL,
  ref_id          char(26) COLLATE "C" NOT NULL
    CONSTRAINT activity_runs_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id       uuid                 NOT NULL,
  activity_id     uuid                 NOT NULL,
  agent_config_id uuid,
  attempt         integer              NOT NULL
    CONSTRAINT activity_runs_attempt_check CHECK (attempt >= 1),
  trigger         text COLLATE "C"     NOT NULL DEFAULT 'dependency'
    CONSTRAINT activity_runs_trigger_check CHECK (trigger IN ('schedule', 'dependency', 'retry', 'manual')),
  status          text COLLATE "C"     NOT NULL DEFAULT 'queued'
    CONSTRAINT activity_runs_status_check CHECK (status IN (
      'queued', 'running', 'succeeded', 'failed', 'timed_out', 'cancelled'
    )),
  worker          varchar(120),
  heartbeat_on    timestamptz(3),
  started_on      timestamptz(3),
  finished_on     timestamptz(3),
  duration_ms     integer
    CONSTRAINT activity_runs_duration_ms_check CHECK (duration_ms >= 0),
  error_code      varchar(80),
  error_message   varchar(2000),
  output_ref      char(24) COLLATE "C"
    CONSTRAINT activity_runs_output_ref_check CHECK (output_ref ~ '^[0-9a-f]{24}$'),
  created_on      timestamptz(3)       NOT NULL DEFAULT now(),
  created_by      uuid,
  updated_on      timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by      uuid,
  revision        integer              NOT NULL DEFAULT 0
    CONSTRAINT activity_runs_revision_check CHECK (revision >= 0),
  deleted_on      timestamptz(3),
  deleted_by      uuid,

  CONSTRAINT activity_runs_pkey PRIMARY KEY (id),
  CONSTRAINT activity_runs_ref_id_key UNIQUE (ref_id),
  CONSTRAINT activity_runs_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE activity_runs IS 'One attempt to carry out an activity.';
COMMENT ON COLUMN activity_runs.id              IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN activity_runs.ref_id          IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN activity_runs.tenant_id       IS 'The tenant it belongs to.';
COMMENT ON COLUMN activity_runs.activity_id     IS 'What is attempted.';
COMMENT ON COLUMN activity_runs.agent_config_id IS 'The configuration the agent ran with.';
COMMENT ON COLUMN activity_runs.attempt         IS 'Counts the attempts.';
COMMENT ON COLUMN activity_runs.trigger         IS 'What set it off.';
COMMENT ON COLUMN activity_runs.status          IS 'Where it stands.';
COMMENT ON COLUMN activity_runs.worker          IS 'The worker that has it.';
COMMENT ON COLUMN activity_runs.heartbeat_on    IS 'When the worker last said that it lives.';
COMMENT ON COLUMN activity_runs.started_on      IS 'When the work began.';
COMMENT ON COLUMN activity_runs.finished_on     IS 'When the work ended; well or badly.';
COMMENT ON COLUMN activity_runs.duration_ms     IS 'Milliseconds from start to end.';
COMMENT ON COLUMN activity_runs.error_code      IS 'Kind of the error for counting.';
COMMENT ON COLUMN activity_runs.error_message   IS 'The error in words.';
COMMENT ON COLUMN activity_runs.output_ref      IS 'What it made.';
COMMENT ON COLUMN activity_runs.created_on      IS 'When the record was made.';
COMMENT ON COLUMN activity_runs.created_by      IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN activity_runs.updated_on      IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN activity_runs.updated_by      IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN activity_runs.revision        IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN activity_runs.deleted_on      IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN activity_runs.deleted_by      IS 'Who deleted it.';

-- Each attempt once.
CREATE UNIQUE INDEX activity_runs_tenant_id_activity_id_attempt_key
  ON activity_runs (tenant_id, activity_id, attempt) WHERE deleted_on IS NULL;
-- The attempts of an activity; newest first.
CREATE INDEX activity_runs_tenant_id_activity_id_created_on_idx
  ON activity_runs (tenant_id, activity_id, created_on DESC);
-- Counts attempts by outcome and month.
CREATE INDEX activity_runs_tenant_id_status_created_on_idx ON activity_runs (tenant_id, status, created_on DESC);
-- Finds runs whose worker has died.
CREATE INDEX activity_runs_heartbeat_on_where_status_idx ON activity_runs (heartbeat_on) WHERE status = 'running';
-- Tells whether an output is still wanted.
CREATE INDEX activity_runs_tenant_id_output_ref_where_output_idx
  ON activity_runs (tenant_id, output_ref) WHERE output_ref IS NOT NULL;

CREATE INDEX activity_runs_tenant_id_agent_config_id_created_on_idx
  ON activity_runs (tenant_id, agent_config_id, created_on DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.activity_runs_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."activities" AS target WHERE target."id" = NEW."activity_id" FOR KEY SHARE;
    PERFORM FROM public."agent_configs" AS target WHERE target."id" = NEW."agent_config_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."activity_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."activities" AS target
    WHERE target."id" = NEW."activity_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('activity_runs', 'activity_id', 'activities', 'activity_runs_tenant_id_activity_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."agent_config_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."agent_configs" AS target
    WHERE target."id" = NEW."agent_config_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('activity_runs', 'agent_config_id', 'agent_configs', 'activity_runs_tenant_id_agent_config_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.activity_runs_check_references() IS 'Refuses a row of activity_runs that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.activity_runs_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.activity_runs_check_references() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON activity_runs FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON activity_runs FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.attempt IS DISTINCT FROM NEW.attempt
    OR OLD.created_on IS DISTINCT FROM NEW.created_on OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'activity_runs', 'id', 'ref_id', 'tenant_id', 'attempt', 'created_on', 'created_by'
  );
-- A new row begins as queued.
CREATE TRIGGER lifecycle_start AFTER INSERT ON activity_runs FOR EACH ROW
  WHEN (NEW.status <> 'queued' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('activity_runs', 'status', 'queued');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON activity_runs FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('activity_runs', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON activity_runs FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('activity_runs', 'status', 'ActivityRun', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON activity_runs FOR EACH ROW
  WHEN (NEW.activity_id IS NOT NULL OR NEW.agent_config_id IS NOT NULL)
  EXECUTE FUNCTION stowage.activity_runs_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON activity_runs FOR EACH ROW
  WHEN (
    OLD.activity_id IS DISTINCT FROM NEW.activity_id OR OLD.agent_config_id IS DISTINCT FROM NEW.agent_config_id
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.activity_runs_check_references();

ALTER TABLE activity_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON activity_runs FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON activity_runs FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON activity_runs FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON activity_runs TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON activity_runs TO leadmetrics_loader;
GRANT SELECT ON activity_runs TO leadmetrics_backup;

-- The rows of activity_runs that are not deleted.
CREATE VIEW live_activity_runs WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, activity_id, agent_config_id, attempt, trigger, status, worker, heartbeat_on,
    started_on, finished_on, duration_ms, error_code, error_message, output_ref, created_on, created_by, updated_on,
    updated_by, revision, deleted_on, deleted_by
  FROM activity_runs
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_activity_runs IS 'The rows of activity_runs that are not deleted.';
REVOKE ALL ON live_activity_runs FROM PUBLIC;
GRANT SELECT ON live_activity_runs TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- activity_templates --------------------------------------------------------------------------------------------------
-- One step of a recipe.
-- In PostgreSQL: joined with its recipe in order and with the activities made from it
-- Shared: a row without a tenant is seen by all of them and written by none.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE activity_templates (
  id                         uuid                 NOT NULL,
  ref_id                     char(26) COLLATE "C" NOT NULL
    CONSTRAINT activity_templates_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id                  uuid,
  source_id                  uuid,
  recurring_task_template_id uuid                 NOT NULL,
  "position"                 integer              NOT NULL
    CONSTRAINT activity_templates_position_check CHECK ("position" >= 1),
  name                       varchar(120)         NOT NULL,
  kind                       text COLLATE "C"     NOT NULL
    CONSTRAINT activity_templates_kind_check CHECK (kind IN (
      'research', 'plan', 'write', 'optimize', 'review', 'publish', 'report'
    )),
  agent                      text COLLATE "C"     NOT NULL
    CONSTRAINT activity_templates_agent_check CHECK (agent IN (
      'strategist', 'researcher', 'writer', 'editor', 'social_manager', 'link_builder', 'ads_manager', 'analyst'
    )),
  instructions               varchar(8000),
  skills                     varchar(80)[]        NOT NULL DEFAULT '{}'
    CONSTRAINT activity_templates_skills_check CHECK (array_position(skills, NULL) IS NULL),
  requires_review            boolean              NOT NULL DEFAULT false,
  max_attempts               integer              NOT NULL DEFAULT 3
    CONSTRAINT activity_templates_max_attempts_check CHECK (max_attempts >= 1 AND max_attempts <= 10),
  timeout_seconds            integer              NOT NULL DEFAULT 900
    CONSTRAINT activity_templates_timeout_seconds_check CHECK (timeout_seconds >= 10),
  created_on                 timestamptz(3)       NOT NULL DEFAULT now(),
  created_by                 uuid
    CONSTRAINT activity_templates_created_by_check CHECK (tenant_id IS NOT NULL OR created_by IS NULL),
  updated_on                 timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by                 uuid
    CONSTRAINT activity_templates_updated_by_check CHECK (tenant_id IS NOT NULL OR updated_by IS NULL),
  revision                   integer              NOT NULL DEFAULT 0
    CONSTRAINT activity_templates_revision_check CHECK (revision >= 0),
  deleted_on                 timestamptz(3),
  deleted_by                 uuid
    CONSTRAINT activity_templates_deleted_by_check CHECK (tenant_id IS NOT NULL OR deleted_by IS NULL),

  CONSTRAINT activity_templates_pkey PRIMARY KEY (id),
  CONSTRAINT activity_templates_ref_id_key UNIQUE (ref_id),
  CONSTRAINT activity_templates_tenant_id_id_key UNIQUE NULLS NOT DISTINCT (tenant_id, id)
);

COMMENT ON TABLE activity_templates IS 'One step of a recipe.';
COMMENT ON COLUMN activity_templates.id                         IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN activity_templates.ref_id                     IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN activity_templates.tenant_id                  IS 'The tenant it belongs to; none where it is shared by all.';
COMMENT ON COLUMN activity_templates.source_id                  IS 'The global step it was copied from.';
COMMENT ON COLUMN activity_templates.recurring_task_template_id IS 'The recipe it belongs to.';
COMMENT ON COLUMN activity_templates."position"                 IS 'Its place in the recipe.';
COMMENT ON COLUMN activity_templates.name                       IS 'What the step is called.';
COMMENT ON COLUMN activity_templates.kind                       IS 'What the step does.';
COMMENT ON COLUMN activity_templates.agent                      IS 'The trade of the agent that does it.';
COMMENT ON COLUMN activity_templates.instructions               IS 'What the agent is told beyond its own configuration.';
COMMENT ON COLUMN activity_templates.skills                     IS 'Keys of the skills that the agent loads.';
COMMENT ON COLUMN activity_templates.requires_review            IS 'Whether a person must accept the result.';
COMMENT ON COLUMN activity_templates.max_attempts               IS 'How often it is tried.';
COMMENT ON COLUMN activity_templates.timeout_seconds            IS 'How long one attempt may take.';
COMMENT ON COLUMN activity_templates.created_on                 IS 'When the record was made.';
COMMENT ON COLUMN activity_templates.created_by                 IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN activity_templates.updated_on                 IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN activity_templates.updated_by                 IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN activity_templates.revision                   IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN activity_templates.deleted_on                 IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN activity_templates.deleted_by                 IS 'Who deleted it.';

-- One step at each place.
CREATE UNIQUE INDEX activity_templates_one_per_place
  ON activity_templates (tenant_id, recurring_task_template_id, "position") NULLS NOT DISTINCT WHERE deleted_on IS NULL;
-- What was copied from a global step.
CREATE INDEX activity_templates_source_id_idx ON activity_templates (source_id);
-- The steps of a recipe; a global one too.
CREATE INDEX activity_templates_recurring_task_template_id_idx ON activity_templates (recurring_task_template_id);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.activity_templates_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."activity_templates" AS target WHERE target."id" = NEW."source_id" FOR KEY SHARE;
    PERFORM FROM public."recurring_task_templates" AS target WHERE target."id" = NEW."recurring_task_template_id" FOR KEY SHARE;
  END IF;
  IF NEW."source_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."activity_templates" AS target
    WHERE target."id" = NEW."source_id" AND (target."tenant_id" IS NULL OR target."tenant_id" = NEW."tenant_id")
  ) THEN
    PERFORM stowage.refuse_reference('activity_templates', 'source_id', 'activity_templates', 'activity_templates_source_id_fkey', 'not there for this tenant');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."source_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."activity_templates" AS target
    WHERE target."id" = NEW."source_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('activity_templates', 'source_id', 'activity_templates', 'activity_templates_source_id_fkey', 'deleted');
  END IF;
  IF NEW."recurring_task_template_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."recurring_task_templates" AS target
    WHERE target."id" = NEW."recurring_task_template_id" AND (target."tenant_id" IS NULL OR target."tenant_id" = NEW."tenant_id")
  ) THEN
    PERFORM stowage.refuse_reference('activity_templates', 'recurring_task_template_id', 'recurring_task_templates', 'activity_templates_recurring_task_template_id_fkey', 'not there for this tenant');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."recurring_task_template_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."recurring_task_templates" AS target
    WHERE target."id" = NEW."recurring_task_template_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('activity_templates', 'recurring_task_template_id', 'recurring_task_templates', 'activity_templates_recurring_task_template_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.activity_templates_check_references() IS 'Refuses a row of activity_templates that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.activity_templates_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.activity_templates_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.activity_templates_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."activity_templates" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."activities" AS child
    WHERE child."template_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('activities', 'template_id', 'activity_templates', 'activities_template_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."activity_templates" AS child
    WHERE child."source_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('activity_templates', 'source_id', 'activity_templates', 'activity_templates_source_id_fkey');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.activity_templates_soft_delete() IS 'Before a row of activity_templates counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.activity_templates_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.activity_templates_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON activity_templates FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON activity_templates FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'activity_templates', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON activity_templates FOR EACH ROW
  WHEN (NEW.source_id IS NOT NULL OR NEW.recurring_task_template_id IS NOT NULL)
  EXECUTE FUNCTION stowage.activity_templates_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON activity_templates FOR EACH ROW
  WHEN (
    OLD.source_id IS DISTINCT FROM NEW.source_id
    OR OLD.recurring_task_template_id IS DISTINCT FROM NEW.recurring_task_template_id
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.activity_templates_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON activity_templates FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.activity_templates_soft_delete();

ALTER TABLE activity_templates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees its own rows and those that are shared by all.
CREATE POLICY own_or_shared_rows ON activity_templates FOR SELECT
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id IS NULL OR tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It adds rows of its own.
CREATE POLICY own_rows_insert ON activity_templates FOR INSERT
  TO leadmetrics_app, leadmetrics_loader
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes its own.
CREATE POLICY own_rows_update ON activity_templates FOR UPDATE
  TO leadmetrics_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It removes its own.
CREATE POLICY own_rows_delete ON activity_templates FOR DELETE
  TO leadmetrics_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON activity_templates FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON activity_templates FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON activity_templates TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON activity_templates TO leadmetrics_loader;
GRANT SELECT ON activity_templates TO leadmetrics_backup;

-- The rows of activity_templates that are not deleted.
CREATE VIEW live_activity_templates WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, source_id, recurring_task_template_id, "position", name, kind, agent, instructions,
    skills, requires_review, max_attempts, timeout_seconds, created_on, created_by, updated_on, updated_by, revision,
    deleted_on, deleted_by
  FROM activity_templates
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_activity_templates IS 'The rows of activity_templates that are not deleted.';
REVOKE ALL ON live_activity_templates FROM PUBLIC;
GRANT SELECT ON live_activity_templates TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- llm_calls -----------------------------------------------------------------------------------------------------------
-- One call of a language model and what it cost.
-- In PostgreSQL: only added to, and summed by tenant and month for cost reports and billing
-- Append-only: rows are added, never changed or removed.
-- Partitioned by month (UTC): stowage.ensure_partitions() makes the months to come.

CREATE TABLE llm_calls (
  id                  uuid                 NOT NULL,
  ref_id              char(26) COLLATE "C" NOT NULL
    CONSTRAINT llm_calls_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id           uuid                 NOT NULL,
  activity_run_id     uuid,
  agent_config_id     uuid,
  purpose             text COLLATE "C"     NOT NULL
    CONSTRAINT llm_calls_purpose_check CHECK (purpose IN ('plan', 'generate', 'review', 'classify', 'extract', 'embed')),
  provider            text COLLATE "C"     NOT NULL
    CONSTRAINT llm_calls_provider_check CHECK (provider IN (
      'anthropic', 'openai', 'google', 'mistral', 'bedrock', 'azure'
    )),
  model               varchar(120)         NOT NULL,
  external_request_id text,
  status              text COLLATE "C"     NOT NULL
    CONSTRAINT llm_calls_status_check CHECK (status IN ('succeeded', 'refused', 'rate_limited', 'timed_out', 'failed')),
  stop_reason         varchar(40),
  input_tokens        integer              NOT NULL DEFAULT 0
    CONSTRAINT llm_calls_input_tokens_check CHECK (input_tokens >= 0),
  cached_input_tokens integer              NOT NULL DEFAULT 0
    CONSTRAINT llm_calls_cached_input_tokens_check CHECK (cached_input_tokens >= 0),
  cache_write_tokens  integer              NOT NULL DEFAULT 0
    CONSTRAINT llm_calls_cache_write_tokens_check CHECK (cache_write_tokens >= 0),
  output_tokens       integer              NOT NULL DEFAULT 0
    CONSTRAINT llm_calls_output_tokens_check CHECK (output_tokens >= 0),
  reasoning_tokens    integer              NOT NULL DEFAULT 0
    CONSTRAINT llm_calls_reasoning_tokens_check CHECK (reasoning_tokens >= 0),
  cost_usd            numeric(14,8)        NOT NULL
    CONSTRAINT llm_calls_cost_usd_check CHECK (cost_usd >= 0),
  latency_ms          integer              NOT NULL
    CONSTRAINT llm_calls_latency_ms_check CHECK (latency_ms >= 0),
  first_token_ms      integer
    CONSTRAINT llm_calls_first_token_ms_check CHECK (first_token_ms >= 0),
  error_code          varchar(80),
  created_on          timestamptz(3)       NOT NULL DEFAULT now(),
  created_by          uuid,

  CONSTRAINT llm_calls_pkey PRIMARY KEY (id, created_on)
) PARTITION BY RANGE (created_on);

COMMENT ON TABLE llm_calls IS 'One call of a language model and what it cost.';
COMMENT ON COLUMN llm_calls.id                  IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN llm_calls.ref_id              IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN llm_calls.tenant_id           IS 'The tenant it belongs to.';
COMMENT ON COLUMN llm_calls.activity_run_id     IS 'The attempt it was made for; empty outside the pipeline.';
COMMENT ON COLUMN llm_calls.agent_config_id     IS 'The configuration that chose the model.';
COMMENT ON COLUMN llm_calls.purpose             IS 'What the model was asked for.';
COMMENT ON COLUMN llm_calls.provider            IS 'Who served it.';
COMMENT ON COLUMN llm_calls.model               IS 'The model''s name and version as the provider writes it.';
COMMENT ON COLUMN llm_calls.external_request_id IS 'The provider''s id of the call.';
COMMENT ON COLUMN llm_calls.status              IS 'How it ended.';
COMMENT ON COLUMN llm_calls.stop_reason         IS 'Why the model stopped.';
COMMENT ON COLUMN llm_calls.input_tokens        IS 'Tokens read at full price.';
COMMENT ON COLUMN llm_calls.cached_input_tokens IS 'Tokens read from the provider''s cache.';
COMMENT ON COLUMN llm_calls.cache_write_tokens  IS 'Tokens put into the provider''s cache.';
COMMENT ON COLUMN llm_calls.output_tokens       IS 'Tokens written; reasoning included.';
COMMENT ON COLUMN llm_calls.reasoning_tokens    IS 'Tokens of those spent on reasoning.';
COMMENT ON COLUMN llm_calls.cost_usd            IS 'Cost in US dollars at the price of the day.';
COMMENT ON COLUMN llm_calls.latency_ms          IS 'Milliseconds to the end of the answer.';
COMMENT ON COLUMN llm_calls.first_token_ms      IS 'Milliseconds to the first token of a stream.';
COMMENT ON COLUMN llm_calls.error_code          IS 'Kind of the error for counting.';
COMMENT ON COLUMN llm_calls.created_on          IS 'When the record was made.';
COMMENT ON COLUMN llm_calls.created_by          IS 'Who made it; empty where no user of the tenant acted.';

CREATE INDEX llm_calls_ref_id_idx ON llm_calls (ref_id);
-- Cost by tenant and month.
CREATE INDEX llm_calls_tenant_id_created_on_idx ON llm_calls (tenant_id, created_on DESC);
-- Cost by model.
CREATE INDEX llm_calls_tenant_id_provider_model_created_on_idx
  ON llm_calls (tenant_id, provider, model, created_on DESC);
-- Cost by agent.
CREATE INDEX llm_calls_tenant_id_agent_config_id_created_on_idx
  ON llm_calls (tenant_id, agent_config_id, created_on DESC);

CREATE INDEX llm_calls_tenant_id_activity_run_id_created_on_idx ON llm_calls (tenant_id, activity_run_id, created_on);

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON llm_calls FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('llm_calls');
ALTER TABLE llm_calls ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON llm_calls FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('llm_calls');
ALTER TABLE llm_calls ENABLE ALWAYS TRIGGER append_only_truncate;

ALTER TABLE llm_calls ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON llm_calls FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON llm_calls FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON llm_calls FROM PUBLIC;
GRANT SELECT, INSERT ON llm_calls TO leadmetrics_app, leadmetrics_system, leadmetrics_loader;
GRANT SELECT ON llm_calls TO leadmetrics_backup;

-- recurring_task_templates --------------------------------------------------------------------------------------------
-- The recipe of a task that comes round; its steps are activity templates.
-- In PostgreSQL: joined with the steps and the deliverables made from it
-- Shared: a row without a tenant is seen by all of them and written by none.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE recurring_task_templates (
  id               uuid                 NOT NULL,
  ref_id           char(26) COLLATE "C" NOT NULL
    CONSTRAINT recurring_task_templates_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id        uuid,
  source_id        uuid,
  key              varchar(80)          NOT NULL
    CONSTRAINT recurring_task_templates_key_check CHECK (key COLLATE "C" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name             varchar(120)         NOT NULL,
  description      varchar(2000),
  deliverable_kind text COLLATE "C"     NOT NULL
    CONSTRAINT recurring_task_templates_deliverable_kind_check CHECK (deliverable_kind IN (
      'blog_post', 'social_post', 'backlink', 'paid_ads', 'seo_audit', 'report'
    )),
  cadence          text COLLATE "C"     NOT NULL DEFAULT 'monthly'
    CONSTRAINT recurring_task_templates_cadence_check CHECK (cadence IN ('daily', 'weekly', 'monthly', 'quarterly')),
  day_of_period    integer              NOT NULL DEFAULT 1
    CONSTRAINT recurring_task_templates_day_of_period_check CHECK (day_of_period >= 1 AND day_of_period <= 92),
  enabled          boolean              NOT NULL DEFAULT true,
  created_on       timestamptz(3)       NOT NULL DEFAULT now(),
  created_by       uuid
    CONSTRAINT recurring_task_templates_created_by_check CHECK (tenant_id IS NOT NULL OR created_by IS NULL),
  updated_on       timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by       uuid
    CONSTRAINT recurring_task_templates_updated_by_check CHECK (tenant_id IS NOT NULL OR updated_by IS NULL),
  revision         integer              NOT NULL DEFAULT 0
    CONSTRAINT recurring_task_templates_revision_check CHECK (revision >= 0),
  deleted_on       timestamptz(3),
  deleted_by       uuid
    CONSTRAINT recurring_task_templates_deleted_by_check CHECK (tenant_id IS NOT NULL OR deleted_by IS NULL),

  CONSTRAINT recurring_task_templates_pkey PRIMARY KEY (id),
  CONSTRAINT recurring_task_templates_ref_id_key UNIQUE (ref_id),
  CONSTRAINT recurring_task_templates_tenant_id_id_key UNIQUE NULLS NOT DISTINCT (tenant_id, id)
);

COMMENT ON TABLE recurring_task_templates IS 'The recipe of a task that comes round; its steps are activity templates.';
COMMENT ON COLUMN recurring_task_templates.id               IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN recurring_task_templates.ref_id           IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN recurring_task_templates.tenant_id        IS 'The tenant it belongs to; none where it is shared by all.';
COMMENT ON COLUMN recurring_task_templates.source_id        IS 'The global recipe it was copied from.';
COMMENT ON COLUMN recurring_task_templates.key              IS 'Stable short name such as monthly-blog.';
COMMENT ON COLUMN recurring_task_templates.name             IS 'What people call it.';
COMMENT ON COLUMN recurring_task_templates.description      IS 'What it is for and when to use it.';
COMMENT ON COLUMN recurring_task_templates.deliverable_kind IS 'What it delivers.';
COMMENT ON COLUMN recurring_task_templates.cadence          IS 'How often it comes round.';
COMMENT ON COLUMN recurring_task_templates.day_of_period    IS 'The day of its period on which it starts.';
COMMENT ON COLUMN recurring_task_templates.enabled          IS 'Whether new work is made from it.';
COMMENT ON COLUMN recurring_task_templates.created_on       IS 'When the record was made.';
COMMENT ON COLUMN recurring_task_templates.created_by       IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN recurring_task_templates.updated_on       IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN recurring_task_templates.updated_by       IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN recurring_task_templates.revision         IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN recurring_task_templates.deleted_on       IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN recurring_task_templates.deleted_by       IS 'Who deleted it.';

-- One recipe of a name.
CREATE UNIQUE INDEX recurring_task_templates_tenant_id_key_key
  ON recurring_task_templates (tenant_id, key) NULLS NOT DISTINCT WHERE deleted_on IS NULL;
-- What was copied from a global recipe.
CREATE INDEX recurring_task_templates_source_id_idx ON recurring_task_templates (source_id);
-- Offers recipes for a kind of deliverable.
CREATE INDEX recurring_task_templates_tenant_id_deliverable_kind_enabled_idx
  ON recurring_task_templates (tenant_id, deliverable_kind, enabled);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.recurring_task_templates_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."recurring_task_templates" AS target WHERE target."id" = NEW."source_id" FOR KEY SHARE;
  END IF;
  IF NEW."source_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."recurring_task_templates" AS target
    WHERE target."id" = NEW."source_id" AND (target."tenant_id" IS NULL OR target."tenant_id" = NEW."tenant_id")
  ) THEN
    PERFORM stowage.refuse_reference('recurring_task_templates', 'source_id', 'recurring_task_templates', 'recurring_task_templates_source_id_fkey', 'not there for this tenant');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."source_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."recurring_task_templates" AS target
    WHERE target."id" = NEW."source_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('recurring_task_templates', 'source_id', 'recurring_task_templates', 'recurring_task_templates_source_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.recurring_task_templates_check_references() IS 'Refuses a row of recurring_task_templates that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.recurring_task_templates_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.recurring_task_templates_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.recurring_task_templates_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."recurring_task_templates" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."deliverables" AS child
    WHERE child."recurring_task_template_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('deliverables', 'recurring_task_template_id', 'recurring_task_templates', 'deliverables_recurring_task_template_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."recurring_task_templates" AS child
    WHERE child."source_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('recurring_task_templates', 'source_id', 'recurring_task_templates', 'recurring_task_templates_source_id_fkey');
  END IF;
  UPDATE public."activity_templates" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."recurring_task_template_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.recurring_task_templates_soft_delete() IS 'Before a row of recurring_task_templates counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.recurring_task_templates_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.recurring_task_templates_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON recurring_task_templates FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON recurring_task_templates FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'recurring_task_templates', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON recurring_task_templates FOR EACH ROW
  WHEN (NEW.source_id IS NOT NULL)
  EXECUTE FUNCTION stowage.recurring_task_templates_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON recurring_task_templates FOR EACH ROW
  WHEN (OLD.source_id IS DISTINCT FROM NEW.source_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.recurring_task_templates_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON recurring_task_templates FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.recurring_task_templates_soft_delete();

ALTER TABLE recurring_task_templates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees its own rows and those that are shared by all.
CREATE POLICY own_or_shared_rows ON recurring_task_templates FOR SELECT
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id IS NULL OR tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It adds rows of its own.
CREATE POLICY own_rows_insert ON recurring_task_templates FOR INSERT
  TO leadmetrics_app, leadmetrics_loader
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It changes its own.
CREATE POLICY own_rows_update ON recurring_task_templates FOR UPDATE
  TO leadmetrics_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- It removes its own.
CREATE POLICY own_rows_delete ON recurring_task_templates FOR DELETE
  TO leadmetrics_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON recurring_task_templates FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON recurring_task_templates FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON recurring_task_templates TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON recurring_task_templates TO leadmetrics_loader;
GRANT SELECT ON recurring_task_templates TO leadmetrics_backup;

-- The rows of recurring_task_templates that are not deleted.
CREATE VIEW live_recurring_task_templates WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, source_id, key, name, description, deliverable_kind, cadence, day_of_period, enabled,
    created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by
  FROM recurring_task_templates
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_recurring_task_templates IS 'The rows of recurring_task_templates that are not deleted.';
REVOKE ALL ON live_recurring_task_templates FROM PUBLIC;
GRANT SELECT ON live_recurring_task_templates TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- tool_calls ----------------------------------------------------------------------------------------------------------
-- One use of an outside tool by a run.
-- In PostgreSQL: counted for each activity and joined with its run
-- More of each record: the collection tool_call_logs of MongoDB.
-- Append-only: rows are added, never changed or removed.

CREATE TABLE tool_calls (
  id              uuid                 NOT NULL,
  ref_id          char(26) COLLATE "C" NOT NULL
    CONSTRAINT tool_calls_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id       uuid                 NOT NULL,
  activity_id     uuid                 NOT NULL,
  activity_run_id uuid                 NOT NULL,
  channel_id      uuid,
  name            varchar(120)         NOT NULL,
  method          varchar(16)          NOT NULL,
  status          text COLLATE "C"     NOT NULL
    CONSTRAINT tool_calls_status_check CHECK (status IN ('succeeded', 'denied', 'rate_limited', 'timed_out', 'failed')),
  http_status     integer
    CONSTRAINT tool_calls_http_status_check CHECK (http_status >= 100 AND http_status <= 599),
  duration_ms     integer              NOT NULL
    CONSTRAINT tool_calls_duration_ms_check CHECK (duration_ms >= 0),
  error_code      varchar(80),
  log_ref         char(24) COLLATE "C"
    CONSTRAINT tool_calls_log_ref_check CHECK (log_ref ~ '^[0-9a-f]{24}$'),
  created_on      timestamptz(3)       NOT NULL DEFAULT now(),
  created_by      uuid,

  CONSTRAINT tool_calls_pkey PRIMARY KEY (id),
  CONSTRAINT tool_calls_ref_id_key UNIQUE (ref_id),
  CONSTRAINT tool_calls_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE tool_calls IS 'One use of an outside tool by a run.';
COMMENT ON COLUMN tool_calls.id              IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN tool_calls.ref_id          IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN tool_calls.tenant_id       IS 'The tenant it belongs to.';
COMMENT ON COLUMN tool_calls.activity_id     IS 'The step it was made for.';
COMMENT ON COLUMN tool_calls.activity_run_id IS 'The attempt it was made in.';
COMMENT ON COLUMN tool_calls.channel_id      IS 'The connection it went through; where there is one.';
COMMENT ON COLUMN tool_calls.name            IS 'The tool such as search_console.query.';
COMMENT ON COLUMN tool_calls.method          IS 'The verb such as GET or invoke.';
COMMENT ON COLUMN tool_calls.status          IS 'How it ended.';
COMMENT ON COLUMN tool_calls.http_status     IS 'Status code of the answer; where it came by HTTP.';
COMMENT ON COLUMN tool_calls.duration_ms     IS 'Milliseconds it took.';
COMMENT ON COLUMN tool_calls.error_code      IS 'Kind of the error for counting.';
COMMENT ON COLUMN tool_calls.log_ref         IS 'The full exchange; gone after 90 days.';
COMMENT ON COLUMN tool_calls.created_on      IS 'When the record was made.';
COMMENT ON COLUMN tool_calls.created_by      IS 'Who made it; empty where no user of the tenant acted.';

-- Counts the calls of an activity.
CREATE INDEX tool_calls_tenant_id_activity_id_created_on_idx ON tool_calls (tenant_id, activity_id, created_on);
-- The calls of an attempt in order.
CREATE INDEX tool_calls_tenant_id_activity_run_id_created_on_idx ON tool_calls (tenant_id, activity_run_id, created_on);
-- How a tool fares.
CREATE INDEX tool_calls_tenant_id_name_status_created_on_idx ON tool_calls (tenant_id, name, status, created_on DESC);

CREATE INDEX tool_calls_tenant_id_channel_id_idx ON tool_calls (tenant_id, channel_id);

-- Rows are only ever added.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON tool_calls FOR EACH ROW
  EXECUTE FUNCTION stowage.refuse_append_only_change('tool_calls');
ALTER TABLE tool_calls ENABLE ALWAYS TRIGGER append_only;
-- Nor are they all removed at once.
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON tool_calls FOR EACH STATEMENT
  EXECUTE FUNCTION stowage.refuse_append_only_change('tool_calls');
ALTER TABLE tool_calls ENABLE ALWAYS TRIGGER append_only_truncate;

ALTER TABLE tool_calls ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON tool_calls FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON tool_calls FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON tool_calls FROM PUBLIC;
GRANT SELECT, INSERT ON tool_calls TO leadmetrics_app, leadmetrics_system, leadmetrics_loader;
GRANT SELECT ON tool_calls TO leadmetrics_backup;

-- Strategy ============================================================================================================

-- What a tenant wants to reach, and what is owed to it month by month to get there.

-- deliverables --------------------------------------------------------------------------------------------------------
-- Something owed to the customer every month for a goal.
-- In PostgreSQL: counted for plans and joined from goals down to activities
-- Life cycle of status, from draft: draft -> active | cancelled; active -> paused | completed | cancelled; paused ->
-- active | cancelled.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE deliverables (
  id                         uuid                 NOT NULL,
  ref_id                     char(26) COLLATE "C" NOT NULL
    CONSTRAINT deliverables_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id                  uuid                 NOT NULL,
  goal_id                    uuid                 NOT NULL,
  channel_id                 uuid,
  recurring_task_template_id uuid,
  kind                       text COLLATE "C"     NOT NULL
    CONSTRAINT deliverables_kind_check CHECK (kind IN (
      'blog_post', 'social_post', 'backlink', 'paid_ads', 'seo_audit', 'report'
    )),
  title                      varchar(200)         NOT NULL,
  description                varchar(2000),
  monthly_quantity           integer              NOT NULL DEFAULT 1
    CONSTRAINT deliverables_monthly_quantity_check CHECK (monthly_quantity >= 1 AND monthly_quantity <= 1000),
  status                     text COLLATE "C"     NOT NULL DEFAULT 'draft'
    CONSTRAINT deliverables_status_check CHECK (status IN ('draft', 'active', 'paused', 'completed', 'cancelled')),
  starts_on                  date                 NOT NULL,
  ends_on                    date,
  created_on                 timestamptz(3)       NOT NULL DEFAULT now(),
  created_by                 uuid,
  updated_on                 timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by                 uuid,
  revision                   integer              NOT NULL DEFAULT 0
    CONSTRAINT deliverables_revision_check CHECK (revision >= 0),
  deleted_on                 timestamptz(3),
  deleted_by                 uuid,

  CONSTRAINT deliverables_pkey PRIMARY KEY (id),
  CONSTRAINT deliverables_ref_id_key UNIQUE (ref_id),
  CONSTRAINT deliverables_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE deliverables IS 'Something owed to the customer every month for a goal.';
COMMENT ON COLUMN deliverables.id                         IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN deliverables.ref_id                     IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN deliverables.tenant_id                  IS 'The tenant it belongs to.';
COMMENT ON COLUMN deliverables.goal_id                    IS 'The goal it serves.';
COMMENT ON COLUMN deliverables.channel_id                 IS 'Where it appears; empty where it is for the customer alone.';
COMMENT ON COLUMN deliverables.recurring_task_template_id IS 'The recipe its months follow.';
COMMENT ON COLUMN deliverables.kind                       IS 'What the customer gets.';
COMMENT ON COLUMN deliverables.title                      IS 'What it is called in the plan.';
COMMENT ON COLUMN deliverables.description                IS 'What counts as done.';
COMMENT ON COLUMN deliverables.monthly_quantity           IS 'How many are owed each month.';
COMMENT ON COLUMN deliverables.status                     IS 'Where it stands.';
COMMENT ON COLUMN deliverables.starts_on                  IS 'First day it is owed.';
COMMENT ON COLUMN deliverables.ends_on                    IS 'Last day it is owed.';
COMMENT ON COLUMN deliverables.created_on                 IS 'When the record was made.';
COMMENT ON COLUMN deliverables.created_by                 IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN deliverables.updated_on                 IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN deliverables.updated_by                 IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN deliverables.revision                   IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN deliverables.deleted_on                 IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN deliverables.deleted_by                 IS 'Who deleted it.';

CREATE INDEX deliverables_tenant_id_goal_id_status_idx ON deliverables (tenant_id, goal_id, status);
CREATE INDEX deliverables_tenant_id_channel_id_idx ON deliverables (tenant_id, channel_id);
-- What follows a recipe; a global one too.
CREATE INDEX deliverables_recurring_task_template_id_idx ON deliverables (recurring_task_template_id);
-- Counts what is owed by kind.
CREATE INDEX deliverables_tenant_id_status_kind_idx ON deliverables (tenant_id, status, kind);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.deliverables_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."goals" AS target WHERE target."id" = NEW."goal_id" FOR KEY SHARE;
    PERFORM FROM public."channels" AS target WHERE target."id" = NEW."channel_id" FOR KEY SHARE;
    PERFORM FROM public."recurring_task_templates" AS target WHERE target."id" = NEW."recurring_task_template_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."goal_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."goals" AS target
    WHERE target."id" = NEW."goal_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('deliverables', 'goal_id', 'goals', 'deliverables_tenant_id_goal_id_fkey', 'deleted');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."channel_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."channels" AS target
    WHERE target."id" = NEW."channel_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('deliverables', 'channel_id', 'channels', 'deliverables_tenant_id_channel_id_fkey', 'deleted');
  END IF;
  IF NEW."recurring_task_template_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."recurring_task_templates" AS target
    WHERE target."id" = NEW."recurring_task_template_id" AND (target."tenant_id" IS NULL OR target."tenant_id" = NEW."tenant_id")
  ) THEN
    PERFORM stowage.refuse_reference('deliverables', 'recurring_task_template_id', 'recurring_task_templates', 'deliverables_recurring_task_template_id_fkey', 'not there for this tenant');
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."recurring_task_template_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."recurring_task_templates" AS target
    WHERE target."id" = NEW."recurring_task_template_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('deliverables', 'recurring_task_template_id', 'recurring_task_templates', 'deliverables_recurring_task_template_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.deliverables_check_references() IS 'Refuses a row of deliverables that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.deliverables_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.deliverables_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.deliverables_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."deliverables" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  UPDATE public."deliverable_periods" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."deliverable_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.deliverables_soft_delete() IS 'Before a row of deliverables counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.deliverables_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.deliverables_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON deliverables FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON deliverables FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'deliverables', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by'
  );
-- A new row begins as draft.
CREATE TRIGGER lifecycle_start AFTER INSERT ON deliverables FOR EACH ROW
  WHEN (NEW.status <> 'draft' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('deliverables', 'status', 'draft');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON deliverables FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('deliverables', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON deliverables FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('deliverables', 'status', 'Deliverable', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON deliverables FOR EACH ROW
  WHEN (NEW.goal_id IS NOT NULL OR NEW.channel_id IS NOT NULL OR NEW.recurring_task_template_id IS NOT NULL)
  EXECUTE FUNCTION stowage.deliverables_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON deliverables FOR EACH ROW
  WHEN (
    OLD.goal_id IS DISTINCT FROM NEW.goal_id OR OLD.channel_id IS DISTINCT FROM NEW.channel_id
    OR OLD.recurring_task_template_id IS DISTINCT FROM NEW.recurring_task_template_id
    OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.deliverables_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON deliverables FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.deliverables_soft_delete();

ALTER TABLE deliverables ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON deliverables FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON deliverables FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON deliverables FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON deliverables TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON deliverables TO leadmetrics_loader;
GRANT SELECT ON deliverables TO leadmetrics_backup;

-- The rows of deliverables that are not deleted.
CREATE VIEW live_deliverables WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, goal_id, channel_id, recurring_task_template_id, kind, title, description,
    monthly_quantity, status, starts_on, ends_on, created_on, created_by, updated_on, updated_by, revision, deleted_on,
    deleted_by
  FROM deliverables
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_deliverables IS 'The rows of deliverables that are not deleted.';
REVOKE ALL ON live_deliverables FROM PUBLIC;
GRANT SELECT ON live_deliverables TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- deliverable_periods -------------------------------------------------------------------------------------------------
-- One month of a deliverable.
-- In PostgreSQL: counts what was owed and what was delivered in a month
-- Life cycle of status, from planned: planned -> in_progress | skipped; in_progress -> delivered | missed | skipped;
-- missed -> delivered.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE deliverable_periods (
  id                 uuid                 NOT NULL,
  ref_id             char(26) COLLATE "C" NOT NULL
    CONSTRAINT deliverable_periods_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id          uuid                 NOT NULL,
  deliverable_id     uuid                 NOT NULL,
  month              date                 NOT NULL,
  status             text COLLATE "C"     NOT NULL DEFAULT 'planned'
    CONSTRAINT deliverable_periods_status_check CHECK (status IN (
      'planned', 'in_progress', 'delivered', 'missed', 'skipped'
    )),
  planned_quantity   integer              NOT NULL
    CONSTRAINT deliverable_periods_planned_quantity_check CHECK (planned_quantity >= 0),
  delivered_quantity integer              NOT NULL DEFAULT 0
    CONSTRAINT deliverable_periods_delivered_quantity_check CHECK (delivered_quantity >= 0),
  due_on             date                 NOT NULL,
  delivered_on       timestamptz(3),
  created_on         timestamptz(3)       NOT NULL DEFAULT now(),
  created_by         uuid,
  updated_on         timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by         uuid,
  revision           integer              NOT NULL DEFAULT 0
    CONSTRAINT deliverable_periods_revision_check CHECK (revision >= 0),
  deleted_on         timestamptz(3),
  deleted_by         uuid,

  CONSTRAINT deliverable_periods_pkey PRIMARY KEY (id),
  CONSTRAINT deliverable_periods_ref_id_key UNIQUE (ref_id),
  CONSTRAINT deliverable_periods_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE deliverable_periods IS 'One month of a deliverable.';
COMMENT ON COLUMN deliverable_periods.id                 IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN deliverable_periods.ref_id             IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN deliverable_periods.tenant_id          IS 'The tenant it belongs to.';
COMMENT ON COLUMN deliverable_periods.deliverable_id     IS 'What is owed.';
COMMENT ON COLUMN deliverable_periods.month              IS 'The month; given by its first day.';
COMMENT ON COLUMN deliverable_periods.status             IS 'Where the month stands.';
COMMENT ON COLUMN deliverable_periods.planned_quantity   IS 'How many are owed in it.';
COMMENT ON COLUMN deliverable_periods.delivered_quantity IS 'How many have been delivered.';
COMMENT ON COLUMN deliverable_periods.due_on             IS 'Last day to deliver.';
COMMENT ON COLUMN deliverable_periods.delivered_on       IS 'When the last one was delivered.';
COMMENT ON COLUMN deliverable_periods.created_on         IS 'When the record was made.';
COMMENT ON COLUMN deliverable_periods.created_by         IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN deliverable_periods.updated_on         IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN deliverable_periods.updated_by         IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN deliverable_periods.revision           IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN deliverable_periods.deleted_on         IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN deliverable_periods.deleted_by         IS 'Who deleted it.';

-- A month once for each deliverable.
CREATE UNIQUE INDEX deliverable_periods_tenant_id_deliverable_id_month_key
  ON deliverable_periods (tenant_id, deliverable_id, month) WHERE deleted_on IS NULL;
-- A deliverable's history.
CREATE INDEX deliverable_periods_tenant_id_deliverable_id_month_idx
  ON deliverable_periods (tenant_id, deliverable_id, month DESC);
-- Shows how a month goes.
CREATE INDEX deliverable_periods_tenant_id_month_status_idx ON deliverable_periods (tenant_id, month DESC, status);
-- Finds what is about to be late.
CREATE INDEX deliverable_periods_tenant_id_due_on_where_status_idx
  ON deliverable_periods (tenant_id, due_on) WHERE status IN ('planned', 'in_progress');

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.deliverable_periods_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."deliverables" AS target WHERE target."id" = NEW."deliverable_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."deliverable_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."deliverables" AS target
    WHERE target."id" = NEW."deliverable_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('deliverable_periods', 'deliverable_id', 'deliverables', 'deliverable_periods_tenant_id_deliverable_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.deliverable_periods_check_references() IS 'Refuses a row of deliverable_periods that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.deliverable_periods_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.deliverable_periods_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.deliverable_periods_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."deliverable_periods" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."blog_requests" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."deliverable_period_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('blog_requests', 'deliverable_period_id', 'deliverable_periods', 'blog_requests_tenant_id_deliverable_period_id_fkey');
  END IF;
  IF EXISTS (
    SELECT FROM public."social_media_requests" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."deliverable_period_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('social_media_requests', 'deliverable_period_id', 'deliverable_periods', 'social_media_requests_tenant_id_deliverable_period_id_fkey');
  END IF;
  UPDATE public."activities" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."deliverable_period_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.deliverable_periods_soft_delete() IS 'Before a row of deliverable_periods counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.deliverable_periods_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.deliverable_periods_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON deliverable_periods FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON deliverable_periods FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.month IS DISTINCT FROM NEW.month
    OR OLD.created_on IS DISTINCT FROM NEW.created_on OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'deliverable_periods', 'id', 'ref_id', 'tenant_id', 'month', 'created_on', 'created_by'
  );
-- A new row begins as planned.
CREATE TRIGGER lifecycle_start AFTER INSERT ON deliverable_periods FOR EACH ROW
  WHEN (NEW.status <> 'planned' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('deliverable_periods', 'status', 'planned');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON deliverable_periods FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('deliverable_periods', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON deliverable_periods FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move(
    'deliverable_periods', 'status', 'DeliverablePeriod', 'tenant_id', 'ref_id', 'updated_by'
  );
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON deliverable_periods FOR EACH ROW
  EXECUTE FUNCTION stowage.deliverable_periods_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON deliverable_periods FOR EACH ROW
  WHEN (
    OLD.deliverable_id IS DISTINCT FROM NEW.deliverable_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL)
  )
  EXECUTE FUNCTION stowage.deliverable_periods_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON deliverable_periods FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.deliverable_periods_soft_delete();

ALTER TABLE deliverable_periods ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON deliverable_periods FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON deliverable_periods FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON deliverable_periods FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON deliverable_periods TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON deliverable_periods TO leadmetrics_loader;
GRANT SELECT ON deliverable_periods TO leadmetrics_backup;

-- The rows of deliverable_periods that are not deleted.
CREATE VIEW live_deliverable_periods WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, deliverable_id, month, status, planned_quantity, delivered_quantity, due_on,
    delivered_on, created_on, created_by, updated_on, updated_by, revision, deleted_on, deleted_by
  FROM deliverable_periods
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_deliverable_periods IS 'The rows of deliverable_periods that are not deleted.';
REVOKE ALL ON live_deliverable_periods FROM PUBLIC;
GRANT SELECT ON live_deliverable_periods TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- goals ---------------------------------------------------------------------------------------------------------------
-- A measurable result that a strategy is after.
-- In PostgreSQL: counted under its strategy and compared with figures
-- Life cycle of status, from planned: planned -> active | dropped; active -> achieved | missed | dropped.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE goals (
  id             uuid                 NOT NULL,
  ref_id         char(26) COLLATE "C" NOT NULL
    CONSTRAINT goals_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id      uuid                 NOT NULL,
  strategy_id    uuid                 NOT NULL,
  "position"     integer              NOT NULL
    CONSTRAINT goals_position_check CHECK ("position" >= 1),
  title          varchar(200)         NOT NULL,
  description    varchar(2000),
  metric         text COLLATE "C"     NOT NULL
    CONSTRAINT goals_metric_check CHECK (metric IN (
      'organic_sessions', 'keyword_rankings', 'leads', 'conversions', 'cost_per_lead', 'return_on_ad_spend',
      'followers', 'engagement_rate', 'domain_rating'
    )),
  direction      text COLLATE "C"     NOT NULL DEFAULT 'increase'
    CONSTRAINT goals_direction_check CHECK (direction IN ('increase', 'decrease', 'maintain')),
  baseline_value numeric(18,4),
  target_value   numeric(18,4)        NOT NULL,
  current_value  numeric(18,4),
  currency       varchar(3)
    CONSTRAINT goals_currency_check CHECK (currency COLLATE "C" ~ '^[A-Z]{3}$'),
  measured_on    timestamptz(3),
  due_on         date                 NOT NULL,
  status         text COLLATE "C"     NOT NULL DEFAULT 'planned'
    CONSTRAINT goals_status_check CHECK (status IN ('planned', 'active', 'achieved', 'missed', 'dropped')),
  created_on     timestamptz(3)       NOT NULL DEFAULT now(),
  created_by     uuid,
  updated_on     timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by     uuid,
  revision       integer              NOT NULL DEFAULT 0
    CONSTRAINT goals_revision_check CHECK (revision >= 0),
  deleted_on     timestamptz(3),
  deleted_by     uuid,

  CONSTRAINT goals_pkey PRIMARY KEY (id),
  CONSTRAINT goals_ref_id_key UNIQUE (ref_id),
  CONSTRAINT goals_tenant_id_id_key UNIQUE (tenant_id, id)
);

COMMENT ON TABLE goals IS 'A measurable result that a strategy is after.';
COMMENT ON COLUMN goals.id             IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN goals.ref_id         IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN goals.tenant_id      IS 'The tenant it belongs to.';
COMMENT ON COLUMN goals.strategy_id    IS 'The plan it belongs to.';
COMMENT ON COLUMN goals."position"     IS 'Its rank within the plan.';
COMMENT ON COLUMN goals.title          IS 'The result in one phrase.';
COMMENT ON COLUMN goals.description    IS 'Why it matters and how it is measured.';
COMMENT ON COLUMN goals.metric         IS 'The figure it is measured by.';
COMMENT ON COLUMN goals.direction      IS 'Which way is better.';
COMMENT ON COLUMN goals.baseline_value IS 'The figure when the plan began.';
COMMENT ON COLUMN goals.target_value   IS 'The figure to be reached.';
COMMENT ON COLUMN goals.current_value  IS 'The figure when it was last measured.';
COMMENT ON COLUMN goals.currency       IS 'ISO 4217 code of the figures; where they are money.';
COMMENT ON COLUMN goals.measured_on    IS 'When it was last measured.';
COMMENT ON COLUMN goals.due_on         IS 'The day by which it should be reached.';
COMMENT ON COLUMN goals.status         IS 'Where it stands.';
COMMENT ON COLUMN goals.created_on     IS 'When the record was made.';
COMMENT ON COLUMN goals.created_by     IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN goals.updated_on     IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN goals.updated_by     IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN goals.revision       IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN goals.deleted_on     IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN goals.deleted_by     IS 'Who deleted it.';

CREATE UNIQUE INDEX goals_tenant_id_strategy_id_position_key
  ON goals (tenant_id, strategy_id, "position") WHERE deleted_on IS NULL;
-- How a plan's goals stand.
CREATE INDEX goals_tenant_id_strategy_id_status_idx ON goals (tenant_id, strategy_id, status);
-- Finds goals whose day is near.
CREATE INDEX goals_tenant_id_status_due_on_idx ON goals (tenant_id, status, due_on);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.goals_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."strategies" AS target WHERE target."id" = NEW."strategy_id" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."strategy_id" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."strategies" AS target
    WHERE target."id" = NEW."strategy_id" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('goals', 'strategy_id', 'strategies', 'goals_tenant_id_strategy_id_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.goals_check_references() IS 'Refuses a row of goals that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.goals_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.goals_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.goals_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."goals" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  IF EXISTS (
    SELECT FROM public."campaigns" AS child
    WHERE child."tenant_id" = NEW."tenant_id" AND child."goal_id" = NEW."id" AND child."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_deletion('campaigns', 'goal_id', 'goals', 'campaigns_tenant_id_goal_id_fkey');
  END IF;
  UPDATE public."deliverables" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."goal_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.goals_soft_delete() IS 'Before a row of goals counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.goals_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.goals_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON goals FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON goals FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.created_on IS DISTINCT FROM NEW.created_on
    OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change('goals', 'id', 'ref_id', 'tenant_id', 'created_on', 'created_by');
-- A new row begins as planned.
CREATE TRIGGER lifecycle_start AFTER INSERT ON goals FOR EACH ROW
  WHEN (NEW.status <> 'planned' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('goals', 'status', 'planned');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON goals FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('goals', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON goals FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('goals', 'status', 'Goal', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON goals FOR EACH ROW
  EXECUTE FUNCTION stowage.goals_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON goals FOR EACH ROW
  WHEN (OLD.strategy_id IS DISTINCT FROM NEW.strategy_id OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.goals_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON goals FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.goals_soft_delete();

ALTER TABLE goals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON goals FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON goals FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON goals FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON goals TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON goals TO leadmetrics_loader;
GRANT SELECT ON goals TO leadmetrics_backup;

-- The rows of goals that are not deleted.
CREATE VIEW live_goals WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, strategy_id, "position", title, description, metric, direction, baseline_value,
    target_value, current_value, currency, measured_on, due_on, status, created_on, created_by, updated_on, updated_by,
    revision, deleted_on, deleted_by
  FROM goals
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_goals IS 'The rows of goals that are not deleted.';
REVOKE ALL ON live_goals FROM PUBLIC;
GRANT SELECT ON live_goals TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- strategies ----------------------------------------------------------------------------------------------------------
-- One version of a tenant's marketing plan.
-- In PostgreSQL: approval and replacement of a version must happen at once and for all
-- More of each record: the collection strategies_content of MongoDB and objects in S3.
-- Life cycle of status, from draft: draft -> in_review; in_review -> draft | approved | rejected; approved -> active |
-- superseded; active -> superseded.
-- Soft delete: a row lives while deleted_on is empty.

CREATE TABLE strategies (
  id               uuid                 NOT NULL,
  ref_id           char(26) COLLATE "C" NOT NULL
    CONSTRAINT strategies_ref_id_check CHECK (ref_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  tenant_id        uuid                 NOT NULL,
  version          integer              NOT NULL
    CONSTRAINT strategies_version_check CHECK (version >= 1),
  title            varchar(200)         NOT NULL,
  status           text COLLATE "C"     NOT NULL DEFAULT 'draft'
    CONSTRAINT strategies_status_check CHECK (status IN (
      'draft', 'in_review', 'approved', 'active', 'superseded', 'rejected'
    )),
  starts_on        date                 NOT NULL,
  ends_on          date,
  submitted_on     timestamptz(3),
  approved_by      uuid,
  approved_on      timestamptz(3),
  activated_on     timestamptz(3),
  superseded_on    timestamptz(3),
  rejection_reason varchar(2000),
  content_ref      char(24) COLLATE "C"
    CONSTRAINT strategies_content_ref_check CHECK (content_ref ~ '^[0-9a-f]{24}$'),
  created_on       timestamptz(3)       NOT NULL DEFAULT now(),
  created_by       uuid,
  updated_on       timestamptz(3)       NOT NULL DEFAULT now(),
  updated_by       uuid,
  revision         integer              NOT NULL DEFAULT 0
    CONSTRAINT strategies_revision_check CHECK (revision >= 0),
  deleted_on       timestamptz(3),
  deleted_by       uuid,

  CONSTRAINT strategies_pkey PRIMARY KEY (id),
  CONSTRAINT strategies_ref_id_key UNIQUE (ref_id),
  CONSTRAINT strategies_tenant_id_id_key UNIQUE (tenant_id, id),
  -- A number is never given twice.
  CONSTRAINT strategies_tenant_id_version_key UNIQUE (tenant_id, version)
);

COMMENT ON TABLE strategies IS 'One version of a tenant''s marketing plan.';
COMMENT ON COLUMN strategies.id               IS 'Internal key; used by joins and never shown outside.';
COMMENT ON COLUMN strategies.ref_id           IS 'Public id; the only one in URLs and APIs and object keys.';
COMMENT ON COLUMN strategies.tenant_id        IS 'The tenant it belongs to.';
COMMENT ON COLUMN strategies.version          IS 'Counts the tenant''s strategies.';
COMMENT ON COLUMN strategies.title            IS 'What the plan is called.';
COMMENT ON COLUMN strategies.status           IS 'Where this version stands.';
COMMENT ON COLUMN strategies.starts_on        IS 'First day it is meant for.';
COMMENT ON COLUMN strategies.ends_on          IS 'Last day it is meant for.';
COMMENT ON COLUMN strategies.submitted_on     IS 'When the customer was asked.';
COMMENT ON COLUMN strategies.approved_by      IS 'Who accepted it for the tenant.';
COMMENT ON COLUMN strategies.approved_on      IS 'When it was accepted.';
COMMENT ON COLUMN strategies.activated_on     IS 'When it came into force.';
COMMENT ON COLUMN strategies.superseded_on    IS 'When a later version took its place.';
COMMENT ON COLUMN strategies.rejection_reason IS 'Why it was turned down.';
COMMENT ON COLUMN strategies.content_ref      IS 'Outline and pointer to the text; empty until the first draft.';
COMMENT ON COLUMN strategies.created_on       IS 'When the record was made.';
COMMENT ON COLUMN strategies.created_by       IS 'Who made it; empty where no user of the tenant acted.';
COMMENT ON COLUMN strategies.updated_on       IS 'When it last changed; set with each change and never by hand.';
COMMENT ON COLUMN strategies.updated_by       IS 'Who changed it last; empty where no user of the tenant acted.';
COMMENT ON COLUMN strategies.revision         IS 'Counts its changes; a writer must name the one it read.';
COMMENT ON COLUMN strategies.deleted_on       IS 'When it was deleted; empty while it lives.';
COMMENT ON COLUMN strategies.deleted_by       IS 'Who deleted it.';

-- One plan in force for each tenant.
CREATE UNIQUE INDEX one_active_strategy ON strategies (tenant_id) WHERE deleted_on IS NULL AND status = 'active';
-- Lists versions by standing.
CREATE INDEX strategies_tenant_id_status_created_on_idx ON strategies (tenant_id, status, created_on DESC);

CREATE INDEX strategies_tenant_id_approved_by_approved_on_idx ON strategies (tenant_id, approved_by, approved_on DESC);

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.strategies_check_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.
    PERFORM FROM public."users" AS target WHERE target."id" = NEW."approved_by" FOR KEY SHARE;
  END IF;
  IF NEW."deleted_on" IS NULL AND NEW."approved_by" IS NOT NULL AND NOT EXISTS (
    SELECT FROM public."users" AS target
    WHERE target."id" = NEW."approved_by" AND target."deleted_on" IS NULL
  ) THEN
    PERFORM stowage.refuse_reference('strategies', 'approved_by', 'users', 'strategies_tenant_id_approved_by_fkey', 'deleted');
  END IF;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.strategies_check_references() IS 'Refuses a row of strategies that refers to what is deleted, or to what is another tenant''s.';
REVOKE ALL ON FUNCTION stowage.strategies_check_references() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.strategies_check_references() TO leadmetrics_owner;

CREATE FUNCTION stowage.strategies_soft_delete() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $body$
BEGIN
  -- Wait for whoever has just referred to the row, and make wait whoever is about to.
  PERFORM FROM public."strategies" AS own WHERE own."id" = NEW."id" FOR UPDATE;
  UPDATE public."goals" AS child SET "deleted_on" = NEW."deleted_on", "deleted_by" = NEW."deleted_by"
  WHERE child."tenant_id" = NEW."tenant_id" AND child."strategy_id" = NEW."id" AND child."deleted_on" IS NULL;
  RETURN NULL;
END
$body$;
COMMENT ON FUNCTION stowage.strategies_soft_delete() IS 'Before a row of strategies counts as deleted: refuses while live rows hang on it, or deletes them with it.';
REVOKE ALL ON FUNCTION stowage.strategies_soft_delete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.strategies_soft_delete() TO leadmetrics_owner;

SET ROLE leadmetrics_owner;

-- Keeps updated_on and revision.
CREATE TRIGGER zz_keep_changes BEFORE INSERT OR UPDATE ON strategies FOR EACH ROW
  WHEN (CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.keep_updated_on_revision();
-- Keys and whatever is fixed never change.
CREATE TRIGGER immutable AFTER UPDATE ON strategies FOR EACH ROW
  WHEN (
    OLD.id IS DISTINCT FROM NEW.id OR OLD.ref_id IS DISTINCT FROM NEW.ref_id
    OR OLD.tenant_id IS DISTINCT FROM NEW.tenant_id OR OLD.version IS DISTINCT FROM NEW.version
    OR OLD.created_on IS DISTINCT FROM NEW.created_on OR OLD.created_by IS DISTINCT FROM NEW.created_by
  )
  EXECUTE FUNCTION stowage.refuse_immutable_change(
    'strategies', 'id', 'ref_id', 'tenant_id', 'version', 'created_on', 'created_by'
  );
-- A new row begins as draft.
CREATE TRIGGER lifecycle_start AFTER INSERT ON strategies FOR EACH ROW
  WHEN (NEW.status <> 'draft' AND CURRENT_USER <> 'leadmetrics_loader')
  EXECUTE FUNCTION stowage.refuse_start('strategies', 'status', 'draft');
-- It moves as stowage.lifecycle_moves says.
CREATE TRIGGER lifecycle_move AFTER UPDATE ON strategies FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.check_move_of_status('strategies', 'status');
-- The outbox tells of every move.
CREATE TRIGGER record_move AFTER UPDATE ON strategies FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION stowage.record_move('strategies', 'status', 'Strategy', 'tenant_id', 'ref_id', 'updated_by');
-- What it refers to is there for its tenant, and lives.
CREATE TRIGGER references_on_insert AFTER INSERT ON strategies FOR EACH ROW
  WHEN (NEW.approved_by IS NOT NULL)
  EXECUTE FUNCTION stowage.strategies_check_references();
-- So it stays, and a row that comes back is judged anew.
CREATE TRIGGER references_on_update AFTER UPDATE ON strategies FOR EACH ROW
  WHEN (OLD.approved_by IS DISTINCT FROM NEW.approved_by OR (OLD.deleted_on IS NOT NULL AND NEW.deleted_on IS NULL))
  EXECUTE FUNCTION stowage.strategies_check_references();
-- No live row hangs on a deleted one.
CREATE TRIGGER soft_delete AFTER UPDATE ON strategies FOR EACH ROW
  WHEN (OLD.deleted_on IS NULL AND NEW.deleted_on IS NOT NULL)
  EXECUTE FUNCTION stowage.strategies_soft_delete();

ALTER TABLE strategies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees and writes its own rows.
CREATE POLICY own_rows ON strategies FOR ALL
  TO leadmetrics_app, leadmetrics_loader
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Jobs for all tenants see and write every row.
CREATE POLICY system_rows ON strategies FOR ALL
  TO leadmetrics_system
  USING (true)
  WITH CHECK (true);

REVOKE ALL ON strategies FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON strategies TO leadmetrics_app, leadmetrics_system;
GRANT SELECT, INSERT ON strategies TO leadmetrics_loader;
GRANT SELECT ON strategies TO leadmetrics_backup;

-- The rows of strategies that are not deleted.
CREATE VIEW live_strategies WITH (security_invoker = true) AS
  SELECT id, ref_id, tenant_id, version, title, status, starts_on, ends_on, submitted_on, approved_by, approved_on,
    activated_on, superseded_on, rejection_reason, content_ref, created_on, created_by, updated_on, updated_by,
    revision, deleted_on, deleted_by
  FROM strategies
  WHERE deleted_on IS NULL;
COMMENT ON VIEW live_strategies IS 'The rows of strategies that are not deleted.';
REVOKE ALL ON live_strategies FROM PUBLIC;
GRANT SELECT ON live_strategies TO leadmetrics_app, leadmetrics_system, leadmetrics_loader, leadmetrics_backup;

-- References ==========================================================================================================

ALTER TABLE invoices
  ADD CONSTRAINT invoices_tenant_id_fkey                 FOREIGN KEY (tenant_id)                  REFERENCES tenants (id)                  ON DELETE RESTRICT,
  ADD CONSTRAINT invoices_tenant_id_subscription_id_fkey FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscriptions (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT invoices_tenant_id_created_by_fkey      FOREIGN KEY (tenant_id, created_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT invoices_tenant_id_updated_by_fkey      FOREIGN KEY (tenant_id, updated_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT;

ALTER TABLE invoice_lines
  ADD CONSTRAINT invoice_lines_tenant_id_fkey            FOREIGN KEY (tenant_id)             REFERENCES tenants (id)             ON DELETE RESTRICT,
  ADD CONSTRAINT invoice_lines_tenant_id_invoice_id_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id) ON DELETE CASCADE,
  ADD CONSTRAINT invoice_lines_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id)    ON DELETE RESTRICT,
  ADD CONSTRAINT invoice_lines_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users (tenant_id, id)    ON DELETE RESTRICT;

ALTER TABLE plans
  ADD CONSTRAINT plans_created_by_fkey FOREIGN KEY (created_by) REFERENCES users (id) ON DELETE RESTRICT,
  ADD CONSTRAINT plans_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users (id) ON DELETE RESTRICT,
  ADD CONSTRAINT plans_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES users (id) ON DELETE RESTRICT;

ALTER TABLE subscriptions
  ADD CONSTRAINT subscriptions_tenant_id_fkey            FOREIGN KEY (tenant_id)             REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT subscriptions_plan_id_fkey              FOREIGN KEY (plan_id)               REFERENCES plans (id)            ON DELETE RESTRICT,
  ADD CONSTRAINT subscriptions_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT subscriptions_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE usage_records
  ADD CONSTRAINT usage_records_tenant_id_fkey                 FOREIGN KEY (tenant_id)                  REFERENCES tenants (id)                  ON DELETE RESTRICT,
  ADD CONSTRAINT usage_records_tenant_id_subscription_id_fkey FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscriptions (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT usage_records_tenant_id_created_by_fkey      FOREIGN KEY (tenant_id, created_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT;

ALTER TABLE leads
  ADD CONSTRAINT leads_tenant_id_fkey                FOREIGN KEY (tenant_id)                 REFERENCES tenants (id)                 ON DELETE RESTRICT,
  ADD CONSTRAINT leads_tenant_id_channel_id_fkey     FOREIGN KEY (tenant_id, channel_id)     REFERENCES channels (tenant_id, id)     ON DELETE RESTRICT,
  ADD CONSTRAINT leads_tenant_id_campaign_id_fkey    FOREIGN KEY (tenant_id, campaign_id)    REFERENCES campaigns (tenant_id, id)    ON DELETE RESTRICT,
  ADD CONSTRAINT leads_tenant_id_ad_campaign_id_fkey FOREIGN KEY (tenant_id, ad_campaign_id) REFERENCES ad_campaigns (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT leads_tenant_id_handled_by_fkey     FOREIGN KEY (tenant_id, handled_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT,
  ADD CONSTRAINT leads_tenant_id_created_by_fkey     FOREIGN KEY (tenant_id, created_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT,
  ADD CONSTRAINT leads_tenant_id_updated_by_fkey     FOREIGN KEY (tenant_id, updated_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT,
  ADD CONSTRAINT leads_tenant_id_deleted_by_fkey     FOREIGN KEY (tenant_id, deleted_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT;

ALTER TABLE lead_activities
  ADD CONSTRAINT lead_activities_tenant_id_fkey            FOREIGN KEY (tenant_id)             REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT lead_activities_tenant_id_lead_id_fkey    FOREIGN KEY (tenant_id, lead_id)    REFERENCES leads (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT lead_activities_tenant_id_handled_by_fkey FOREIGN KEY (tenant_id, handled_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT lead_activities_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE campaigns
  ADD CONSTRAINT campaigns_tenant_id_fkey            FOREIGN KEY (tenant_id)             REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT campaigns_tenant_id_goal_id_fkey    FOREIGN KEY (tenant_id, goal_id)    REFERENCES goals (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT campaigns_tenant_id_managed_by_fkey FOREIGN KEY (tenant_id, managed_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT campaigns_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT campaigns_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT campaigns_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE channels
  ADD CONSTRAINT channels_tenant_id_fkey              FOREIGN KEY (tenant_id)               REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT channels_tenant_id_connected_by_fkey FOREIGN KEY (tenant_id, connected_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT channels_tenant_id_created_by_fkey   FOREIGN KEY (tenant_id, created_by)   REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT channels_tenant_id_updated_by_fkey   FOREIGN KEY (tenant_id, updated_by)   REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT channels_tenant_id_deleted_by_fkey   FOREIGN KEY (tenant_id, deleted_by)   REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE channel_scores
  ADD CONSTRAINT channel_scores_tenant_id_fkey            FOREIGN KEY (tenant_id)             REFERENCES tenants (id)             ON DELETE RESTRICT,
  ADD CONSTRAINT channel_scores_tenant_id_channel_id_fkey FOREIGN KEY (tenant_id, channel_id) REFERENCES channels (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT channel_scores_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id)    ON DELETE RESTRICT,
  ADD CONSTRAINT channel_scores_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users (tenant_id, id)    ON DELETE RESTRICT,
  ADD CONSTRAINT channel_scores_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users (tenant_id, id)    ON DELETE RESTRICT;

ALTER TABLE backlinks
  ADD CONSTRAINT backlinks_tenant_id_fkey             FOREIGN KEY (tenant_id)              REFERENCES tenants (id)               ON DELETE RESTRICT,
  ADD CONSTRAINT backlinks_tenant_id_activity_id_fkey FOREIGN KEY (tenant_id, activity_id) REFERENCES activities (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT backlinks_tenant_id_created_by_fkey  FOREIGN KEY (tenant_id, created_by)  REFERENCES users (tenant_id, id)      ON DELETE RESTRICT,
  ADD CONSTRAINT backlinks_tenant_id_updated_by_fkey  FOREIGN KEY (tenant_id, updated_by)  REFERENCES users (tenant_id, id)      ON DELETE RESTRICT,
  ADD CONSTRAINT backlinks_tenant_id_deleted_by_fkey  FOREIGN KEY (tenant_id, deleted_by)  REFERENCES users (tenant_id, id)      ON DELETE RESTRICT;

ALTER TABLE blog_posts
  ADD CONSTRAINT blog_posts_tenant_id_fkey                 FOREIGN KEY (tenant_id)                  REFERENCES tenants (id)                  ON DELETE RESTRICT,
  ADD CONSTRAINT blog_posts_tenant_id_blog_request_id_fkey FOREIGN KEY (tenant_id, blog_request_id) REFERENCES blog_requests (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT blog_posts_tenant_id_channel_id_fkey      FOREIGN KEY (tenant_id, channel_id)      REFERENCES channels (tenant_id, id)      ON DELETE RESTRICT,
  ADD CONSTRAINT blog_posts_tenant_id_activity_id_fkey     FOREIGN KEY (tenant_id, activity_id)     REFERENCES activities (tenant_id, id)    ON DELETE RESTRICT,
  ADD CONSTRAINT blog_posts_tenant_id_created_by_fkey      FOREIGN KEY (tenant_id, created_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT blog_posts_tenant_id_updated_by_fkey      FOREIGN KEY (tenant_id, updated_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT blog_posts_tenant_id_deleted_by_fkey      FOREIGN KEY (tenant_id, deleted_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT blog_posts_tenant_id_reviewed_by_fkey     FOREIGN KEY (tenant_id, reviewed_by)     REFERENCES users (tenant_id, id)         ON DELETE RESTRICT;

ALTER TABLE blog_requests
  ADD CONSTRAINT blog_requests_tenant_id_fkey                       FOREIGN KEY (tenant_id)                        REFERENCES tenants (id)                        ON DELETE RESTRICT,
  ADD CONSTRAINT blog_requests_tenant_id_channel_id_fkey            FOREIGN KEY (tenant_id, channel_id)            REFERENCES channels (tenant_id, id)            ON DELETE RESTRICT,
  ADD CONSTRAINT blog_requests_tenant_id_deliverable_period_id_fkey FOREIGN KEY (tenant_id, deliverable_period_id) REFERENCES deliverable_periods (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT blog_requests_tenant_id_campaign_id_fkey           FOREIGN KEY (tenant_id, campaign_id)           REFERENCES campaigns (tenant_id, id)           ON DELETE RESTRICT,
  ADD CONSTRAINT blog_requests_tenant_id_requested_by_fkey          FOREIGN KEY (tenant_id, requested_by)          REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT blog_requests_tenant_id_created_by_fkey            FOREIGN KEY (tenant_id, created_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT blog_requests_tenant_id_updated_by_fkey            FOREIGN KEY (tenant_id, updated_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT blog_requests_tenant_id_deleted_by_fkey            FOREIGN KEY (tenant_id, deleted_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT;

ALTER TABLE social_media_requests
  ADD CONSTRAINT social_media_requests_tenant_id_fkey                       FOREIGN KEY (tenant_id)                        REFERENCES tenants (id)                        ON DELETE RESTRICT,
  ADD CONSTRAINT social_media_requests_tenant_id_channel_id_fkey            FOREIGN KEY (tenant_id, channel_id)            REFERENCES channels (tenant_id, id)            ON DELETE RESTRICT,
  ADD CONSTRAINT social_media_requests_tenant_id_deliverable_period_id_fkey FOREIGN KEY (tenant_id, deliverable_period_id) REFERENCES deliverable_periods (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT social_media_requests_tenant_id_campaign_id_fkey           FOREIGN KEY (tenant_id, campaign_id)           REFERENCES campaigns (tenant_id, id)           ON DELETE RESTRICT,
  ADD CONSTRAINT social_media_requests_tenant_id_requested_by_fkey          FOREIGN KEY (tenant_id, requested_by)          REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT social_media_requests_tenant_id_created_by_fkey            FOREIGN KEY (tenant_id, created_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT social_media_requests_tenant_id_updated_by_fkey            FOREIGN KEY (tenant_id, updated_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT social_media_requests_tenant_id_deleted_by_fkey            FOREIGN KEY (tenant_id, deleted_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT;

ALTER TABLE social_posts
  ADD CONSTRAINT social_posts_tenant_id_fkey                         FOREIGN KEY (tenant_id)                          REFERENCES tenants (id)                          ON DELETE RESTRICT,
  ADD CONSTRAINT social_posts_tenant_id_social_media_request_id_fkey FOREIGN KEY (tenant_id, social_media_request_id) REFERENCES social_media_requests (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT social_posts_tenant_id_channel_id_fkey              FOREIGN KEY (tenant_id, channel_id)              REFERENCES channels (tenant_id, id)              ON DELETE RESTRICT,
  ADD CONSTRAINT social_posts_tenant_id_activity_id_fkey             FOREIGN KEY (tenant_id, activity_id)             REFERENCES activities (tenant_id, id)            ON DELETE RESTRICT,
  ADD CONSTRAINT social_posts_tenant_id_created_by_fkey              FOREIGN KEY (tenant_id, created_by)              REFERENCES users (tenant_id, id)                 ON DELETE RESTRICT,
  ADD CONSTRAINT social_posts_tenant_id_updated_by_fkey              FOREIGN KEY (tenant_id, updated_by)              REFERENCES users (tenant_id, id)                 ON DELETE RESTRICT,
  ADD CONSTRAINT social_posts_tenant_id_deleted_by_fkey              FOREIGN KEY (tenant_id, deleted_by)              REFERENCES users (tenant_id, id)                 ON DELETE RESTRICT,
  ADD CONSTRAINT social_posts_tenant_id_reviewed_by_fkey             FOREIGN KEY (tenant_id, reviewed_by)             REFERENCES users (tenant_id, id)                 ON DELETE RESTRICT;

ALTER TABLE contracts
  ADD CONSTRAINT contracts_tenant_id_fkey             FOREIGN KEY (tenant_id)              REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT contracts_tenant_id_accepted_by_fkey FOREIGN KEY (tenant_id, accepted_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT contracts_tenant_id_created_by_fkey  FOREIGN KEY (tenant_id, created_by)  REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE sessions
  ADD CONSTRAINT sessions_tenant_id_fkey            FOREIGN KEY (tenant_id)             REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT sessions_tenant_id_opened_by_fkey  FOREIGN KEY (tenant_id, opened_by)  REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT sessions_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT sessions_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT sessions_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE tenants
  ADD CONSTRAINT tenants_created_by_fkey FOREIGN KEY (id, created_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT tenants_updated_by_fkey FOREIGN KEY (id, updated_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT tenants_deleted_by_fkey FOREIGN KEY (id, deleted_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE users
  ADD CONSTRAINT users_tenant_id_fkey            FOREIGN KEY (tenant_id)             REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT users_tenant_id_invited_by_fkey FOREIGN KEY (tenant_id, invited_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT users_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT users_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT users_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE onboarding_runs
  ADD CONSTRAINT onboarding_runs_tenant_id_fkey             FOREIGN KEY (tenant_id)              REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT onboarding_runs_tenant_id_created_by_fkey  FOREIGN KEY (tenant_id, created_by)  REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT onboarding_runs_tenant_id_updated_by_fkey  FOREIGN KEY (tenant_id, updated_by)  REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT onboarding_runs_tenant_id_deleted_by_fkey  FOREIGN KEY (tenant_id, deleted_by)  REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT onboarding_runs_tenant_id_reviewed_by_fkey FOREIGN KEY (tenant_id, reviewed_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE agent_configs
  ADD CONSTRAINT agent_configs_tenant_id_fkey            FOREIGN KEY (tenant_id)             REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT agent_configs_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT agent_configs_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT agent_configs_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ad_campaigns
  ADD CONSTRAINT ad_campaigns_tenant_id_fkey             FOREIGN KEY (tenant_id)              REFERENCES tenants (id)              ON DELETE RESTRICT,
  ADD CONSTRAINT ad_campaigns_tenant_id_channel_id_fkey  FOREIGN KEY (tenant_id, channel_id)  REFERENCES channels (tenant_id, id)  ON DELETE RESTRICT,
  ADD CONSTRAINT ad_campaigns_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT ad_campaigns_tenant_id_created_by_fkey  FOREIGN KEY (tenant_id, created_by)  REFERENCES users (tenant_id, id)     ON DELETE RESTRICT,
  ADD CONSTRAINT ad_campaigns_tenant_id_updated_by_fkey  FOREIGN KEY (tenant_id, updated_by)  REFERENCES users (tenant_id, id)     ON DELETE RESTRICT,
  ADD CONSTRAINT ad_campaigns_tenant_id_deleted_by_fkey  FOREIGN KEY (tenant_id, deleted_by)  REFERENCES users (tenant_id, id)     ON DELETE RESTRICT;

ALTER TABLE ad_keywords
  ADD CONSTRAINT ad_keywords_tenant_id_fkey                FOREIGN KEY (tenant_id)                 REFERENCES tenants (id)                 ON DELETE RESTRICT,
  ADD CONSTRAINT ad_keywords_tenant_id_ad_campaign_id_fkey FOREIGN KEY (tenant_id, ad_campaign_id) REFERENCES ad_campaigns (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT ad_keywords_tenant_id_created_by_fkey     FOREIGN KEY (tenant_id, created_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT,
  ADD CONSTRAINT ad_keywords_tenant_id_updated_by_fkey     FOREIGN KEY (tenant_id, updated_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT,
  ADD CONSTRAINT ad_keywords_tenant_id_deleted_by_fkey     FOREIGN KEY (tenant_id, deleted_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT;

ALTER TABLE ad_optimization_recommendations
  ADD CONSTRAINT ad_optimization_recommendations_tenant_id_fkey                  FOREIGN KEY (tenant_id)                    REFERENCES tenants (id)                                ON DELETE RESTRICT,
  ADD CONSTRAINT ad_optimization_recommendations_tenant_id_ad_campaign_id_fkey   FOREIGN KEY (tenant_id, ad_campaign_id)    REFERENCES ad_campaigns (tenant_id, id)                ON DELETE RESTRICT,
  ADD CONSTRAINT ad_optimization_recommendations_tenant_id_ad_keyword_id_fkey    FOREIGN KEY (tenant_id, ad_keyword_id)     REFERENCES ad_keywords (tenant_id, id)                 ON DELETE RESTRICT,
  ADD CONSTRAINT ad_optimization_recommendations_tenant_id_classif_a522094c_fkey FOREIGN KEY (tenant_id, classification_id) REFERENCES search_term_classifications (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT ad_optimization_recommendations_tenant_id_created_by_fkey       FOREIGN KEY (tenant_id, created_by)        REFERENCES users (tenant_id, id)                       ON DELETE RESTRICT,
  ADD CONSTRAINT ad_optimization_recommendations_tenant_id_updated_by_fkey       FOREIGN KEY (tenant_id, updated_by)        REFERENCES users (tenant_id, id)                       ON DELETE RESTRICT,
  ADD CONSTRAINT ad_optimization_recommendations_tenant_id_deleted_by_fkey       FOREIGN KEY (tenant_id, deleted_by)        REFERENCES users (tenant_id, id)                       ON DELETE RESTRICT,
  ADD CONSTRAINT ad_optimization_recommendations_tenant_id_reviewed_by_fkey      FOREIGN KEY (tenant_id, reviewed_by)       REFERENCES users (tenant_id, id)                       ON DELETE RESTRICT;

ALTER TABLE search_term_classifications
  ADD CONSTRAINT search_term_classifications_tenant_id_fkey                      FOREIGN KEY (tenant_id)                        REFERENCES tenants (id)                        ON DELETE RESTRICT,
  ADD CONSTRAINT search_term_classifications_tenant_id_search_term_86d7479c_fkey FOREIGN KEY (tenant_id, search_term_report_id) REFERENCES search_term_reports (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT search_term_classifications_tenant_id_created_by_fkey           FOREIGN KEY (tenant_id, created_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT search_term_classifications_tenant_id_updated_by_fkey           FOREIGN KEY (tenant_id, updated_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT search_term_classifications_tenant_id_deleted_by_fkey           FOREIGN KEY (tenant_id, deleted_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT search_term_classifications_tenant_id_reviewed_by_fkey          FOREIGN KEY (tenant_id, reviewed_by)           REFERENCES users (tenant_id, id)               ON DELETE RESTRICT;

ALTER TABLE search_term_reports
  ADD CONSTRAINT search_term_reports_tenant_id_fkey               FOREIGN KEY (tenant_id)                REFERENCES tenants (id)                ON DELETE RESTRICT,
  ADD CONSTRAINT search_term_reports_tenant_id_ad_keyword_id_fkey FOREIGN KEY (tenant_id, ad_keyword_id) REFERENCES ad_keywords (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT search_term_reports_tenant_id_created_by_fkey    FOREIGN KEY (tenant_id, created_by)    REFERENCES users (tenant_id, id)       ON DELETE RESTRICT,
  ADD CONSTRAINT search_term_reports_tenant_id_updated_by_fkey    FOREIGN KEY (tenant_id, updated_by)    REFERENCES users (tenant_id, id)       ON DELETE RESTRICT,
  ADD CONSTRAINT search_term_reports_tenant_id_deleted_by_fkey    FOREIGN KEY (tenant_id, deleted_by)    REFERENCES users (tenant_id, id)       ON DELETE RESTRICT;

ALTER TABLE activities
  ADD CONSTRAINT activities_tenant_id_fkey                       FOREIGN KEY (tenant_id)                        REFERENCES tenants (id)                        ON DELETE RESTRICT,
  ADD CONSTRAINT activities_tenant_id_deliverable_period_id_fkey FOREIGN KEY (tenant_id, deliverable_period_id) REFERENCES deliverable_periods (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT activities_template_id_fkey                     FOREIGN KEY (template_id)                      REFERENCES activity_templates (id)             ON DELETE RESTRICT,
  ADD CONSTRAINT activities_tenant_id_handled_by_fkey            FOREIGN KEY (tenant_id, handled_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT activities_tenant_id_created_by_fkey            FOREIGN KEY (tenant_id, created_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT activities_tenant_id_updated_by_fkey            FOREIGN KEY (tenant_id, updated_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT activities_tenant_id_deleted_by_fkey            FOREIGN KEY (tenant_id, deleted_by)            REFERENCES users (tenant_id, id)               ON DELETE RESTRICT,
  ADD CONSTRAINT activities_tenant_id_reviewed_by_fkey           FOREIGN KEY (tenant_id, reviewed_by)           REFERENCES users (tenant_id, id)               ON DELETE RESTRICT;

ALTER TABLE activity_runs
  ADD CONSTRAINT activity_runs_tenant_id_fkey                 FOREIGN KEY (tenant_id)                  REFERENCES tenants (id)                  ON DELETE RESTRICT,
  ADD CONSTRAINT activity_runs_tenant_id_activity_id_fkey     FOREIGN KEY (tenant_id, activity_id)     REFERENCES activities (tenant_id, id)    ON DELETE RESTRICT,
  ADD CONSTRAINT activity_runs_tenant_id_agent_config_id_fkey FOREIGN KEY (tenant_id, agent_config_id) REFERENCES agent_configs (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT activity_runs_tenant_id_created_by_fkey      FOREIGN KEY (tenant_id, created_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT activity_runs_tenant_id_updated_by_fkey      FOREIGN KEY (tenant_id, updated_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT activity_runs_tenant_id_deleted_by_fkey      FOREIGN KEY (tenant_id, deleted_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT;

ALTER TABLE activity_templates
  ADD CONSTRAINT activity_templates_tenant_id_fkey                  FOREIGN KEY (tenant_id)                  REFERENCES tenants (id)                  ON DELETE RESTRICT,
  ADD CONSTRAINT activity_templates_source_id_fkey                  FOREIGN KEY (source_id)                  REFERENCES activity_templates (id)       ON DELETE RESTRICT,
  ADD CONSTRAINT activity_templates_recurring_task_template_id_fkey FOREIGN KEY (recurring_task_template_id) REFERENCES recurring_task_templates (id) ON DELETE RESTRICT,
  ADD CONSTRAINT activity_templates_tenant_id_created_by_fkey       FOREIGN KEY (tenant_id, created_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT activity_templates_tenant_id_updated_by_fkey       FOREIGN KEY (tenant_id, updated_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT activity_templates_tenant_id_deleted_by_fkey       FOREIGN KEY (tenant_id, deleted_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT;

ALTER TABLE llm_calls
  ADD CONSTRAINT llm_calls_tenant_id_fkey                 FOREIGN KEY (tenant_id)                  REFERENCES tenants (id)                  ON DELETE RESTRICT,
  ADD CONSTRAINT llm_calls_tenant_id_activity_run_id_fkey FOREIGN KEY (tenant_id, activity_run_id) REFERENCES activity_runs (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT llm_calls_tenant_id_agent_config_id_fkey FOREIGN KEY (tenant_id, agent_config_id) REFERENCES agent_configs (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT llm_calls_tenant_id_created_by_fkey      FOREIGN KEY (tenant_id, created_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT;

ALTER TABLE recurring_task_templates
  ADD CONSTRAINT recurring_task_templates_tenant_id_fkey            FOREIGN KEY (tenant_id)             REFERENCES tenants (id)                  ON DELETE RESTRICT,
  ADD CONSTRAINT recurring_task_templates_source_id_fkey            FOREIGN KEY (source_id)             REFERENCES recurring_task_templates (id) ON DELETE RESTRICT,
  ADD CONSTRAINT recurring_task_templates_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT recurring_task_templates_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT recurring_task_templates_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users (tenant_id, id)         ON DELETE RESTRICT;

ALTER TABLE tool_calls
  ADD CONSTRAINT tool_calls_tenant_id_fkey                 FOREIGN KEY (tenant_id)                  REFERENCES tenants (id)                  ON DELETE RESTRICT,
  ADD CONSTRAINT tool_calls_tenant_id_activity_id_fkey     FOREIGN KEY (tenant_id, activity_id)     REFERENCES activities (tenant_id, id)    ON DELETE RESTRICT,
  ADD CONSTRAINT tool_calls_tenant_id_activity_run_id_fkey FOREIGN KEY (tenant_id, activity_run_id) REFERENCES activity_runs (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT tool_calls_tenant_id_channel_id_fkey      FOREIGN KEY (tenant_id, channel_id)      REFERENCES channels (tenant_id, id)      ON DELETE RESTRICT,
  ADD CONSTRAINT tool_calls_tenant_id_created_by_fkey      FOREIGN KEY (tenant_id, created_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT;

ALTER TABLE deliverables
  ADD CONSTRAINT deliverables_tenant_id_fkey                  FOREIGN KEY (tenant_id)                  REFERENCES tenants (id)                  ON DELETE RESTRICT,
  ADD CONSTRAINT deliverables_tenant_id_goal_id_fkey          FOREIGN KEY (tenant_id, goal_id)         REFERENCES goals (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT deliverables_tenant_id_channel_id_fkey       FOREIGN KEY (tenant_id, channel_id)      REFERENCES channels (tenant_id, id)      ON DELETE RESTRICT,
  ADD CONSTRAINT deliverables_recurring_task_template_id_fkey FOREIGN KEY (recurring_task_template_id) REFERENCES recurring_task_templates (id) ON DELETE RESTRICT,
  ADD CONSTRAINT deliverables_tenant_id_created_by_fkey       FOREIGN KEY (tenant_id, created_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT deliverables_tenant_id_updated_by_fkey       FOREIGN KEY (tenant_id, updated_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT,
  ADD CONSTRAINT deliverables_tenant_id_deleted_by_fkey       FOREIGN KEY (tenant_id, deleted_by)      REFERENCES users (tenant_id, id)         ON DELETE RESTRICT;

ALTER TABLE deliverable_periods
  ADD CONSTRAINT deliverable_periods_tenant_id_fkey                FOREIGN KEY (tenant_id)                 REFERENCES tenants (id)                 ON DELETE RESTRICT,
  ADD CONSTRAINT deliverable_periods_tenant_id_deliverable_id_fkey FOREIGN KEY (tenant_id, deliverable_id) REFERENCES deliverables (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT deliverable_periods_tenant_id_created_by_fkey     FOREIGN KEY (tenant_id, created_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT,
  ADD CONSTRAINT deliverable_periods_tenant_id_updated_by_fkey     FOREIGN KEY (tenant_id, updated_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT,
  ADD CONSTRAINT deliverable_periods_tenant_id_deleted_by_fkey     FOREIGN KEY (tenant_id, deleted_by)     REFERENCES users (tenant_id, id)        ON DELETE RESTRICT;

ALTER TABLE goals
  ADD CONSTRAINT goals_tenant_id_fkey             FOREIGN KEY (tenant_id)              REFERENCES tenants (id)               ON DELETE RESTRICT,
  ADD CONSTRAINT goals_tenant_id_strategy_id_fkey FOREIGN KEY (tenant_id, strategy_id) REFERENCES strategies (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT goals_tenant_id_created_by_fkey  FOREIGN KEY (tenant_id, created_by)  REFERENCES users (tenant_id, id)      ON DELETE RESTRICT,
  ADD CONSTRAINT goals_tenant_id_updated_by_fkey  FOREIGN KEY (tenant_id, updated_by)  REFERENCES users (tenant_id, id)      ON DELETE RESTRICT,
  ADD CONSTRAINT goals_tenant_id_deleted_by_fkey  FOREIGN KEY (tenant_id, deleted_by)  REFERENCES users (tenant_id, id)      ON DELETE RESTRICT;

ALTER TABLE strategies
  ADD CONSTRAINT strategies_tenant_id_fkey             FOREIGN KEY (tenant_id)              REFERENCES tenants (id)          ON DELETE RESTRICT,
  ADD CONSTRAINT strategies_tenant_id_approved_by_fkey FOREIGN KEY (tenant_id, approved_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT strategies_tenant_id_created_by_fkey  FOREIGN KEY (tenant_id, created_by)  REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT strategies_tenant_id_updated_by_fkey  FOREIGN KEY (tenant_id, updated_by)  REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
  ADD CONSTRAINT strategies_tenant_id_deleted_by_fkey  FOREIGN KEY (tenant_id, deleted_by)  REFERENCES users (tenant_id, id) ON DELETE RESTRICT;

-- Looked up before the tenant is known ================================================================================

-- With the rights of leadmetrics_system, whoever calls:
SET ROLE leadmetrics_system;

CREATE FUNCTION stowage.find_sessions_by_token_hash(wanted varchar) RETURNS TABLE(tenant_id uuid, ref_id character)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $body$
  SELECT found."tenant_id", found."ref_id"
  FROM public."sessions" AS found
  WHERE found."token_hash" = $1 COLLATE pg_catalog."default" AND found."deleted_on" IS NULL
$body$;
COMMENT ON FUNCTION stowage.find_sessions_by_token_hash(varchar) IS 'Finds the live rows of sessions by token_hash before the tenant is known.';
REVOKE ALL ON FUNCTION stowage.find_sessions_by_token_hash(varchar) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.find_sessions_by_token_hash(varchar) TO leadmetrics_app, leadmetrics_system;

CREATE FUNCTION stowage.find_tenants_by_ref_id(wanted character) RETURNS TABLE(tenant_id uuid, ref_id character)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $body$
  SELECT found."id", found."ref_id"
  FROM public."tenants" AS found
  WHERE found."ref_id" = $1 COLLATE pg_catalog."C" AND found."deleted_on" IS NULL
$body$;
COMMENT ON FUNCTION stowage.find_tenants_by_ref_id(character) IS 'Finds the live rows of tenants by ref_id before the tenant is known.';
REVOKE ALL ON FUNCTION stowage.find_tenants_by_ref_id(character) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.find_tenants_by_ref_id(character) TO leadmetrics_app, leadmetrics_system;

CREATE FUNCTION stowage.find_users_by_email(wanted text) RETURNS TABLE(tenant_id uuid, ref_id character)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $body$
  SELECT found."tenant_id", found."ref_id"
  FROM public."users" AS found
  WHERE found."email" = $1 COLLATE pg_catalog."default" AND found."deleted_on" IS NULL
$body$;
COMMENT ON FUNCTION stowage.find_users_by_email(text) IS 'Finds the live rows of users by email before the tenant is known.';
REVOKE ALL ON FUNCTION stowage.find_users_by_email(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stowage.find_users_by_email(text) TO leadmetrics_app, leadmetrics_system;

SET ROLE leadmetrics_owner;

-- At the end ==========================================================================================================

SELECT stowage.ensure_partitions();

REVOKE CREATE ON SCHEMA stowage FROM leadmetrics_system;
RESET ROLE;
RESET standard_conforming_strings;
RESET search_path;
