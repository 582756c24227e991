import type { Connection } from '../../../../templates/conformance/live/postgres/connection.ts'
import { type Spec, specOf, type Table } from '../../../../templates/conformance/live/postgres/facts.ts'
import { nameOf } from '../../../../templates/conformance/live/postgres/rows/statements.ts'
import { identifier } from '../../../../templates/conformance/live/postgres/sql.ts'
import type { LiveSuite } from './live-suite.ts'
import { type Parts, partsOf } from './table-parts.ts'

/** Something that holds a guarantee, and how it is taken away. */
export interface Mechanism {
  readonly name: string
  /** Whose proofs must notice. */
  readonly entities: readonly string[]
  /** Whether what is proved of the database as a whole is tried too. */
  readonly isGeneral?: true
  readonly removal: string
  /** Whether hardly a row can be made without it, so that most proofs fail. */
  readonly isRuinous?: true
  /** What must be named, one of them at least. */
  readonly guarantees: readonly string[]
}

/** Every mechanism of an entity that the server itself tells, so that none is forgotten. */
export async function mechanismsOf(db: Connection, suite: LiveSuite, entity: string): Promise<readonly Mechanism[]> {
  const spec = specOf(suite.facts)
  const table = spec.table(entity)
  const parts = await partsOf(db, table)
  const on = nameOf(table)
  const mechanism = (name: string, removal: string, guarantees: readonly string[]): Mechanism => ({
    name: `${table.table}: ${name}`,
    // That rows hang on others is proved of those that hang.
    entities: name.includes('soft_delete') ? [entity, ...table.referredBy.map(({ from }) => from)] : [entity],
    removal,
    guarantees,
  })
  const inGeneral = (one: Mechanism): Mechanism => ({ ...one, isGeneral: true })
  return [
    ...triggersOf(table, parts, mechanism, spec.roles?.loader !== undefined),
    ...parts.policies.map((name) => ({
      ...mechanism(`policy ${name} dropped`, `DROP POLICY ${identifier(name)} ON ${on}`, guaranteesOfPolicy(name)),
      isRuinous: true as const,
    })),
    ...(parts.policies.length === 0 ? [] : rowSecurityOf(spec, table, mechanism)),
    ...parts.checks.map((name) =>
      mechanism(`check ${name} dropped`, drop(on, name), ['values', 'references within a tenant']),
    ),
    ...parts.foreignKeys.flatMap(({ name, definition }) => foreignKeysOf(table, on, name, definition, mechanism)),
    ...parts.uniques.flatMap((unique) => uniquesOf(on, unique, mechanism)),
    ...parts.indexes.map((name) =>
      mechanism(`index ${name} dropped`, `DROP INDEX public.${identifier(name)}`, ['catalog']),
    ),
    ...parts.required.map((name) =>
      mechanism(`${name} may be empty`, `ALTER TABLE ${on} ALTER COLUMN ${identifier(name)} DROP NOT NULL`, ['values']),
    ),
    ...rightsOf(spec, table, mechanism),
    // The moves stand in a table of their own.
    ...movesOf(table, mechanism).map(inGeneral),
    ...partitionsOf(spec, parts, mechanism).map(inGeneral),
    ...viewOf(table, mechanism),
  ]
}

type Make = (name: string, removal: string, guarantees: readonly string[]) => Mechanism

const isolation = ['tenant isolation', 'shared records']

/** That a loader adds the tenant itself nobody tries who only reads and writes what is a tenant's. */
function guaranteesOfPolicy(name: string): readonly string[] {
  return name === 'own_tenant_insert' ? ['loading', 'catalog'] : isolation
}

function drop(on: string, constraint: string): string {
  return `ALTER TABLE ${on} DROP CONSTRAINT ${identifier(constraint)} CASCADE`
}

const guaranteesOfTriggers: Readonly<Record<string, readonly string[]>> = {
  append_only: ['append only'],
  append_only_truncate: ['append only'],
  immutable: ['immutable columns'],
  lifecycle_start: ['life cycle'],
  lifecycle_move: ['life cycle'],
  record_move: ['outbox'],
  references_on_insert: ['soft delete', 'references within a tenant'],
  references_on_update: ['soft delete', 'references within a tenant'],
  soft_delete: ['soft delete'],
  zz_keep_changes: ['kept columns'],
}

