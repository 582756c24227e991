import type { Description } from '../../../runtime/src/description/description.ts'
import type { DocumentRepository } from '../../../runtime/src/documents/repository.ts'
import type { Tenant } from '../../../runtime/src/stores/scope.ts'
import { type Documents, newTenant, scopeOf } from './documents.ts'
import type { Probe } from './probe.ts'

export type RepositoryOf = (tenant: Tenant, member: string) => DocumentRepository

interface Side {
  readonly tenant: Tenant
  /** Stands in every text that is this tenant's. */
  readonly mark: string
  /** Public ids by entity. */
  readonly ids: Readonly<Record<string, readonly string[]>>
  readonly deleted: string
}

const members = ['plant', 'weather', 'recipe'] as const

/**
 * Does every operation of every entity as each of two tenants to what is the other's.
 *
 * @returns what got through: read by the wrong one, changed by the wrong one, or sent without a tenant
 */
export async function isolationFaults(
  documents: Documents,
  repositoryOf: RepositoryOf,
  probe: Probe,
): Promise<readonly string[]> {
  await documents.clear()
  const one = await side(documents, 'mine')
  const other = await side(documents, 'yours')
  probe.faults()
  const faults: string[] = []
  for (const [me, them] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const member of members) {
      faults.push(...(await readFaults(repositoryOf(me.tenant, member), member, me, them)))
      faults.push(...(await writeFaults(documents, repositoryOf(me.tenant, member), member, them)))
    }
    faults.push(...(await watchFaults(repositoryOf, me, them)))
  }
  const wire = probe.faults().map(({ command, collection, why }) => `${command} of ${collection}: ${why}`)
  return [...faults, ...wire]
}

async function side(documents: Documents, mark: string): Promise<Side> {
  const tenant = newTenant()
  const of = (member: string): DocumentRepository => documents.repository(scopeOf(tenant), member)
  const root = await of('plant').create({ key: `${mark}-root`, name: mark, story: `${mark} word`, lot: mark })
  const child = await of('plant').create({ key: `${mark}-child`, name: mark, lot: mark, parent: root.refId })
  const gone = await of('plant').create({ key: `${mark}-gone`, name: mark, lot: mark })
  await of('plant').delete(String(gone.refId))
  // As a reference into another tenant would be, if somebody had got one in.
  const weather = await of('weather').create({ temperature: 1, plant: root.refId })
  const recipe = await of('recipe').create({ title: mark, steps: [mark] })
  const ids = { plant: [root, child], weather: [weather], recipe: [recipe] }
  return {
    tenant,
    mark,
    deleted: String(gone.refId),
    ids: Object.fromEntries(Object.entries(ids).map(([key, all]) => [key, all.map(({ refId }) => String(refId))])),
  }
}

type Operation = readonly [name: string, work: () => Promise<unknown>]

async function readFaults(db: DocumentRepository, member: string, me: Side, them: Side): Promise<readonly string[]> {
  const ids = [...(them.ids[member] ?? []), ...(member === 'plant' ? [them.deleted] : [])]
  const theirs = { refId: { $in: ids } }
  const { refId: foreign } = them.tenant
  const reads: readonly Operation[] = [db, db.withDeleted].flatMap((seen): readonly Operation[] => [
    ...ids.flatMap((id): readonly Operation[] => [
      ['find', () => seen.find(id)],
      ['get', () => seen.get(id)],
    ]),
    ...[theirs, {}, { $or: [theirs, { gardenId: me.tenant.refId }] }, { $nor: [{ refId: 'x' }] }].flatMap(
      (where): readonly Operation[] => [
        ['findFirst', () => seen.findFirst({ where, orderBy: { refId: 'desc' } })],
        ['findMany', () => seen.findMany({ where })],
        ['distinct', () => seen.distinct('refId', where)],
        ['page', () => seen.page({ where })],
      ],
    ),
    ['count', async () => ((await seen.count({ where: theirs })) === 0 ? [] : [them.mark])],
    ['search', () => (member === 'plant' ? seen.search(`${them.mark} word`) : Promise.resolve([]))],
    ...pipelines(them).map((pipeline): Operation => ['aggregate', () => seen.aggregate(pipeline)]),
  ])
  const found = await Promise.all(
    reads.map(async ([name, work]) => {
      const result = JSON.stringify(await work().catch((error: unknown) => errorCode(error)))
      // A pipeline may write down the ids that it was given.
      const telling = name === 'aggregate' ? [them.mark, foreign] : [them.mark, foreign, ...ids]
      return telling.some((text) => result.includes(text)) && !result.startsWith('"missing')
        ? [`${member}.${name} reads what is another's`]
        : []
    }),
  )
  const named = await refused(member, [
    ['findMany of another', () => db.findMany({ where: { gardenId: foreign } })],
    ['count of another', () => db.count({ where: { $and: [{ gardenId: { $in: [foreign] } }] } })],
    ['aggregate of another', () => db.aggregate([{ $match: { gardenId: foreign } }])],
    ['$out', () => db.aggregate([{ $out: 'plants' }])],
    ['$merge', () => db.aggregate([{ $merge: { into: 'plants' } }])],
    [
      '$lookup elsewhere',
      () => db.aggregate([{ $lookup: { from: { db: 'x', coll: 'plants' }, as: 'x', pipeline: [] } }]),
    ],
    ['$unionWith elsewhere', () => db.aggregate([{ $unionWith: 'system.users' }])],
    ['$currentOp', () => db.aggregate([{ $currentOp: {} }])],
    ['$function', () => db.aggregate([{ $project: { x: { $function: { body: 'x', args: [], lang: 'js' } } } }])],
    ['$where', () => db.aggregate([{ $match: { $where: 'true' } }])],
    ['a later stage', () => db.aggregate([{ $new: {} }])],
    ['a later operator', () => db.aggregate([{ $project: { x: { $new: 1 } } }])],
    ['a stage within a facet', () => db.aggregate([{ $facet: { x: [{ $out: 'y' }] } }])],
    ['a stage within a join', () => db.aggregate([{ $lookup: { from: 'plants', as: 'x', pipeline: [{ $new: {} }] } }])],
  ])
  return [...found.flat(), ...named]
}

