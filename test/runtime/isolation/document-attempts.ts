import type { Description } from '../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import type { Attempt, EntitySide } from './attempt.ts'

/** Every way that a repository of documents gives to name what is another tenant's. */
export function documentAttempts(entity: EntityDescription, description: Description): readonly Attempt[] {
  const { documents } = entity
  if (documents === undefined || entity.root !== 'mongo') return []
  const tenant = documents.fields.find(({ kept }) => kept === 'tenant')?.name ?? 'tenantId'
  const collections = Object.values(description.entities).flatMap((other) =>
    other.documents === undefined ? [] : [{ name: other.documents.collection, isPart: other.root !== 'mongo' }],
  )
  return [
    ...reads(tenant),
    ...collections.flatMap((collection) => pipelines(tenant, collection)),
    ...(documents.hasTextIndex ? searches(tenant) : []),
    ...writes(entity, tenant),
    ...references(entity),
  ]
}

type Where = readonly [name: string, where: (side: EntitySide) => object]

function wheres(tenant: string): readonly Where[] {
  return [
    ['by its public id', ({ theirs }) => ({ refId: theirs.refId })],
    ['by its tenant', ({ them }) => ({ [tenant]: them.tenant.refId })],
    ['by any tenant', () => ({ [tenant]: { $exists: true } })],
    ['by either', ({ them, theirs }) => ({ $or: [{ [tenant]: them.tenant.refId }, { refId: theirs.refId }] })],
    ['by what it is not', ({ mine }) => ({ refId: { $ne: mine.refId } })],
    ['by code', () => ({ $expr: { $ne: ['$refId', ''] } })],
  ]
}

function reads(tenant: string): readonly Attempt[] {
  return wheres(tenant).flatMap(([name, where]): readonly Attempt[] => [
    {
      name: `findMany ${name}`,
      method: 'findMany',
      expects: 'own',
      run: (side) => side.repository.findMany({ where: where(side) }),
    },
    {
      name: `findFirst ${name}`,
      method: 'findFirst',
      expects: 'own',
      run: (side) => side.repository.findFirst({ where: where(side) }),
    },
    {
      name: `count ${name}`,
      method: 'count',
      expects: 'own',
      run: (side) => side.repository.count({ where: where(side) }),
    },
    {
      name: `distinct ${name}`,
      method: 'distinct',
      expects: 'own',
      run: (side) => side.repository.distinct('refId', where(side)),
    },
    {
      name: `page ${name}`,
      method: 'page',
      expects: 'own',
      run: (side) => side.repository.page({ where: where(side) }),
    },
    {
      name: `withDeleted ${name}`,
      method: 'withDeleted',
      expects: 'own',
      run: (side) => side.repository.withDeleted.findMany({ where: where(side) }),
    },
    {
      name: `aggregate that matches ${name}`,
      method: 'aggregate',
      expects: 'own',
      run: (side) => side.repository.aggregate([{ $match: where(side) }]),
    },
  ])
}

/** Pipelines that look into a collection, in every place where a stage can. None looks into the parts of rows. */
function pipelines(
  tenant: string,
  { name: collection, isPart }: { readonly name: string; readonly isPart: boolean },
): readonly Attempt[] {
  const look = { $lookup: { from: collection, pipeline: [], as: 'found' } }
  const stages: readonly [string, readonly object[]][] = [
    ['$lookup', [look]],
    ['$lookup by a field', [{ $lookup: { from: collection, localField: 'none', foreignField: 'none', as: 'found' } }]],
    [
      '$lookup in $lookup',
      [{ $lookup: { from: collection, pipeline: [look, { $match: { [tenant]: { $exists: true } } }], as: 'found' } }],
    ],
    ['$unionWith', [{ $unionWith: { coll: collection, pipeline: [{ $match: {} }] } }]],
    ['$unionWith by name', [{ $unionWith: collection }]],
    ['$facet', [{ $facet: { all: [look], other: [{ $unionWith: collection }] } }]],
    [
      '$graphLookup',
      [
        {
          $graphLookup: {
            from: collection,
            startWith: '$none',
            connectFromField: 'none',
            connectToField: 'none',
            as: 'found',
            maxDepth: 2,
          },
        },
      ],
    ],
    ['$out', [{ $out: collection }]],
    ['$merge', [{ $merge: { into: collection } }]],
    ['$function', [{ $addFields: { found: { $function: { body: 'function() {}', args: [], lang: 'js' } } } }]],
    ['$collStats', [{ $collStats: { count: {} } }]],
    ['$documents', [{ $unionWith: { pipeline: [{ $documents: [] }] } }]],
    ['a stage that nobody knows', [{ $stowage: {} }]],
  ]
  return stages.map(([name, pipeline]) => ({
    name: `aggregate with ${name} of ${collection}`,
    method: 'aggregate',
    writes: true,
    expects: isPart || /^\$(out|merge|function|collStats|documents)|^a stage/.test(name) ? 'refused' : 'own',
    run: ({ repository }) => (repository.aggregate as (stages: readonly object[]) => Promise<unknown>)(pipeline),
  }))
}

