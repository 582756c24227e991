import type { PostgresClient } from '../../live/postgres/client.ts'
import { MigrationsBusyError } from '../../live/postgres/migration-lock.ts'
import { MigrationFailedError } from '../../live/postgres/run-migration.ts'
import { UserError } from '../user-error.ts'
import { importClient } from './client-package.ts'
import { StoreRefusal } from './refusal.ts'

/** Of `pg`'s Client, what is used here. */
interface Client extends PostgresClient {
  readonly host: string
  readonly port: number
  readonly database?: string | undefined
  connect(): Promise<unknown>
  end(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}

interface PostgresPackage {
  readonly Client: new (options: {
    readonly connectionString: string
    readonly connectionTimeoutMillis: number
    readonly application_name: string
  }) => Client
}

/** A connection to a server of version 16 or newer. */
export interface PostgresSession {
  readonly client: PostgresClient
  /** `shop at db.example.com:5432` */
  readonly target: string
  /** Runs something that speaks to the server; what the server says becomes a StoreRefusal. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** In milliseconds. */
const patience = 10_000

/** Policies, views and roles are written as from this version on. */
const oldest = 160_000

/**
 * @param variable the environment variable that the URL comes from, for texts
 * @throws UserError where the package is missing or the URL is none; StoreRefusal where the server cannot be reached,
 * refuses, or is too old
 */
export async function connectPostgres(folder: string, variable: string, url: string): Promise<PostgresSession> {
  const { Client } = packageOf(await importClient(folder, 'pg'))
  const client = newClient(Client, variable, url)
  // A connection that breaks while nothing is asked of it is noticed by the next question.
  client.on('error', () => {})
  const refusal = (error: unknown): unknown => refusalOf(error, url)
  const run = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      throw refusal(error)
    }
  }
  const target = `${client.database ?? ''} at ${client.host}:${client.port}`
  await run(async () => {
    try {
      await client.connect()
    } catch (error) {
      throw new StoreRefusal(`cannot connect to ${target}: ${reasonOf(error)}`, [url], `it is where ${variable} says`)
    }
    await demandVersion(client)
  })
  return { client, target, run, close: () => client.end() }
}

/** `pg` takes any text for the name of a database on this machine, or of a host. */
const kindOfUrl = /^(?:postgres(?:ql)?:\/\/|socket:|\/)/i

function newClient(Client: PostgresPackage['Client'], variable: string, url: string): Client {
  const wrong = new UserError(
    `${variable} is not a URL of PostgreSQL`,
    'it looks like postgresql://user:password@host:5432/shop',
  )
  if (!kindOfUrl.test(url)) throw wrong
  try {
    return new Client({ connectionString: url, connectionTimeoutMillis: patience, application_name: 'stowage' })
  } catch {
    // The error repeats the URL, and with it the password.
    throw wrong
  }
}

async function demandVersion(client: Client): Promise<void> {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num')::integer AS number, current_setting('server_version') AS name",
  )
  const [row] = rows
  if (typeof row !== 'object' || row === null || !('number' in row && 'name' in row)) return
  if (typeof row.number === 'number' && row.number < oldest) {
    throw new StoreRefusal(`this is PostgreSQL ${String(row.name)}, and version 16 or newer is needed`, [])
  }
}

function packageOf(module: object): PostgresPackage {
  const found = 'default' in module ? module.default : module
  if (isPackage(found)) return found
  throw new UserError('the package pg is not as it should be', 'npm install --save-dev pg@8')
}

function isPackage(value: unknown): value is PostgresPackage {
  return typeof value === 'object' && value !== null && 'Client' in value && typeof value.Client === 'function'
}

/** What the server or the network says, as a refusal; anything else as it is, for then the fault is ours. */
function refusalOf(error: unknown, url: string): unknown {
  if (error instanceof MigrationFailedError) {
    const { migration, undone, message } = error
    return new StoreRefusal(
      `migration ${migration} was refused: ${message}`,
      [url],
      undone
        ? 'nothing of it was kept: mend what the server names and apply again'
        : `a part of it may have been kept: look what there is, then prisma migrate resolve --rolled-back ${migration}`,
    )
  }
  if (error instanceof MigrationsBusyError) return new StoreRefusal(error.message, [url])
  return isFromOutside(error) ? new StoreRefusal(reasonOf(error), [url]) : error
}

/** Errors of the server carry an SQLSTATE, those of the system a code of their own; a broken connection says so only. */
function isFromOutside(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof UserError || error instanceof StoreRefusal) return false
  return (
    ('code' in error && typeof error.code === 'string') ||
    /^(Connection terminated|Client has encountered)/.test(error.message)
  )
}

function reasonOf(error: unknown): string {
  // Where a name has several addresses there is one error for each, and none above them says anything.
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error && first.message !== '' ? first.message : String(first)
}
