import type { TableDescription } from '../../../runtime/src/description/entity.ts'
import type { Attempt } from './attempt.ts'

/** Every read of a row's repository with a filter that names a record of theirs. */
export function rowReads(table: TableDescription): readonly Attempt[] {
  return [...readsByWhere(table), ...relationReads(table)]
}

function readsByWhere(table: TableDescription): readonly Attempt[] {
  const tenant = table.fields.find(({ kept }) => kept === 'tenant')?.name
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
