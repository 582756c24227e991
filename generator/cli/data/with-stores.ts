import type { Description } from '../../../runtime/src/description/description.ts'
import { StowageError } from '../../../runtime/src/errors/stowage-error.ts'
import type { DocumentStore } from '../../../runtime/src/stores/documents.ts'
import type { ObjectStore } from '../../../runtime/src/stores/objects.ts'
import type { PostgresStore } from '../../../runtime/src/stores/postgres.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { brief } from '../../diagnostic/visible-text.ts'
import { describeProvider } from '../../emit/provider/describe/describe.ts'
import type { Model } from '../../model/model.ts'
import { type ExitCode, failed, unavailable } from '../exit-code.ts'
import type { Io } from '../io.ts'
import type { Session } from '../session.ts'
import { connectPostgres, type PostgresSession } from '../stores/postgres-session.ts'
import { StoreRefusal } from '../stores/refusal.ts'
import { UserError } from '../user-error.ts'
import { connectDocuments } from './mongo.ts'
import { openObjects } from './objects.ts'
import { postgresStoreOver } from './postgres-store.ts'

/**
 * Connects to every store of the spec, does something with them, and closes them. What a store says no with is told in two
 * lines; so is what the data layer refuses.
 * @throws UserError where variables or packages are missing
 */
export async function withStores(
  session: Session,
  model: Model,
  work: (stores: Stores) => Promise<ExitCode>,
): Promise<ExitCode> {
  const description = describeProvider(model)
  demandVariables(description, session.io.env)
  const closing: (() => Promise<unknown>)[] = []
  try {
    const postgres = await postgresOf(session, description)
    if (postgres !== undefined) closing.push(() => postgres.close())
    const documents = await documentsOf(session, description)
    if (documents !== undefined) closing.push(() => documents.close())
    const objects =
      description.s3 === undefined ? undefined : await openObjects(session.folder, description, session.io.env)
    if (objects !== undefined) closing.push(() => objects.close())
    const stores = storesOf(description, session.io.env, {
      ...(postgres === undefined ? {} : { postgres: postgresStoreOver(postgres, model) }),
      ...(documents === undefined ? {} : { documents }),
      ...(objects === undefined ? {} : { objects }),
    })
    return await work(stores)
  } catch (error) {
    return told(error, session.io)
  } finally {
    // What was done is done, whether or not a server says goodbye.
    for (const close of closing.reverse()) await close().catch(() => undefined)
  }
}

function told(error: unknown, { stderr }: Io): ExitCode {
  if (error instanceof StoreRefusal) {
    stderr.write(
      `error: ${brief(error.message, 1_000)}\n${error.hint === undefined ? '' : `${brief(error.hint, 1_000)}\n`}`,
    )
    return unavailable
  }
  if (!(error instanceof StowageError)) throw error
  stderr.write(`error: ${brief(error.message, 1_000)}\n${brief(error.advice, 1_000)}\n`)
  return error.code === 'unavailable' ? unavailable : failed
}

/** @throws UserError that names every variable that is missing */
function demandVariables({ urls, s3 }: Description, env: Io['env']): void {
  const names = [
    urls.postgres,
    urls.mongo,
    s3?.endpoint,
    s3?.region,
    ...Object.values(s3?.buckets ?? {}).map((bucket) => bucket.env),
  ]
  const missing = names.filter((name) => name !== undefined && (env[name] ?? '') === '')
  if (missing.length === 0) return
  throw new UserError(
    `${missing.length === 1 ? 'this environment variable is' : 'these environment variables are'} not set: ${missing.join(', ')}`,
    'they say where the stores of the spec are',
  )
}

async function postgresOf({ folder, io }: Session, { urls }: Description): Promise<PostgresSession | undefined> {
  if (urls.postgres === undefined) return undefined
  return await connectPostgres(folder, urls.postgres, io.env[urls.postgres] ?? '')
}

async function documentsOf({ folder, io }: Session, description: Description): Promise<DocumentStore | undefined> {
  const { mongo } = description.urls
  return mongo === undefined ? undefined : await connectDocuments(folder, description, mongo, io.env[mongo] ?? '')
}

interface Parts {
  readonly postgres?: PostgresStore
  readonly documents?: DocumentStore
  readonly objects?: ObjectStore
}

function storesOf(description: Description, env: Io['env'], parts: Parts): Stores {
  const given = <Part>(part: Part | undefined, store: string): Part => {
    if (part === undefined) throw new UserError(`the spec keeps nothing in ${store}`)
    return part
  }
  return {
    description,
    get postgres() {
      return given(parts.postgres, 'PostgreSQL')
    },
    get documents() {
      return given(parts.documents, 'MongoDB')
    },
    get objects() {
      return given(parts.objects, 'S3')
    },
    bucket: (name) => env[description.s3?.buckets[name]?.env ?? ''] ?? '',
    now: () => new Date(),
  }
}
