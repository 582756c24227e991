import type { EntityDescription, TableDescription } from '../../../runtime/src/description/entity.ts'
import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import type { Attempt } from './attempt.ts'

/** Every way that a row's repository gives to name what is another tenant's. */
export function rowAttempts(entity: EntityDescription): readonly Attempt[] {
  const { table } = entity
  if (table === undefined) return []
  return [...readsByWhere(table), ...relationReads(table), ...writes(entity, table), ...references(table)]
}

function tenantOf(table: TableDescription): FieldDescription | undefined {
  return table.fields.find(({ kept }) => kept === 'tenant')
}

function readsByWhere(table: TableDescription): readonly Attempt[] {
  const tenant = tenantOf(table)?.name
  const id = table.fields.find(({ kept }) => kept === 'id')?.name ?? 'id'
  const plain = table.fields.find(({ type, list, encrypted, kept }) => {
    return (
      type.kind === 'scalar' && type.scalar === 'string' && list !== true && encrypted !== true && kept === undefined
    )
  })?.name
  const filters: readonly (readonly [
    string,
    (ids: { refId: string; id: string }, them: string, me: string) => object,
  ])[] = [
    ['by its public id', ({ refId }) => ({ refId })],
    ['by its inner id', (theirs) => ({ [id]: theirs.id })],
    ['beside anything else', ({ refId }) => ({ OR: [{ refId }, { refId: { not: '' } }], AND: [{ refId }] })],
    ['by what it is not', (_, __, me) => ({ NOT: { refId: me } })],
    ...(tenant === undefined
      ? []
      : [['by its tenant', (_: unknown, them: string) => ({ OR: [{ [tenant]: them }] })] as const]),
  ]
  return filters.flatMap(([name, where]): readonly Attempt[] => [
    {
      name: `findMany ${name}`,
      method: 'findMany',
      expects: name === 'by what it is not' ? 'own' : 'empty',
      run: ({ repository, theirs, them, mine }) =>
        repository.findMany({ where: where(theirs, them.tenant.id, mine.refId) }),
    },
    {
      name: `findFirst ${name}`,
      method: 'findFirst',
      expects: name === 'by what it is not' ? 'own' : 'empty',
      run: ({ repository, theirs, them, mine }) =>
        repository.findFirst({ where: where(theirs, them.tenant.id, mine.refId) }),
    },
    {
      name: `count ${name}`,
      method: 'count',
      expects: name === 'by what it is not' ? 'own' : 'empty',
      run: ({ repository, theirs, them, mine }) =>
        repository.count({ where: where(theirs, them.tenant.id, mine.refId) }),
    },
    {
      name: `page ${name}`,
      method: 'page',
      expects: 'own',
      run: ({ repository, theirs, them, mine }) =>
        repository.page({ where: where(theirs, them.tenant.id, mine.refId) }),
    },
    {
      name: `withDeleted ${name}`,
      method: 'withDeleted',
      expects: name === 'by what it is not' ? 'own' : 'empty',
      run: ({ repository, theirs, them, mine }) =>
        repository.withDeleted.findMany({ where: where(theirs, them.tenant.id, mine.refId) }),
    },
    {
      name: `aggregate ${name}`,
      method: 'aggregate',
      expects: 'own',
      run: ({ repository, theirs, them, mine }) =>
        repository.aggregate({
          where: where(theirs, them.tenant.id, mine.refId),
          _count: true,
          _max: { refId: true },
          _min: { refId: true },
        }),
    },
    ...(plain === undefined
      ? []
      : [
          {
            name: `groupBy ${name}`,
            method: 'groupBy',
            expects: 'own',
            run: ({ repository, theirs, them, mine }) =>
              repository.groupBy({
                by: ['refId', plain],
                where: where(theirs, them.tenant.id, mine.refId),
                _count: true,
                orderBy: { refId: 'asc' },
              }),
          } satisfies Attempt,
        ]),
    ...(table.appendOnly
      ? []
      : ([
          {
            name: `updateMany ${name}`,
            method: 'updateMany',
            writes: true,
            expects: 'own',
            run: ({ repository, theirs, them, mine, me, member }) =>
              repository.updateMany({
                where: where(theirs, them.tenant.id, mine.refId),
                data: firstOf(me.records.changes(member)),
              }),
          },
          {
            name: `deleteMany ${name}`,
            method: 'deleteMany',
            writes: true,
            expects: 'own',
            run: ({ repository, theirs, them }) =>
              repository.deleteMany({ where: { AND: [where(theirs, them.tenant.id, ''), { refId: theirs.refId }] } }),
          },
        ] satisfies Attempt[])),
  ])
}

/** One change that cannot clash with another record. */
function firstOf(changes: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(changes).slice(0, 1))
}

/** What is read along with a record, or filtered by, at every relation. */
function relationReads(table: TableDescription): readonly Attempt[] {
  const all = Object.entries(table.relations)
  const including = (): object => Object.fromEntries(all.map(([name]) => [name, true]))
  return [
    {
      name: 'findMany with all that is related',
      method: 'findMany',
      expects: 'own',
      run: ({ repository }) => repository.findMany({ include: including() }),
    },
    {
      name: 'findMany with counts of all that is related',
      method: 'findMany',
      expects: 'own',
      run: ({ repository }) =>
        repository.findMany({
          include: {
            _count: { select: Object.fromEntries(all.filter(([, { list }]) => list).map(([n]) => [n, true])) },
          },
        }),
    },
    ...all.map(
      ([name, { entity: target, list }]): Attempt => ({
        name: `findMany by a ${name} of theirs`,
        method: 'findMany',
        expects: 'empty',
        run: ({ repository, them }) => {
          const refId = them.own.get(target)?.refId ?? them.tenant.refId
          return repository.findMany({ where: { [name]: list ? { some: { refId } } : { is: { refId } } } })
        },
      }),
    ),
  ]
}