/** The same trigger without what it says of one role. */
function withoutException(on: string, name: string): string {
  return `DO $$ DECLARE definition text; BEGIN
    SELECT pg_get_triggerdef(oid) INTO STRICT definition FROM pg_trigger WHERE tgrelid = '${on}'::regclass AND tgname = '${name}';
    EXECUTE 'DROP TRIGGER ${identifier(name)} ON ${on}';
    EXECUTE regexp_replace(
      regexp_replace(definition, ' AND \\(CURRENT_USER <> ''\\w+''::name\\)', ''),
      'WHEN \\(\\(CURRENT_USER <> ''\\w+''::name\\)\\) ', '');
  END $$`
}

function triggersOf(table: Table, { triggers }: Parts, make: Make, loader: boolean): readonly Mechanism[] {
  const on = nameOf(table)
  return triggers.flatMap((name) => {
    const guarantees = guaranteesOfTriggers[name] ?? []
    const trigger = identifier(name)
    return [
      make(`trigger ${name} disabled`, `ALTER TABLE ${on} DISABLE TRIGGER ${trigger}`, guarantees),
      ...(name.startsWith('append_only')
        ? [make(`trigger ${name} off for replicas`, `ALTER TABLE ${on} ENABLE TRIGGER ${trigger}`, guarantees)]
        : []),
      ...(loader && table.tenancy !== 'none' && (name === 'zz_keep_changes' || name === 'lifecycle_start')
        ? [make(`trigger ${name} binds the loader too`, withoutException(on, name), ['loading'])]
        : []),
    ]
  })
}

function rowSecurityOf(spec: Spec, table: Table, make: Make): readonly Mechanism[] {
  const on = nameOf(table)
  const app = identifier(spec.roles?.app ?? '')
  const leak = (command: string, condition: string): string =>
    `CREATE POLICY leak ON ${on} FOR ${command} TO ${app} ${condition}`
  return [
    make('row security disabled', `ALTER TABLE ${on} DISABLE ROW LEVEL SECURITY`, isolation),
    make('row security not forced', `ALTER TABLE ${on} NO FORCE ROW LEVEL SECURITY`, isolation),
    make('everybody may see every row', leak('SELECT', 'USING (true)'), isolation),
    ...(table.appendOnly === true || table.tenancy === 'none'
      ? []
      : [
          make(
            'every row may be changed',
            `${leak('SELECT', 'USING (true)')}; ${leak('UPDATE', 'USING (true)').replace('leak', 'leak2')}`,
            isolation,
          ),
          ...(table.tenancy === 'self'
            ? []
            : [
                make(
                  'every row may be deleted',
                  `${leak('SELECT', 'USING (true)')}; ${leak('DELETE', 'USING (true)').replace('leak', 'leak2')}`,
                  isolation,
                ),
              ]),
        ]),
    ...(table.tenancy === 'self'
      ? []
      : [make('rows may be added for others', leak('INSERT', 'WITH CHECK (true)'), isolation)]),
  ]
}

function foreignKeysOf(table: Table, on: string, name: string, definition: string, make: Make): readonly Mechanism[] {
  const key = table.foreignKeys.find((one) => one.name === name)
  const again = (changed: string): string =>
    `${drop(on, name)}; ALTER TABLE ${on} ADD CONSTRAINT ${identifier(name)} ${changed}`
  const single = definition.replace(/\((\w+), ("?\w+"?)\) REFERENCES (.*?)\(\w+, (\w+)\)/, '($2) REFERENCES $3($4)')
  const loosened = definition.includes('ON DELETE CASCADE')
    ? definition.replace('ON DELETE CASCADE', 'ON DELETE RESTRICT')
    : definition.replace(/ON DELETE (RESTRICT|SET NULL( \(.*?\))?)/, 'ON DELETE CASCADE')
  return [
    make(`foreign key ${name} dropped`, drop(on, name), ['references']),
    ...(key?.tenant === true
      ? [make(`foreign key ${name} without the tenant`, again(single), ['references within a tenant'])]
      : []),
    make(`foreign key ${name} with another end`, again(loosened), ['what a deletion does', 'catalog']),
  ]
}

function uniquesOf(
  on: string,
  { name, constraint, definition }: Parts['uniques'][number],
  make: Make,
): readonly Mechanism[] {
  const removal = constraint ? drop(on, name) : `DROP INDEX public.${identifier(name)}`
  const everywhere = definition.replace(/ WHERE .*$/, '')
  return [
    make(`unique ${name} dropped`, removal, ['uniques']),
    ...(everywhere === definition || isIdle(definition)
      ? []
      : [make(`unique ${name} over all rows`, `${removal}; ${everywhere}`, ['uniques'])]),
  ]
}

