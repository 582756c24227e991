import type { SourceFile } from '../../source/source-file.ts'
import type { ForeignConstraint, ForeignIndex, ForeignName } from '../tree.ts'
import { argumentOf, fieldsIn } from './attributes.ts'
import { nameIn, type PlacedBlock, physicalName } from './names.ts'
import type { PrismaAttribute, PrismaField } from './tree.ts'

/** Keys of a model. Those that it does not name are named by Prisma after its table and columns. */
export function constraintsOf(
  block: PlacedBlock,
  models: ReadonlyMap<string, PlacedBlock>,
): readonly ForeignConstraint[] {
  const { fields, attributes, file } = block
  return [
    ...fields.flatMap((field) => ofField(field, block, models)),
    ...attributes.flatMap((attribute): readonly ForeignConstraint[] => {
      const kind = attribute.name === 'id' ? 'primary key' : attribute.name === 'unique' ? 'unique' : undefined
      if (kind === undefined) return []
      const columns = columnsNamed(fieldsIn(argumentOf(attribute, 'fields', 'or the first')), block)
      return [{ kind, columns, ...mapped(attribute, file) }]
    }),
  ]
}

export function indexesOf(block: PlacedBlock): readonly ForeignIndex[] {
  return block.attributes
    .filter(({ name }) => name === 'index' || name === 'fulltext')
    .map((attribute) => ({
      unique: false,
      columns: columnsNamed(fieldsIn(argumentOf(attribute, 'fields', 'or the first')), block),
      ...mapped(attribute, block.file),
    }))
}

function ofField(
  field: PrismaField,
  block: PlacedBlock,
  models: ReadonlyMap<string, PlacedBlock>,
): readonly ForeignConstraint[] {
  const { file } = block
  const columns = columnsNamed([field.name.text], block)
  return field.attributes.flatMap((attribute): readonly ForeignConstraint[] => {
    switch (attribute.name) {
      case 'id':
        return [{ kind: 'primary key', columns, ...mapped(attribute, file) }]
      case 'unique':
        return [{ kind: 'unique', columns, ...mapped(attribute, file) }]
      case 'relation':
        return relationKey(attribute, field, block, models)
      default:
        return []
    }
  })
}

/** A relation is a foreign key at the end that holds the columns. */
function relationKey(
  attribute: PrismaAttribute,
  { type }: PrismaField,
  block: PlacedBlock,
  models: ReadonlyMap<string, PlacedBlock>,
): readonly ForeignConstraint[] {
  const target = models.get(type ?? '')
  const columns = columnsNamed(fieldsIn(argumentOf(attribute, 'fields')), block)
  if (target === undefined || columns.length === 0) return []
  const table = physicalName(target.name, target.attributes, target.file).text
  const referred = columnsNamed(fieldsIn(argumentOf(attribute, 'references')), target)
  return [{ kind: 'foreign key', columns, target: { table, columns: referred }, ...mapped(attribute, block.file) }]
}

function columnsNamed(members: readonly string[], { fields, file }: PlacedBlock): readonly string[] {
  return members.flatMap((member) => {
    const field = fields.find(({ name }) => name.text === member)
    return field === undefined ? [] : [physicalName(field.name, field.attributes, file).text]
  })
}

function mapped(attribute: PrismaAttribute, file: SourceFile): { readonly name?: ForeignName } {
  const value = argumentOf(attribute, 'map')
  return value?.kind === 'string' ? { name: nameIn(value.text, value.token, file) } : {}
}
