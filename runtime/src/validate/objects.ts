import type { EntityDescription, ObjectDescription } from '../description/entity.ts'
import type { InputKind } from './entity-shape.ts'
import { nearest } from './nearest.ts'
import { isPlain } from './plain.ts'
import type { Problems } from './problems.ts'

/** Looks at the bodies of an entity's objects by their members; what is in them is looked at as it flows. */
export function objectsCheck(
  entity: EntityDescription,
  kind: InputKind,
): (value: unknown, hasDocument: boolean, problems: Problems) => Readonly<Record<string, unknown>> | undefined {
  const known = new Map(Object.values(entity.objects).map((object) => [object.member, object]))
  return (value, hasDocument, problems) => {
    if (value !== undefined && !isPlain(value)) {
      problems.add('must be an object')
      return undefined
    }
    const bodies = value ?? {}
    const output: Record<string, unknown> = {}
    for (const [name, body] of Object.entries(bodies)) {
      const object = known.get(name)
      if (object === undefined) {
        const meant = nearest(name, known.keys())
        problems.addAt(name, meant === undefined ? 'is no object' : `is no object; did you mean ${meant}?`)
      } else if (body === null && object.pointer?.optional !== true) problems.addAt(name, 'must not be null')
      else if (body !== undefined && body !== null && !isBody(body))
        problems.addAt(name, 'must be bytes, a text, a stream of bytes, or a file')
      else if (body !== undefined) output[name] = body
    }
    if (kind === 'create')
      for (const [name, object] of known)
        if (bodies[name] === undefined && isNeeded(object, hasDocument)) problems.addAt(name, 'is required')
    return value === undefined && Object.keys(output).length === 0 ? undefined : output
  }
}

/** Something points to it that cannot be empty; or nothing does, and the object is the record. */
function isNeeded({ pointer }: ObjectDescription, hasDocument: boolean): boolean {
  if (pointer === undefined) return true
  return !pointer.optional && (pointer.part === 'table' || hasDocument)
}

function isBody(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'object'
}
