import type { Description } from '../description/description.ts'
import type { EntityDescription } from '../description/entity.ts'
import { isFixed } from '../description/is-fixed.ts'
import { entityIn } from '../scoped/context.ts'
import { type InputKind, partShape } from './entity-shape.ts'
import { objectsCheck } from './objects.ts'
import { isPlain } from './plain.ts'
import type { Check, Problems } from './problems.ts'
import { complete, given, type Shape } from './shape.ts'

/** The members of an input that hold the other parts of a split record. */
const document = 'document'
const objects = 'objects'

/** What a repository takes to make or to change a record of an entity. */
export function entityCheck(description: Description, member: string, kind: InputKind): Check {
  const entity = entityIn(description, member)
  const composed = (target: string): Check => {
    // Made at first use: two entities may point to each other.
    let check: Check | undefined
    return (value, problems) => {
      check ??= entityCheck(description, target, 'create')
      return check(value, problems)
    }
  }
  const rootPart = entity.table === undefined ? 'documents' : 'table'
  const root = partShape(description, entity, rootPart, kind, composed)
  const isSplit = entity.table !== undefined && entity.documents !== undefined
  const part = isSplit ? partShape(description, entity, 'documents', kind, composed) : undefined
  const checkObjects = Object.keys(entity.objects).length === 0 ? undefined : objectsCheck(entity, kind)
  const beside = [...(part === undefined ? [] : [document]), ...(checkObjects === undefined ? [] : [objects])]
  const isRefused = kind === 'update' && isFixed(entity)

  return (value, problems) => {
    if (isRefused) {
      problems.add('is never changed once it is written')
      return value
    }
    const output = given(root, value, problems, beside)
    if (output === undefined || !isPlain(value)) return value
    if (kind === 'create') complete(root, output, problems)
    const bodies = checkObjects === undefined ? undefined : membersOf(value[objects])
    if (part !== undefined) takeDocument(entity, part, kind, value[document], bodies, output, problems)
    if (checkObjects !== undefined) {
      const hasDocument = rootPart === 'documents' || output[document] !== undefined
      const checked = problems.at(objects, () => checkObjects(value[objects], hasDocument, problems))
      if (checked !== undefined) output[objects] = checked
    }
    return output
  }
}

function membersOf(value: unknown): readonly string[] {
  return isPlain(value) ? Object.keys(value).filter((key) => value[key] !== undefined && value[key] !== null) : []
}

/** It must be there where the row needs it, or where an object is given that only it points to. */
function takeDocument(
  entity: EntityDescription,
  part: Shape,
  kind: InputKind,
  value: unknown,
  bodies: readonly string[] | undefined,
  output: Record<string, unknown>,
  problems: Problems,
): void {
  const pointer = entity.table?.fields.find(({ name }) => name === entity.documents?.pointer)
  const isPointedTo = Object.values(entity.objects).some(
    ({ member, pointer: to }) => to?.part === 'documents' && bodies?.includes(member) === true,
  )
  if (value === undefined && (kind === 'update' || (pointer?.optional === true && !isPointedTo))) return
  problems.at(document, () => {
    const found = given(part, value === undefined ? {} : value, problems)
    if (found === undefined) return
    if (kind === 'create') complete(part, found, problems)
    output[document] = found
  })
}
