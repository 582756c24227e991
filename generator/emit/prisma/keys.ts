import type { Field } from '../../model/field.ts'
import type { PostgresEntity } from '../../model/lookup.ts'
import { name } from '../../print/prisma/escape.ts'
import { attribute, blockAttribute, call, list, type ModelLine, named } from '../../print/prisma/tree.ts'
import { mapped } from './constraint-name.ts'
import type { Names } from './names.ts'

type FieldAttribute = ReturnType<typeof attribute>

export interface PrismaKeys {
  /** `@id` or `@unique`, by the field's logical name. */
  readonly ofFields: ReadonlyMap<string, FieldAttribute>
  /** `@@id`, `@@unique` and `@@index`, in this order. */
  readonly ofModel: readonly ModelLine[]
}

/**
 * Keys and indexes that Prisma may know. It would take a partial unique for a full one and then update or delete more
 * rows than one, and has no word for a partial index: those live in the database alone.
 */
export function prismaKeys(
  { name: entity, postgres }: PostgresEntity,
  fields: ReadonlyMap<string, Field>,
  names: Names,
): PrismaKeys {
  const members = (of: readonly string[]): ReturnType<typeof list> =>
    list(of.map((field) => name(names.scalar(entity, field))))
  const columns = (of: readonly string[]): readonly string[] =>
    of.flatMap((field) => fields.get(field)?.physical.text ?? [])
  const ofFields = new Map<string, FieldAttribute>()
  const ofModel: ModelLine[] = []

  const { primaryKey, primaryKeyName, table } = postgres
  const [id] = primaryKey
  const primary = mapped('primary', table, [], primaryKeyName)
  if (primaryKey.length === 1 && id !== undefined) ofFields.set(id, attribute('id', primary))
  else ofModel.push(blockAttribute('id', [members(primaryKey), ...primary]))

  for (const unique of postgres.uniques.filter(({ full }) => full)) {
    const map = mapped('unique', table, columns(unique.fields), unique.name)
    const [only] = unique.fields
    if (only !== undefined && unique.fields.length === 1 && !ofFields.has(only))
      ofFields.set(only, attribute('unique', map))
    else ofModel.push(blockAttribute('unique', [members(unique.fields), ...map]))
  }

  for (const index of postgres.indexes.filter(({ where }) => where.length === 0)) {
    const items = index.fields.map(({ field, order }) => {
      const member = names.scalar(entity, field)
      return order === 'desc' ? call(member, [named('sort', name('Desc'))]) : name(member)
    })
    const map = mapped('index', table, columns(index.fields.map(({ field }) => field)), index.name)
    ofModel.push(blockAttribute('index', [list(items), ...map]))
  }
  return { ofFields, ofModel }
}
