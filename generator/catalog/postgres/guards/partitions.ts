import { derivedIdentifier } from '../../../front/resolve/physical-name.ts'
import type { PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import { quoteLiteral } from '../../../print/sql/quote.ts'
import type { Qualified, SqlFunction } from '../../../print/sql/tree.ts'
import { tableOf } from '../names.ts'

const ensurePartitions: Qualified = { schema: 'stowage', name: 'ensure_partitions' }

/** Room for what follows the stem of a partition's name: `_2026_01`. */
const longestEnding = 'default'

/** A table whose rows lie in one partition for each month. */
export interface Partitioned {
  readonly table: string
  /** What the names of its partitions begin with, short enough for what follows. */
  readonly stem: string
}

export function partitionedOf(entity: PostgresEntity): Partitioned | undefined {
  if (entity.postgres.partition === undefined) return undefined
  const table = tableOf(entity).name
  return { table, stem: derivedIdentifier(table, longestEnding).text.slice(0, -longestEnding.length - 1) }
}

/**
 * Makes the partitions of the months to come, and warns of each that cannot be made, since rows of its month lie in the
 * default partition. They lie in the schema `stowage`, so that no table of the spec has their
 * name, and are closed: row level security without a policy, and no grants but for the backup, which reads each by itself.
 */
export function partitionFunctions(model: Model, partitioned: readonly Partitioned[]): readonly SqlFunction[] {
  if (partitioned.length === 0) return []
  const roles = model.project.tenancy?.roles
  return [
    {
      ...ensurePartitions,
      about:
        'Makes the partitions of this month and of the given number of months to come, or before it where that is negative, where they are missing.',
      arguments: [{ name: 'months', type: 'integer', default: '3' }],
      returns: 'void',
      language: 'plpgsql',
      volatility: 'volatile',
      security: 'definer',
      ...(roles === undefined ? {} : { owner: roles.owner }),
      body: bodyOf(partitioned, roles?.backup),
      execute: roles === undefined ? [] : [roles.system],
    },
  ]
}

/** What is to be called when all tables are there. */
export function partitionCalls(partitioned: readonly Partitioned[]): readonly Qualified[] {
  return partitioned.length === 0 ? [] : [ensurePartitions]
}

function bodyOf(partitioned: readonly Partitioned[], backup: string | undefined): string {
  const rows = partitioned.map(({ table, stem }) => `      (${quoteLiteral(table)}, ${quoteLiteral(stem)})`)
  const grant = [
    // What the owner's default privileges may have given.
    `      EXECUTE pg_catalog.format('REVOKE ALL ON stowage.%I FROM PUBLIC', name);\n`,
    `      EXECUTE pg_catalog.format('GRANT SELECT ON stowage.%I TO %I', name, ${quoteLiteral(backup ?? '')});\n`,
  ].join('')
  return body
    .replace('/*tables*/', () => rows.join(',\n'))
    .replace('/*grant*/', () => (backup === undefined ? '' : grant))
}

/** Months begin at midnight UTC, whatever the time zone of whoever calls it. */
const body = `
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
/*tables*/
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
/*grant*/      -- Triggers on rows come with the partition, those on TRUNCATE do not.
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
`
