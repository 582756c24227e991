import type { TableDescription } from '../../../runtime/src/description/entity.ts'
import type { Attempt } from './attempt.ts'

const nobodys = {
  id: '00000000-0000-7000-8000-000000000000',
  ref_id: '01HZZZZZZZ0000000000000001',
  object_id: '0123456789abcdef01234567',
} as const

/** A record of theirs in every place where an input names another record. */
export function rowReferences(table: TableDescription): readonly Attempt[] {
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
      [`${name} by an inner id that nobody has`, () => ({ [name]: nobodys[type.holds] })],
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
      const updateMany: Attempt = {
        name: `updateMany that refers to their ${form}`,
        method: 'updateMany',
        writes: true,
        expects: 'refused',
        run: ({ repository, mine, them }) =>
          repository.updateMany({ where: { refId: mine.refId }, data: reference(idsOf(them)) }),
      }
      return table.appendOnly ? [create] : [create, update, updateMany]
    })
  })
}