function searches(tenant: string): readonly Attempt[] {
  return [
    { name: 'search', method: 'search', expects: 'own', run: ({ repository }) => repository.search('text') },
    {
      name: 'search by their tenant',
      method: 'search',
      expects: 'own',
      run: ({ repository, them }) => repository.search('text', { where: { [tenant]: them.tenant.refId } }),
    },
  ]
}

function writes({ documents, softDelete }: EntityDescription, tenant: string): readonly Attempt[] {
  const creates: readonly Attempt[] = [
    {
      name: 'create for their tenant',
      method: 'create',
      writes: true,
      expects: 'refused',
      run: async ({ repository, db, me, them, member }) =>
        repository.create({ ...(await me.records.input(db, member)), [tenant]: them.tenant.refId }),
    },
    {
      name: 'createMany for their tenant',
      method: 'createMany',
      writes: true,
      expects: 'refused',
      run: async ({ repository, db, me, them, member }) =>
        repository.createMany([{ ...(await me.records.input(db, member)), [tenant]: them.tenant.refId }]),
    },
  ]
  if (documents?.appendOnly === true) return creates
  return [
    ...creates,
    {
      name: 'update a document of theirs',
      method: 'update',
      writes: true,
      expects: 'refused',
      run: ({ repository, theirs, me, member }) => repository.update(theirs.refId, me.records.changes(member)),
    },
    {
      name: 'update that gives my document to their tenant',
      method: 'update',
      writes: true,
      expects: 'refused',
      run: ({ repository, mine, them }) => repository.update(mine.refId, { [tenant]: them.tenant.refId }),
    },
    {
      name: 'update with an operator that gives it to their tenant',
      method: 'update',
      writes: true,
      expects: 'refused',
      run: ({ repository, mine, them }) => repository.update(mine.refId, { $set: { [tenant]: them.tenant.refId } }),
    },
    {
      name: 'delete a document of theirs',
      method: 'delete',
      writes: true,
      expects: 'refused',
      run: ({ repository, theirs }) => repository.delete(theirs.refId),
    },
    ...(softDelete === undefined
      ? []
      : ([
          {
            name: 'restore a document of theirs',
            method: 'restore',
            writes: true,
            expects: 'refused',
            run: ({ repository, theirs }) => repository.restore(theirs.refId),
          },
          {
            name: 'purge a document of theirs',
            method: 'purge',
            writes: true,
            expects: 'refused',
            run: ({ repository, theirs }) => repository.purge(theirs.refId),
          },
        ] satisfies Attempt[])),
    ...wheres(tenant).flatMap(([name, where]): readonly Attempt[] => [
      {
        name: `updateMany ${name}`,
        method: 'updateMany',
        writes: true,
        expects: 'own',
        run: (side) => side.repository.updateMany({ where: where(side), data: { tags: ['taken'] } }),
      },
      {
        name: `deleteMany ${name}`,
        method: 'deleteMany',
        writes: true,
        expects: 'own',
        run: (side) =>
          side.repository.deleteMany({ where: { $and: [where(side), { refId: { $ne: side.mine.refId } }] } }),
      },
    ]),
  ]
}

function references({ documents }: EntityDescription): readonly Attempt[] {
  return (documents?.fields ?? []).flatMap((field): readonly Attempt[] => {
    const { type, kept } = field
    if (type.kind !== 'ref' || kept !== undefined) return []
    const { relation, entity: target } = type
    const theirs = ({ them }: EntitySide): string => them.own.get(target)?.refId ?? ''
    const input = async ({ me, db, member }: EntitySide): Promise<object> => {
      const { [relation]: _, ...others } = await me.records.input(db, member)
      return others
    }
    return [relation, field.name].flatMap((place): readonly Attempt[] => {
      const common = { writes: true, expects: 'refused' } as const
      const what = `that refers to their ${target} as ${place}`
      const creates: readonly Attempt[] = [
        {
          ...common,
          name: `create ${what}`,
          method: 'create',
          run: async (side) => side.repository.create({ ...(await input(side)), [place]: theirs(side) }),
        },
        {
          ...common,
          name: `createMany ${what}`,
          method: 'createMany',
          run: async (side) =>
            side.repository.createMany([await input(side), { ...(await input(side)), [place]: theirs(side) }]),
        },
      ]
      if (documents?.appendOnly === true) return creates
      return [
        ...creates,
        {
          ...common,
          name: `update ${what}`,
          method: 'update',
          run: (side) => side.repository.update(side.mine.refId, { [place]: theirs(side) }),
        },
        {
          ...common,
          name: `update by $set ${what}`,
          method: 'update',
          run: (side) => side.repository.update(side.mine.refId, { $set: { [place]: theirs(side) } }),
        },
        {
          ...common,
          name: `updateMany ${what}`,
          method: 'updateMany',
          run: (side) => side.repository.updateMany({ where: {}, data: { [place]: theirs(side) } }),
        },
      ]
    })
  })
}
