import type { SpecNode } from '../node.ts'
import type { Json, JsonObject } from '../schema/json-schema.ts'
import type { Places } from './place.ts'
import type { ShapeError } from './validator.ts'

/**
 * Leaves of ajv's errors what a person needs. Of a choice between a short and a long form only the errors of the form
 * that was written are kept; where it was neither, the choice's own. What follows from a wrong type is left out.
 */
export function relevant(errors: readonly ShapeError[], places: Places): readonly ShapeError[] {
  const dropped = new Set<ShapeError>()
  const seen = new Set<string>()
  for (const [path, here] of byPath(errors)) {
    const { node } = places.at(path)
    for (const choice of here.filter((error) => error.keyword === 'anyOf')) {
      const branches = (choice.parentSchema.anyOf ?? []) as readonly JsonObject[]
      const meant = branches.filter((branch) => accepts(branch.type, node))
      if (meant.length > 0) dropped.add(choice)
      for (const error of here) {
        if (branches.includes(error.parentSchema) && !meant.includes(error.parentSchema)) dropped.add(error)
      }
    }
    const mistyped = here.some((error) => error.keyword === 'type' && !dropped.has(error))
    for (const error of here) {
      const said = `${path}\0${error.keyword}\0${error.params.additionalProperty ?? error.params.missingProperty ?? error.propertyName ?? ''}`
      const follows = mistyped && error.keyword !== 'type'
      if (follows || seen.has(said) || error.keyword === 'if' || error.keyword === 'propertyNames') dropped.add(error)
      if (!dropped.has(error)) seen.add(said)
    }
  }
  return errors.filter((error) => !dropped.has(error))
}

function byPath(errors: readonly ShapeError[]): ReadonlyMap<string, readonly ShapeError[]> {
  const groups = new Map<string, ShapeError[]>()
  for (const error of errors) {
    const group = groups.get(error.instancePath)
    if (group === undefined) groups.set(error.instancePath, [error])
    else group.push(error)
  }
  return groups
}

/** Whether a node is of a JSON type, or of one of several. */
function accepts(type: Json | undefined, node: SpecNode): boolean {
  if (Array.isArray(type)) return type.some((one: Json) => accepts(one, node))
  switch (type) {
    case 'object':
      return node.kind === 'map'
    case 'array':
      return node.kind === 'list'
    case 'null':
      return node.kind === 'scalar' && node.value === null
    case 'integer':
      return node.kind === 'scalar' && Number.isInteger(node.value)
    default:
      return node.kind === 'scalar' && typeof node.value === type
  }
}
