import pg from 'pg'
import type { World } from '../support/world.ts'

/** What is in the tables of the data layer, as nobody but a superuser sees it. */
export async function ask<Row extends object>(
  world: World,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: world.superuserUrl })
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows as Row[]
  } finally {
    await client.end()
  }
}

export interface IntentRow {
  readonly id: string
  readonly state: string
  readonly operation: string
  readonly parts: {
    readonly puts: readonly { readonly bucket: string; readonly key: string }[]
    readonly documents: readonly { readonly collection: string; readonly id: string }[]
    readonly leavings: {
      readonly objects: readonly { readonly bucket: string; readonly key: string }[]
      readonly documents: readonly { readonly collection: string; readonly id: string }[]
    }
  }
  readonly swept_on: Date | null
}

export async function intentsOf(world: World, refId: string): Promise<IntentRow[]> {
  return await ask<IntentRow>(
    world,
    'select id, state, operation, parts, swept_on from stowage.storage_intents where ref_id = $1 order by created_on, id',
    [refId],
  )
}

export async function storedOf(world: World, refId: string): Promise<{ key: string; version_id: string | null }[]> {
  return await ask(world, 'select key, version_id from stowage.stored_objects where ref_id = $1 order by key', [refId])
}
