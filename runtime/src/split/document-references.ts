import type { FieldDescription } from '../description/field.ts'
import { Missing } from '../errors/errors.ts'
import { isUlid } from '../ids/ulid.ts'
import { isUuid } from '../ids/uuid.ts'
import { shapeOf } from '../rows/shape.ts'
import { ownCondition, visionOf } from '../rows/vision.ts'
import type { Context } from '../scoped/context.ts'
import type { Session } from '../stores/postgres.ts'

/**
 * A document's references to rows as public ids, whichever id was given.
 *
 * @throws Missing where the scope does not see what is referred to
 */
export async function publicReferences(
  context: Context,
  member: string,
  fields: readonly FieldDescription[],
  input: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { description, postgres } = context.stores
  const found = fields.filter(
    ({ name, type, kept }) =>
      kept === undefined &&
      type.kind === 'ref' &&
      type.holds === 'ref_id' &&
      description.entities[type.entity]?.table !== undefined &&
      (isUlid(input[name]) || isUuid(input[name])),
  )
  if (found.length === 0) return input
  return await postgres.run(
    context.scope,
    async (session) => {
      const output = { ...input }
      for (const field of found) output[field.name] = await publicId(context, session, member, field, input[field.name])
      return output
    },
    { readOnly: true },
  )
}

async function publicId(
  context: Context,
  session: Session,
  member: string,
  { name, type }: FieldDescription,
  value: unknown,
): Promise<string> {
  const { description } = context.stores
  const target = shapeOf(description, type.kind === 'ref' ? type.entity : '')
  const { id = 'id', refId = 'refId' } = target.kept
  const live = ownCondition(target, visionOf(context.scope, true))
  const row = await session.delegate(target.table.delegate).findFirst({
    where: { ...live, [isUlid(value) ? refId : id]: value },
    select: { [refId]: true },
  })
  if (row === null) {
    const { name: entity } = description.entities[member] ?? { name: member }
    throw new Missing(`${target.entity.name} (${entity}.${name})`, { entity: member, field: name })
  }
  return String(row[refId])
}