function writes(entity: EntityDescription, table: TableDescription): readonly Attempt[] {
  const tenant = tenantOf(table)?.name
  const { lifecycle } = table
  const byId: readonly Attempt[] = table.appendOnly
    ? []
    : [
        {
          name: 'update a record of theirs',
          method: 'update',
          writes: true,
          expects: 'refused',
          run: ({ repository, theirs, me, member }) => repository.update(theirs.refId, me.records.changes(member)),
        },
        {
          name: 'update a record of theirs at its revision',
          method: 'update',
          writes: true,
          expects: 'refused',
          run: ({ repository, theirs, me, member }) =>
            repository.update(theirs.refId, me.records.changes(member), { revision: 0 }),
        },
        {
          name: 'update by the inner id',
          method: 'update',
          writes: true,
          expects: 'refused',
          run: ({ repository, theirs, me, member }) => repository.update(theirs.id, me.records.changes(member)),
        },
        {
          name: 'delete a record of theirs',
          method: 'delete',
          writes: true,
          expects: 'refused',
          run: ({ repository, theirs }) => repository.delete(theirs.refId),
        },
        ...(entity.softDelete === undefined
          ? []
          : ([
              {
                name: 'restore a record of theirs',
                method: 'restore',
                writes: true,
                expects: 'refused',
                run: ({ repository, theirs }) => repository.restore(theirs.refId),
              },
              {
                name: 'purge a record of theirs',
                method: 'purge',
                writes: true,
                expects: 'refused',
                run: ({ repository, theirs }) => repository.purge(theirs.refId),
              },
            ] satisfies Attempt[])),
      ]
  const moves: readonly Attempt[] =
    lifecycle === undefined
      ? []
      : [
          {
            name: 'transition of a record of theirs',
            method: 'transition',
            writes: true,
            expects: 'refused',
            run: ({ repository, theirs }) =>
              repository.transition(theirs.refId, lifecycle.allow[lifecycle.start]?.[0] ?? '', {
                from: lifecycle.start,
              }),
          },
        ]
  const creates: readonly Attempt[] =
    tenant === undefined
      ? []
      : (['id', 'refId'] as const).flatMap((form): readonly Attempt[] => [
          {
            name: `create for their tenant by its ${form}`,
            method: 'create',
            writes: true,
            expects: 'refused',
            run: async ({ repository, db, me, them, member }) =>
              repository.create({ ...(await me.records.input(db, member)), [tenant]: them.tenant[form] }),
          },
          {
            name: `createMany for their tenant by its ${form}`,
            method: 'createMany',
            writes: true,
            expects: 'refused',
            run: async ({ repository, db, me, them, member }) =>
              repository.createMany([{ ...(await me.records.input(db, member)), [tenant]: them.tenant[form] }]),
          },
          {
            name: `update that gives my record to their tenant by its ${form}`,
            method: 'update',
            writes: true,
            expects: 'refused',
            run: ({ repository, mine, them }) => repository.update(mine.refId, { [tenant]: them.tenant[form] }),
          },
        ])
  return [...byId, ...moves, ...creates]
}

/** A record of theirs in every place where an input names another record. */
function references(table: TableDescription): readonly Attempt[] {
  return table.fields.flatMap((field): readonly Attempt[] => {
    const { type, kept, name } = field
    if (type.kind !== 'ref' || kept !== undefined) return []
    const { relation, entity: target } = type
    const forms: readonly [string, (ids: { refId: string; id: string }) => object][] = [
      [`${relation} by public id`, ({ refId }) => ({ [relation]: refId })],
      [`${name} by public id`, ({ refId }) => ({ [name]: refId })],
      [`${name} by inner id`, ({ id }) => ({ [name]: id })],
      [`${relation} by connect`, ({ refId }) => ({ [relation]: { connect: { refId } } })],
      [`${relation} by connect with the inner id`, ({ id }) => ({ [relation]: { connect: { id } } })],
      [`${relation} by connectOrCreate`, ({ refId }) => ({ [relation]: { connectOrCreate: { where: { refId } } } })],
    ]
    return forms.flatMap(([form, reference]): readonly Attempt[] => {
      const idsOf = (them: { own: ReadonlyMap<string, { refId: string }>; ids: ReadonlyMap<string, string> }) => ({
        refId: them.own.get(target)?.refId ?? '',
        id: them.ids.get(target) ?? '',
      })
      const create: Attempt = {
        name: `create that refers to their ${form}`,
        method: 'create',
        writes: true,
        expects: 'refused',
        run: async ({ repository, db, me, them, member }) => {
          const input = await me.records.input(db, member)
          delete input[relation]
          return repository.create({ ...input, ...reference(idsOf(them)) })
        },
      }
      const update: Attempt = {
        name: `update that refers to their ${form}`,
        method: 'update',
        writes: true,
        expects: 'refused',
        run: ({ repository, mine, them }) => repository.update(mine.refId, reference(idsOf(them))),
      }
      return table.appendOnly ? [create] : [create, update]
    })
  })
}
