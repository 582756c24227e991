import type { Description } from '../description/description.ts'
import type { EntityDescription } from '../description/entity.ts'
import type { FieldDescription } from '../description/field.ts'
import { fieldCheck, publicIdCheck } from './field.ts'
import { memberOf } from './members.ts'
import { isPlain } from './plain.ts'
import type { Check } from './problems.ts'
import { type Shape, shapeOf } from './shape.ts'
import { enumCheck } from './text.ts'

export type InputKind = 'create' | 'update'

const byTheLayer = 'is written by the data layer'

/**
 * What a caller gives of a part of an entity.
 *
 * @param composed checks the input of an entity that is made together with what points to it
 */
export function partShape(
  description: Description,
  entity: EntityDescription,
  part: 'table' | 'documents',
  kind: InputKind,
  composed: (member: string) => Check,
): Shape {
  const fields = entity[part]?.fields ?? []
  const filled = new Set(
    Object.values(entity.objects).flatMap(({ pointer, keeps }) =>
      pointer?.part === part ? [keeps.sha256, keeps.size] : [],
    ),
  )
  return shapeOf(
    fields.map((field) => {
      const check = checkOf(field, description, entity, kind)
      const target = composedTarget(field, description)
      const orWhole = (one: Check): Check => (target === undefined ? one : eitherOf(one, composed(target)))
      const refusal = filled.has(field.name) ? byTheLayer : refusalOf(field, entity, part, kind)
      const isNamed = field.type.kind === 'ref' && field.type.relation !== field.name
      return memberOf(field, {
        check: orWhole(check),
        ...(isNamed ? { alias: { name: relationOf(field), check: orWhole(publicId(field)) } } : {}),
        refusal,
        fillsNull: part === 'documents',
      })
    }),
  )
}

function checkOf(
  field: FieldDescription,
  description: Description,
  { table }: EntityDescription,
  kind: InputKind,
): Check {
  const isState = table?.lifecycle?.field === field.name && table.fields.includes(field)
  return isState && kind === 'create' ? enumCheck([table.lifecycle.start]) : fieldCheck(field, description)
}

function refusalOf(
  field: FieldDescription,
  { table }: EntityDescription,
  part: 'table' | 'documents',
  kind: InputKind,
): string | undefined {
  if (field.kept !== undefined || field.type.kind === 'key' || field.type.kind === 'part') return byTheLayer
  if (kind === 'create') return undefined
  if (field.immutable === true) return 'never changes once it is written'
  return part === 'table' && table?.lifecycle?.field === field.name ? 'changes by a transition alone' : undefined
}

function relationOf({ type, name }: FieldDescription): string {
  return type.kind === 'ref' ? type.relation : name
}

function publicId(field: FieldDescription): Check {
  if (field.optional !== true) return publicIdCheck
  return (value, problems) => (value === null ? null : publicIdCheck(value, problems))
}

/** A record that is kept whole in MongoDB and S3 may be made together with the row that needs it. */
function composedTarget({ type }: FieldDescription, { entities }: Description): string | undefined {
  if (type.kind !== 'ref' || type.holds === 'id') return undefined
  const target = entities[type.entity]
  return target?.root === 'mongo' && Object.keys(target.objects).length > 0 ? type.entity : undefined
}

function eitherOf(id: Check, whole: Check): Check {
  return (value, problems) => (isPlain(value) ? whole(value, problems) : id(value, problems))
}