/** Whether a condition only leaves out what never collides: rows that leave one of its columns empty. */
function isIdle(definition: string): boolean {
  return /WHERE \(\w+ IS NOT NULL\)$/.test(definition)
}

function rightsOf(spec: Spec, table: Table, make: Make): readonly Mechanism[] {
  const { roles } = spec
  if (roles === undefined) return []
  const on = nameOf(table)
  const { loader } = roles
  const app = identifier(roles.app)
  const give = (privilege: string, to = app, what = on): string => `GRANT ${privilege} ON ${what} TO ${to}`
  return [
    ...(table.appendOnly === true
      ? [
          make('the application may UPDATE', give('UPDATE'), ['append only']),
          make('the system may DELETE', give('DELETE', identifier(roles.system)), ['append only']),
        ]
      : []),
    ...(table.tenancy === 'none' ? [make('the application may INSERT', give('INSERT'), ['records of no tenant'])] : []),
    ...(table.tenancy === 'self'
      ? [
          make(
            'the application may DELETE tenants',
            `${give('DELETE')}; CREATE POLICY leak ON ${on} FOR DELETE TO ${app} USING (true)`,
            isolation,
          ),
        ]
      : []),
    ...(loader === undefined
      ? []
      : [
          ...(['UPDATE', 'DELETE'] as const).map((privilege) =>
            make(`the loader may ${privilege}`, give(privilege, identifier(loader)), ['loading']),
          ),
          table.tenancy === 'none'
            ? make('the loader may INSERT', give('INSERT', identifier(loader)), ['loading'])
            : make('the loader may not INSERT', `REVOKE INSERT ON ${on} FROM ${identifier(loader)}`, ['loading']),
        ]),
    make('the application may TRUNCATE', give('TRUNCATE'), ['roles']),
    make('everybody may SELECT', give('SELECT', 'PUBLIC'), ['roles']),
  ]
}

/** What guards a table does not guard who goes to a partition of it. */
function partitionsOf({ roles }: Spec, { triggers, partitions }: Parts, make: Make): readonly Mechanism[] {
  return partitions.flatMap((partition) => [
    ...triggers.map((name) =>
      make(`trigger ${name} disabled on ${partition}`, `ALTER TABLE ${partition} DISABLE TRIGGER ${identifier(name)}`, [
        'append only',
      ]),
    ),
    ...(roles === undefined
      ? []
      : [
          make(`the application may read ${partition}`, `GRANT SELECT ON ${partition} TO ${identifier(roles.app)}`, [
            'partitions',
          ]),
        ]),
  ])
}

function movesOf({ table, lifecycle }: Table, make: Make): readonly Mechanism[] {
  if (lifecycle === undefined) return []
  const { allow, start } = lifecycle
  const [from, to] =
    Object.entries(allow).flatMap(([state, [next]]) => (next === undefined ? [] : [[state, next]]))[0] ?? []
  const terminal =
    Object.values(allow)
      .flat()
      .find((state) => (allow[state] ?? []).length === 0) ?? start
  if (from === undefined || to === undefined) return []
  return [
    make(
      `move ${from} -> ${to} forgotten`,
      `DELETE FROM stowage.lifecycle_moves WHERE table_name = '${table}' AND from_state = '${from}' AND to_state = '${to}'`,
      ['life cycle'],
    ),
    make(
      `move ${terminal} -> ${start} added`,
      `INSERT INTO stowage.lifecycle_moves (table_name, from_state, to_state) VALUES ('${table}', '${terminal}', '${start}')`,
      ['life cycle'],
    ),
  ]
}

function viewOf(table: Table, make: Make): readonly Mechanism[] {
  if (table.view === undefined) return []
  const view = `public.${identifier(table.view)}`
  return [
    ...(table.tenancy === 'none'
      ? []
      : [
          make(
            'the view with the rights of a superuser',
            `ALTER VIEW ${view} SET (security_invoker = false); ALTER VIEW ${view} OWNER TO CURRENT_USER`,
            ['tenant isolation', 'soft delete'],
          ),
        ]),
    make(
      'the view without its condition',
      `CREATE OR REPLACE VIEW ${view} WITH (security_invoker = true) AS SELECT * FROM ${nameOf(table)}`,
      ['soft delete'],
    ),
  ]
}
