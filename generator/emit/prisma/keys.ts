import { namedScalar } from '../../catalog/prisma/member-names.ts'
import { fieldNamed, type PostgresEntity } from '../../model/lookup.ts'
import { name, type Token } from '../../print/prisma/escape.ts'
import { attribute, blockAttribute, call, list, named } from '../../print/prisma/syntax.ts'
import { mapped } from './constraint-name.ts'

export interface PrismaKeys {
  /** `@id` or `@unique`, by the field's logical name. */
  readonly ofFields: ReadonlyMap<string, Token>
  /** `@@id`, `@@unique` and `@@index`, in this order. */
  readonly ofModel: readonly Token[]
}

/**
 * Keys and indexes that Prisma may know. It would take a partial unique for a full one and then update or delete more
 * rows than one, and has no word for a partial index: those live in the database alone.
 */
export function prismaKeys(entity: PostgresEntity): PrismaKeys {
  const { primaryKey, primaryKeyName, table, uniques, indexes } = entity.postgres
  const member = (field: string): Token => name(namedScalar(entity, field))
  const column = (field: string): string => fieldNamed(entity.postgres, field).physical.text
  const ofFields = new Map<string, Token>()
  const ofModel: Token[] = []

  const [id] = primaryKey
  const primary = mapped('primary', table, [], primaryKeyName)
  if (primaryKey.length === 1 && id !== undefined) ofFields.set(id, attribute('id', primary))
  else ofModel.push(blockAttribute('id', [list(primaryKey.map(member)), ...primary]))

  for (const unique of uniques) {
    if (!unique.full) continue
    const map = mapped('unique', table, unique.fields.map(column), unique.name)
    const [only] = unique.fields
    if (only !== undefined && unique.fields.length === 1 && !ofFields.has(only))
      ofFields.set(only, attribute('unique', map))
    else ofModel.push(blockAttribute('unique', [list(unique.fields.map(member)), ...map]))
  }

  for (const index of indexes) {
    if (index.where.length > 0) continue
    const items = index.fields.map(({ field, order }) =>
      order === 'desc' ? call(member(field), [named('sort', name('Desc'))]) : member(field),
    )
    const columns = index.fields.map(({ field }) => column(field))
    ofModel.push(blockAttribute('index', [list(items), ...mapped('index', table, columns, index.name)]))
  }
  return { ofFields, ofModel }
}