/** Every stage that reads from elsewhere, in every form, and within one another. */
function pipelines(them: Side): readonly (readonly object[])[] {
  const lookup = { $lookup: { from: 'plants', localField: 'plantRefId', foreignField: 'refId', as: 'joined' } }
  const [plant] = them.ids.plant ?? []
  const start = { $addFields: { plantRefId: plant } }
  return [
    [],
    [{ $match: {} }, { $sort: { createdOn: 1 } }],
    [start, lookup],
    [{ $lookup: { from: 'plants', let: { a: '$name' }, pipeline: [{ $match: { $expr: true } }], as: 'joined' } }],
    [{ $lookup: { from: 'weathers', pipeline: [start, lookup], as: 'joined' } }],
    [{ $unionWith: 'plants' }],
    [{ $unionWith: { coll: 'plants', pipeline: [{ $match: { lot: them.mark } }] } }],
    [{ $unionWith: { coll: 'recipes' } }],
    [
      start,
      {
        $graphLookup: {
          from: 'plants',
          startWith: '$plantRefId',
          connectFromField: 'parentRefId',
          connectToField: 'refId',
          as: 'up',
        },
      },
    ],
    [
      start,
      {
        $graphLookup: {
          from: 'plants',
          startWith: '$plantRefId',
          connectFromField: 'refId',
          connectToField: 'parentRefId',
          as: 'down',
          restrictSearchWithMatch: { lot: them.mark },
        },
      },
    ],
    [{ $facet: { all: [{ $unionWith: 'plants' }], joined: [start, lookup] } }],
    [{ $group: { _id: '$gardenId', all: { $push: '$$ROOT' } } }],
  ]
}

async function writeFaults(
  documents: Documents,
  db: DocumentRepository,
  member: string,
  them: Side,
): Promise<readonly string[]> {
  const collection = documents.raw(collectionNamed(documents.description, member))
  const theirs = (): Promise<unknown> => collection.find({ gardenId: them.tenant.refId }).sort({ _id: 1 }).toArray()
  const before = JSON.stringify(await theirs())
  const change =
    member === 'plant' ? { name: 'changed' } : member === 'recipe' ? { title: 'changed' } : { temperature: 9 }
  const faults: string[] = []
  const works: readonly Operation[] = [
    ...(them.ids[member] ?? []).flatMap((id): readonly Operation[] => [
      ['update', () => db.update(id, change)],
      ['delete', () => db.delete(id)],
      ['delete of a revision', () => db.delete(id, { revision: 0 })],
    ]),
    ['updateMany', () => db.updateMany({ where: { refId: { $in: them.ids[member] } }, data: change })],
    ['updateMany of all', () => db.updateMany({ where: {}, data: change })],
    ['deleteMany', () => db.deleteMany({ where: { refId: { $in: them.ids[member] } } })],
    ['restore', () => db.restore(them.deleted)],
    ['purge', () => db.purge(them.deleted)],
  ]
  for (const [name, work] of works) {
    await work().catch((error: unknown) => errorCode(error))
    if (JSON.stringify(await theirs()) !== before) {
      faults.push(`${member}.${name} changes what is another's`)
      break
    }
  }
  const input = { plant: { key: 'x', name: 'x' }, weather: { temperature: 1 }, recipe: { title: 'x', steps: [] } }[
    member
  ]
  const named = await refused(member, [
    ['create for another', () => db.create({ ...input, gardenId: them.tenant.refId })],
    ['create for another by its relation', () => db.create({ ...input, garden: them.tenant.refId })],
    ['createMany for another', () => db.createMany([input, { ...input, gardenId: them.tenant.refId }])],
    ...(member === 'weather'
      ? []
      : ([
          ['update into another', () => db.update(them.ids[member]?.[0] ?? '', { gardenId: them.tenant.refId })],
          ['updateMany into another', () => db.updateMany({ where: {}, data: { gardenId: them.tenant.refId } })],
        ] satisfies readonly Operation[])),
  ])
  return [...faults, ...named]
}

async function watchFaults(repositoryOf: RepositoryOf, me: Side, them: Side): Promise<readonly string[]> {
  const events = repositoryOf(me.tenant, 'plant').watch()[Symbol.asyncIterator]()
  const first = events.next()
  // The stream stands once a first event of mine has come; what others wrote before that is not waited for.
  const changes: Promise<number>[] = []
  const writing = setInterval(() => {
    for (const { tenant } of [them, me])
      changes.push(repositoryOf(tenant, 'plant').updateMany({ where: {}, data: { season: 'winter' } }))
  }, 20)
  const seen = [await first, await events.next(), await events.next()]
  clearInterval(writing)
  await events.return?.()
  await Promise.all(changes)
  return JSON.stringify(seen).includes(them.tenant.refId) ? ["plant.watch tells of what is another's"] : []
}

async function refused(member: string, works: readonly Operation[]): Promise<readonly string[]> {
  const faults = await Promise.all(
    works.map(async ([name, work]) => {
      const outcome = await work().then(
        () => 'done',
        (error: unknown) => errorCode(error),
      )
      return outcome === 'forbidden' ? [] : [`${member}: ${name} is not refused (${outcome})`]
    }),
  )
  return faults.flat()
}

function collectionNamed(description: Description, member: string): string {
  return description.entities[member]?.documents?.collection ?? ''
}

function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error)
}
