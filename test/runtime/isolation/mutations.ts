import { alwaysQuoted } from '../../../generator/print/sql/quote.ts'
import { query } from '../../support/postgres-server.ts'
import type { World } from '../support/world.ts'

type Exports = Readonly<Record<string, unknown>>

/** Modules of the data layer, below `runtime/src`, with what is put in the place of some of their exports. */
export type Replaced = Readonly<Record<string, (original: Exports) => Exports>>

/** One mechanism that keeps tenants apart, and how it is taken away. */
export interface Mutation {
  readonly mechanism: string
  /** Entities whose records are tried: some of those that the mechanism protects. */
  readonly members: readonly string[]
  /** Other mechanisms that would hide its absence: without these the suite is clean, since this one suffices. */
  readonly lifted?: Removal
  readonly removed: Removal
}

export interface Removal {
  readonly modules?: Replaced
  /** Done to the database; gives what undoes it. */
  readonly database?: (world: World) => Promise<() => Promise<void>>
  /** Signs in as a superuser, whom no policy binds unless a role is taken on. */
  readonly asSuperuser?: true
}

type Call = (...args: readonly unknown[]) => unknown

/** The conditions that repositories of rows put into each statement. */
const noConditions: Replaced = {
  'rows/vision.ts': ({ visionOf }) => ({
    visionOf: (...args: readonly unknown[]) => ({ ...Object((visionOf as Call)(...args)), tenantId: undefined }),
  }),
}

const noPolicies = async ({ description, superuserUrl }: World): Promise<() => Promise<void>> =>
  await withoutPolicies(
    superuserUrl,
    Object.values(description.entities).flatMap(({ table }) => (table === undefined ? [] : [table.table])),
  )

export async function withoutPolicies(superuserUrl: string, tables: readonly string[]): Promise<() => Promise<void>> {
  const all = (what: string): string =>
    tables.map((table) => `ALTER TABLE public.${alwaysQuoted(table)} ${what} ROW LEVEL SECURITY`).join(';\n')
  const had = await query(
    superuserUrl,
    `SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`,
  )
  const names = new Set(had.map(({ relname }) => String(relname)))
  const protectedOnes = tables.filter((table) => names.has(table))
  await query(superuserUrl, all('DISABLE'))
  return async () => {
    if (protectedOnes.length === 0) return
    await query(
      superuserUrl,
      protectedOnes.map((table) => `ALTER TABLE public.${alwaysQuoted(table)} ENABLE ROW LEVEL SECURITY`).join(';\n'),
    )
  }
}

/** The foreign key with the tenant in it, in whose place one stands that knows the id alone. */
const plainForeignKey = async ({ superuserUrl }: World): Promise<() => Promise<void>> => {
  const [key] = await query(
    superuserUrl,
    `SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = 'f' AND conrelid = 'public.books'::regclass AND confrelid = 'public.authors'::regclass`,
  )
  const name = alwaysQuoted(String(key?.conname))
  const definition = String(key?.definition)
  if (!definition.includes('house_id')) throw new Error(`the foreign key does not hold the tenant: ${definition}`)
  const put = (wanted: string): Promise<unknown> =>
    query(superuserUrl, `ALTER TABLE books DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} ${wanted} NOT VALID`)
  await put('FOREIGN KEY (author_id) REFERENCES authors (id)')
  return async () => void (await put(definition))
}

const rows = ['author', 'book', 'stencil']
const documents = ['styleGuide', 'rendition']
const nothing = (): object => ({})

function filterMutation(name: string, mechanism: string): Mutation {
  return {
    mechanism,
    members: documents,
    removed: { modules: { 'documents/own-filter.ts': () => ({ [name]: nothing }) } },
  }
}

/** Every mechanism on which the isolation of tenants stands. */
export const mutations: readonly Mutation[] = [
  {
    mechanism: 'policies of row level security',
    members: rows,
    lifted: { modules: noConditions },
    removed: { database: noPolicies },
  },
  {
    mechanism: 'the role of the application',
    members: rows,
    lifted: { modules: noConditions, asSuperuser: true },
    removed: { modules: { 'postgres/settings.ts': () => ({ roleOf: () => undefined }) } },
  },
  {
    mechanism: 'the setting that says whose rows are seen',
    members: rows,
    removed: {
      modules: {
        'postgres/settings.ts': ({ settingsOf }) => ({
          settingsOf: (...args: readonly unknown[]) => {
            const [text, , ...rest] = (settingsOf as (...given: readonly unknown[]) => readonly string[])(...args)
            return [text, '', ...rest]
          },
        }),
      },
    },
  },
  {
    mechanism: 'conditions of the repositories of rows',
    members: rows,
    lifted: { database: noPolicies },
    removed: { modules: noConditions },
  },
  { mechanism: 'foreign keys that hold the tenant', members: ['book'], removed: { database: plainForeignKey } },
  {
    mechanism: 'the demand that what a document refers to is seen',
    members: ['styleGuide'],
    removed: {
      modules: {
        'documents/references.ts': () => ({
          demandOwnReferences: async () => undefined,
          demandChangedReferences: async (_work: unknown, _changes: unknown, filter: object) => filter,
        }),
      },
    },
  },
  {
    mechanism: 'the refusal of a foreign tenant in an input',
    members: [...rows, ...documents],
    removed: {
      modules: {
        'validate/own-tenant.ts': () => ({
          withoutTenant: (_entity: unknown, scope: { readonly tenant: unknown }, input: object) => {
            const { houseId: _id, house: _house, ...rest } = input as Record<string, unknown>
            return { input: rest, tenant: scope.tenant }
          },
        }),
      },
    },
  },
  filterMutation('readFilter', 'the tenant in filters of documents that are read'),
  filterMutation('changeFilter', 'the tenant in filters of documents that are changed'),
  filterMutation('removalFilter', 'the tenant in filters of documents that are removed'),
  filterMutation('pipelineFilter', 'the first stage of a pipeline'),
  filterMutation('lookupFilter', 'the tenant within $lookup'),
  filterMutation('unionFilter', 'the tenant within $unionWith'),
  filterMutation('graphFilter', 'the tenant within $graphLookup'),
  {
    mechanism: 'the tenant in the key that a pointer holds',
    members: ['manuscript'],
    removed: { modules: { 'split/load.ts': () => ({ demandOwnKey: () => undefined }) } },
  },
  {
    mechanism: 'the tenant in the key of an upload',
    members: ['manuscript', 'stencil'],
    removed: {
      modules: {
        'keys/staging.ts': ({ parseStagingKey }) => ({
          parseStagingKey: (key: string) => {
            const parsed = (parseStagingKey as Call)(key)
            return parsed === undefined ? undefined : { ...Object(parsed), tenant: current.refId }
          },
        }),
      },
    },
  },
]

/** The tenant for whom it is tried: what a check that compares nothing would find. */
export const current: { refId: string } = { refId: '' }
