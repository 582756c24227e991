import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import type { Field } from '../../model/field.ts'
import { entityNamed } from '../../model/lookup.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import type { PropertySignature } from '../../print/typescript/tree.ts'
import type { Holding } from '../typescript/field-type.ts'
import type { EntityContext } from './context.ts'
import { inputType } from './input-type.ts'
import { isComposable, isGiven } from './traits.ts'

/** The members of what a caller gives of one part. */
export interface PartInput {
  /** For a new record, but for required references. */
  readonly fields: readonly PropertySignature[]
  /** Required references by their members, and the same by the names of their relations. */
  readonly references: readonly PropertySignature[]
  readonly relations: readonly PropertySignature[]
  /** For a change. */
  readonly changes: readonly PropertySignature[]
}

export function partInput(context: EntityContext, part: 'table' | 'documents'): PartInput {
  const { entity, described } = context
  const fields = (part === 'table' ? entity.postgres : entity.mongo)?.fields ?? []
  const descriptions = described[part]?.fields ?? []
  const holding: Holding = { ...context, as: part === 'table' ? 'row' : 'document', entity: stringLiteral(entity.name) }
  const taken = new Set(descriptions.map(({ name }) => name))
  const input: Mutable<PartInput> = { fields: [], references: [], relations: [], changes: [] }
  fields.forEach((field, at) => {
    const one = descriptions[at]
    if (one === undefined || !isGiven(one, described, part)) return
    const orNull = field.optional ? ' | null' : ''
    const member = signature(one.name, `${inputType(field, holding)}${orNull}`, field)
    const relation = relationOf(field, one, taken, context)
    const isNeeded = !field.optional && field.default === undefined
    if (isNeeded && relation !== undefined) {
      input.references.push(member)
      input.relations.push(relation)
    } else {
      input.fields.push(isNeeded ? member : optional(member))
      if (relation !== undefined) input.fields.push(optional({ ...relation, type: `${relation.type}${orNull}` }))
    }
    if (field.immutable) return
    input.changes.push(optional(member))
    if (relation !== undefined) input.changes.push(optional({ ...relation, type: `${relation.type}${orNull}` }))
  })
  return input
}

type Mutable<T> = { [Member in keyof T]: T[Member] extends readonly (infer Item)[] ? Item[] : T[Member] }

function signature(name: string, type: string, { about }: Field): PropertySignature {
  return { name, type, isReadonly: true, ...(about === undefined ? {} : { doc: about }) }
}

function optional(member: PropertySignature): PropertySignature {
  return { ...member, hasQuestionToken: true }
}

/** The reference by the name of its relation, unless that is the member of something else. */
function relationOf(
  field: Field,
  { type, list }: FieldDescription,
  taken: Set<string>,
  { model, names, imports }: EntityContext,
): PropertySignature | undefined {
  if (type.kind !== 'ref' || field.type.kind !== 'ref' || list === true || taken.has(type.relation)) return undefined
  taken.add(type.relation)
  const target = entityNamed(model, field.type.entity)
  const id = `${imports.type('RefId', 'ids.ts')}<${stringLiteral(target.name)}>`
  if (type.holds === 'id' || !isComposable(target)) return signature(type.relation, id, field)
  const create = names.provider(target, 'Create')
  return signature(type.relation, `${id} | ${imports.type(create.name, create.file)}`, field)
}
