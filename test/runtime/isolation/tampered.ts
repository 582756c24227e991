import { mongo } from 'mongoose'
import { alwaysQuoted } from '../../../generator/print/sql/quote.ts'
import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import { type Db, handle, repository } from '../support/db.ts'
import type { Auditor } from '../support/inventory.ts'
import type { SeededTenant } from '../support/seed.ts'
import type { World } from '../support/world.ts'
import type { Party } from './parties.ts'

type Within = <T>(tenant: SeededTenant, work: (db: Db) => Promise<T>) => Promise<T>

/**
 * What somebody with the rights of a superuser has written: pointers of one tenant that lead to the other's documents and
 * objects. Whoever follows them is refused all the same.
 */
export async function followTampered(
  world: World,
  auditor: Auditor,
  within: Within,
  me: Party,
  them: Party,
): Promise<{ readonly attempts: number; readonly leaks: readonly string[] }> {
  const client = await mongo.MongoClient.connect(world.facts.mongoUrl)
  const leaks: string[] = []
  let attempts = 0
  try {
    for (const [member, entity] of Object.entries(world.description.entities)) {
      const [mine, theirs] = [me.own.get(member)?.refId, them.own.get(member)?.refId]
      if (mine === undefined || theirs === undefined || entity.table?.appendOnly === true) continue
      for (const pointer of pointersOf(entity)) {
        const swap = swapper(auditor, client, entity, member, pointer)
        const [own, foreign] = [await swap.read(me, mine), await swap.read(them, theirs)]
        if (typeof own !== 'string' || typeof foreign !== 'string') continue
        await swap.write(me, mine, foreign)
        for (const [name, follow] of followers(member, entity, pointer)) {
          attempts += 1
          const came = await within(me.tenant, (db) => follow(db, mine)).then(
            () => true,
            () => false,
          )
          if (came) leaks.push(`${member}: ${name} followed ${pointer.field} to the other tenant’s`)
        }
        await swap.write(me, mine, own)
      }
    }
  } finally {
    await client.close()
  }
  return { attempts, leaks }
}

interface Pointer {
  readonly part: 'table' | 'documents'
  readonly field: string
}

function pointersOf({ table, objects }: EntityDescription): readonly Pointer[] {
  const parts = (table?.fields ?? [])
    .filter(({ type }) => type.kind === 'part' || (type.kind === 'ref' && type.holds === 'object_id'))
    .map(({ name }): Pointer => ({ part: 'table', field: name }))
  return [...parts, ...Object.values(objects).flatMap(({ pointer }) => (pointer === undefined ? [] : [pointer]))]
}

function swapper(
  auditor: Auditor,
  client: mongo.MongoClient,
  { table, documents }: EntityDescription,
  member: string,
  { part, field }: Pointer,
): {
  read(party: Party, refId: string): Promise<unknown>
  write(party: Party, refId: string, value: string): Promise<void>
} {
  if (part === 'documents') {
    const collection = client.db().collection(documents?.collection ?? '')
    return {
      read: async (party, refId) =>
        (await auditor.documents(member, party.tenant.refId)).find((one) => one.refId === refId)?.[field],
      write: async (_, refId, value) => void (await collection.updateMany({ refId }, { $set: { [field]: value } })),
    }
  }
  const column = table?.fields.find(({ name }) => name === field)?.column ?? ''
  return {
    read: async (party, refId) =>
      (await auditor.rows(member, party.tenant.id)).find((one) => one.refId === refId)?.[field],
    write: async (_, refId, value) =>
      void (await auditor.query(
        `UPDATE public.${alwaysQuoted(table?.table ?? '')} SET ${alwaysQuoted(column)} = $1 WHERE ref_id = $2`,
        [value, refId],
      )),
  }
}

function followers(
  member: string,
  { objects }: EntityDescription,
  { field }: Pointer,
): readonly (readonly [string, (db: Db, refId: string) => Promise<unknown>])[] {
  const isPart = Object.values(objects).every(({ pointer }) => pointer?.field !== field)
  const reached = Object.values(objects).filter(({ pointer }) => isPart || pointer?.field === field)
  return [
    ['read', (db, refId) => repository(db, member).read(refId)],
    ...reached.flatMap(
      ({ member: object }): readonly (readonly [string, (db: Db, refId: string) => Promise<unknown>])[] => [
        [`${object}.contentUrl`, (db, refId) => handle(db, member, object).contentUrl(refId)],
        [`${object}.bytes`, (db, refId) => handle(db, member, object).bytes(refId)],
      ],
    ),
  ]
}
