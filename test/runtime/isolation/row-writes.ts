import type { EntityDescription, TableDescription } from '../../../runtime/src/description/entity.ts'
import type { Attempt } from './attempt.ts'

/** Every write of a row's repository at a record of theirs, or for their tenant. */
export function rowWrites(entity: EntityDescription, table: TableDescription): readonly Attempt[] {
  const tenant = table.fields.find(({ kept }) => kept === 'tenant')?.name
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
