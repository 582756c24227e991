import type { Description } from '../../../runtime/src/description/description.ts'
import type { EntityFactory } from '../../../runtime/src/factories/factories.ts'
import type { Db } from './load-package.ts'
import type { Opened } from './with-provider.ts'

export interface SeedOptions {
  readonly tenants: number
  /** Of each entity, for each tenant. */
  readonly records: number
  readonly seed: number
}

/** Records that were made of each entity, by its name in the spec. */
export type Counts = Readonly<Record<string, number>>

export interface SeedReport {
  /** Of entities that belong to no tenant; of all of them where the spec has no tenants. */
  readonly common: Counts
  readonly tenants: readonly { readonly refId: string; readonly records: Counts }[]
  /** Entities of which fewer were made, since what must be unique has no more values. */
  readonly short: readonly string[]
}

/** Fills the stores with valid records, by factories. What all tenants share is made where there is none yet. */
export async function seedStores(
  { provider, description, createFactories }: Opened,
  { tenants, records, seed }: SeedOptions,
  onProgress: (what: string) => void,
): Promise<SeedReport> {
  const factories = createFactories<Readonly<Record<string, EntityFactory>>>(description, { seed })
  const short = new Set<string>()
  const make = async (db: Db, members: readonly string[]): Promise<Counts> => {
    const counts: Record<string, number> = {}
    for (const member of members) {
      const name = description.entities[member]?.name ?? member
      onProgress(name)
      const made = await upTo(records, db, factories[member])
      counts[name] = made
      if (made < records) short.add(name)
    }
    return counts
  }
  const { tenancy } = description
  if (tenancy === undefined) {
    const common = await provider.open((db) =>
      make(
        db,
        seeded(description, () => true),
      ),
    )
    return { common, tenants: [], short: [...short] }
  }
  const made = await provider.system('stowage seed', async (db) => {
    const missing: string[] = []
    for (const member of seeded(description, (mode) => mode === 'none'))
      if (await isEmpty(db, member)) missing.push(member)
    const common = await make(db, missing)
    const all = await factories[tenancy.entity]?.createMany(db, tenants)
    return { common, tenants: (all ?? []) as readonly { readonly refId: string }[] }
  })
  const done: { readonly refId: string; readonly records: Counts }[] = []
  for (const { refId } of made.tenants) {
    const own = seeded(description, (mode) => mode === 'required' || mode === 'shared')
    done.push({ refId, records: await provider.withTenant(refId, (db) => make(db, own)) })
  }
  return { common: made.common, tenants: done, short: [...short] }
}

type Mode = Description['entities'][string]['tenancy']

/** The audit log is written by the relay alone. */
function seeded({ entities, audit }: Description, isWanted: (mode: Mode) => boolean): readonly string[] {
  return Object.entries(entities).flatMap(([member, { tenancy, root }]) =>
    isWanted(tenancy) && member !== audit?.entity && root !== 's3' ? [member] : [],
  )
}

/** As many as can be told apart. */
async function upTo(count: number, db: Db, factory: EntityFactory | undefined): Promise<number> {
  for (let made = 0; made < count; made += 1) {
    try {
      await factory?.create(db)
    } catch (error) {
      if (made > 0 && isConflict(error)) return made
      throw error
    }
  }
  return count
}

/** By its code: the runtime of the project is another copy than the one of these types. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'conflict'
}

async function isEmpty(db: Db, member: string): Promise<boolean> {
  const repository = db[member]
  if (typeof repository !== 'object' || repository === null || !('count' in repository)) return false
  const { count } = repository
  return typeof count === 'function' && (await count()) === 0
}
