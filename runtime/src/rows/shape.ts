import type { Description } from '../description/description.ts'
import type { EntityDescription, TableDescription } from '../description/entity.ts'
import type { FieldDescription, Kept } from '../description/field.ts'
import { entityIn } from '../scoped/context.ts'

/** What is worked out once of an entity with a table. */
export interface Shape {
  /** Of the entity in the client: `blogPost`. */
  readonly member: string
  readonly entity: EntityDescription
  readonly table: TableDescription
  readonly fields: ReadonlyMap<string, FieldDescription>
  /** The members that the data layer writes, by what they are. */
  readonly kept: Readonly<Partial<Record<Kept, string>>>
  readonly relations: ReadonlyMap<string, Relation>
  readonly encrypted: readonly FieldDescription[]
  /** Whether what is read may hold ciphertext, or a record that counts as deleted. */
  readonly deletedOn?: string
}

export interface Relation {
  readonly name: string
  readonly isList: boolean
  readonly isOptional: boolean
  /** Of the other end; worked out when it is first asked for, since entities refer to one another. */
  readonly target: Shape
}

const shapes = new WeakMap<Description, Map<string, Shape>>()

/** @throws TypeError for an entity without a table */
export function shapeOf(description: Description, member: string): Shape {
  let known = shapes.get(description)
  if (known === undefined) {
    known = new Map()
    shapes.set(description, known)
  }
  let shape = known.get(member)
  if (shape === undefined) {
    shape = workOut(description, member)
    known.set(member, shape)
  }
  return shape
}

function workOut(description: Description, member: string): Shape {
  const entity = entityIn(description, member)
  const { table, softDelete } = entity
  if (table === undefined) throw new TypeError(`${entity.name} has no table`)
  const kept: Partial<Record<Kept, string>> = {}
  for (const field of table.fields) if (field.kept !== undefined) kept[field.kept] = field.name
  const relations = Object.entries(table.relations).map(([name, relation]): [string, Relation] => [
    name,
    {
      name,
      isList: relation.list,
      isOptional: relation.optional,
      get target() {
        return shapeOf(description, relation.entity)
      },
    },
  ])
  return {
    member,
    entity,
    table,
    fields: new Map(table.fields.map((field) => [field.name, field])),
    kept,
    relations: new Map(relations),
    encrypted: table.fields.filter(({ encrypted }) => encrypted === true),
    ...(softDelete === undefined ? {} : { deletedOn: softDelete.on }),
  }
}
