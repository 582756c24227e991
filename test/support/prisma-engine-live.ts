import { randomUUID } from 'node:crypto'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import type { PrismaFiles } from './prisma-engine.ts'
import { loadSchemaEngine } from './prisma-engine-ddl.ts'

/** Prisma's own adapter for `pg` throws on PostgreSQL's internal "char", which the engine asks for, and cuts a script at every semicolon. */
interface Settled<T> {
  readonly ok: true
  readonly value: T
  map<U>(to: (value: T) => U): Settled<U>
}

interface Refused {
  readonly ok: false
  readonly error: {
    readonly kind: 'postgres'
    readonly code: string
    readonly severity: string
    readonly message: string
    readonly detail?: string
    readonly column?: string
    readonly hint?: string
  }
}

interface Query {
  readonly sql: string
  readonly args: unknown[]
}

function settled<T>(value: T): Settled<T> {
  return { ok: true, value, map: (to) => settled(to(value)) }
}

async function asked<T>(ask: () => Promise<T>): Promise<Settled<T> | Refused> {
  try {
    return settled(await ask())
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    const { code = '', severity = 'ERROR', message, detail, column, hint } = error
    return {
      ok: false,
      error: {
        kind: 'postgres',
        code,
        severity,
        message,
        ...(detail === undefined ? {} : { detail }),
        ...(column === undefined ? {} : { column }),
        ...(hint === undefined ? {} : { hint }),
      },
    }
  }
}

/** The engine's number for the type of a column, by PostgreSQL's; what is not named is a text. */
const columnTypes: ReadonlyMap<number, number> = new Map([
  [16, 5],
  [18, 6],
  [20, 1],
  [21, 0],
  [23, 0],
  [26, 1],
  [1003, 71],
  [1005, 64],
  [1007, 64],
  [1009, 71],
  [1184, 10],
])

function plainValue(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}

/** What the engine opens and, freed, leaves open. */
type Opened = Map<pg.Client, () => Promise<void>>

async function adapterTo(url: string, opened: Opened, after: () => Promise<void>): Promise<object> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const close = async (): Promise<void> => {
    if (!opened.delete(client)) return
    await client.end()
    await after()
  }
  opened.set(client, close)
  return {
    provider: 'postgres',
    adapterName: 'stowage-test',
    queryRaw: ({ sql, args }: Query) =>
      asked(async () => {
        const { fields, rows } = await client.query<unknown[]>({ text: sql, values: args, rowMode: 'array' })
        return {
          columnNames: fields.map(({ name }) => name),
          columnTypes: fields.map(({ dataTypeID }) => columnTypes.get(dataTypeID) ?? 7),
          rows: rows.map((row) => row.map(plainValue)),
        }
      }),
    executeRaw: ({ sql, args }: Query) => asked(async () => (await client.query(sql, args)).rowCount ?? 0),
    executeScript: (script: string) => asked(async () => void (await client.query(script))),
    getConnectionInfo: () => settled({ schemaName: 'public', maxBindValues: 32_767, supportsRelationJoins: true }),
    dispose: async () => settled(await close()),
  }
}

/** A database that the engine may fill to see what migrations make; it goes when the engine has looked. */
async function shadowOf(url: string, opened: Opened): Promise<object> {
  const name = `stowage_shadow_${randomUUID().replaceAll('-', '')}`
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await run(`CREATE DATABASE "${name}" TEMPLATE template0`)
  const shadow = new URL(url)
  shadow.pathname = `/${name}`
  return adapterTo(shadow.href, opened, () => run(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
}

/** Runs something with Prisma's schema engine on a live database. */
async function withEngine<T>(url: string, files: PrismaFiles, run: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const module = await loadSchemaEngine()
  const opened: Opened = new Map()
  const factory = {
    provider: 'postgres',
    adapterName: 'stowage-test',
    errorRegistry: { consumeError: () => undefined },
    connect: async () => settled(await adapterTo(url, opened, async () => undefined)),
    connectToShadowDb: async () => settled(await shadowOf(url, opened)),
  }
  const datamodels = files.map(([path, text]): [string, string] => [path, text])
  const engine = await module.SchemaEngine.new({ datamodels }, () => {}, factory)
  try {
    return await run(engine)
  } finally {
    engine.free()
    for (const close of [...opened.values()]) await close()
  }
}

const everything = { externalTables: [], externalEnums: [] }

/** The SQL with which Prisma would bring a live database to its schema: nothing where both say the same. */
export function prismaDrift(url: string, files: PrismaFiles): Promise<string> {
  const schema = files.map(([path, content]) => ({ path, content }))
  return withEngine(url, files, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: schema, configDir: '/' },
      to: { tag: 'schemaDatamodel', files: schema },
      script: true,
      exitCode: null,
      filters: everything,
    })
    return stdout ?? ''
  })
}

/** Migrations need no schema, and the engine panics where there is no file at all. */
const noSchema: PrismaFiles = [['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']]

/** A migration's folder: its name, and the text of its `migration.sql`. */
export interface MigrationFolder {
  readonly name: string
  readonly sql: string
}

function listOf(migrations: readonly MigrationFolder[]): Parameters<SchemaEngine['applyMigrations']>[0] {
  return {
    filters: everything,
    migrationsList: {
      baseDir: '/migrations',
      lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
      })),
    },
  }
}

/** What `prisma migrate deploy` does: runs what is not recorded yet, and answers the names of what it ran. */
export function prismaDeploy(url: string, migrations: readonly MigrationFolder[]): Promise<readonly string[]> {
  return withEngine(
    url,
    noSchema,
    async (engine) => (await engine.applyMigrations(listOf(migrations))).appliedMigrationNames,
  )
}

/** What `prisma migrate status` finds: names of what was edited, what failed, and what is still to be run. */
export function prismaStatus(
  url: string,
  migrations: readonly MigrationFolder[],
): Promise<{ readonly edited: readonly string[]; readonly failed: readonly string[]; readonly history: unknown }> {
  return withEngine(url, noSchema, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({ ...listOf(migrations), optInToShadowDatabase: false })
    return { edited: found.editedMigrationNames, failed: found.failedMigrationNames, history: found.history }
  })
}
