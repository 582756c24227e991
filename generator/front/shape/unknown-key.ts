import { didYouMean } from '../../base/did-you-mean.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import { replaced } from '../../diagnostic/text-edit.ts'
import type { MapEntry, MapNode } from '../node.ts'
import type { JsonObject } from '../schema/json-schema.ts'
import { named, type Place, type Places } from './place.ts'
import { listed } from './words.ts'

/** What people write where the language has another place for it. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['nullable', 'write `optional: true`, or `?` after the type'],
  ['required', 'a field is required unless it has `optional: true`, or `?` after the type'],
  ['max_length', 'write `length`, or `string(120)`'],
  ['description', 'write `about`'],
  ['comment', 'write `about`'],
  ['enum', 'declare it under `enums` and name it as the type'],
  ['values', 'declare the enum under `enums` and name it as the type'],
  ['index', 'write it under `indexes`, beside `fields`'],
  ['column', 'write `name`'],
  ['key', 'write `primary: true`'],
  ['references', 'write the type `ref(Entity)`'],
  ['foreign_key', 'write the type `ref(Entity)`'],
  ['ref', 'write the type `ref(Entity)`'],
  ['fields', 'fields stand in the block of the store that holds them: `postgres: { fields: { ... } }`'],
  ['indexes', 'indexes stand in the block of a store, beside its `fields`'],
  ['entities', 'put it into a file of its own, and name that file under `include`'],
  ['mixins', 'put it into a file of its own, and name that file under `include`'],
  ['types', 'put it into a file of its own, and name that file under `include`'],
  ['enums', 'put it into a file of its own, and name that file under `include`'],
  ['domain', 'put it into a file of its own, and name that file under `include`'],
])

/** The key that was meant, where there is no doubt and it is not there already. */
export function meantKey(entry: MapEntry, map: MapNode, schema: JsonObject, places: Places): string | undefined {
  const near = nearKeys(entry, map, schema, places)
  return near.length === 1 ? near[0] : undefined
}

function keysOf(schema: JsonObject): readonly string[] {
  return Object.keys((schema.properties ?? {}) as JsonObject)
}

function nearKeys(entry: MapEntry, map: MapNode, schema: JsonObject, places: Places): readonly string[] {
  return didYouMean(
    entry.key,
    keysOf(schema).filter((key) => places.entry(map, key) === undefined),
  )
}

/** The report for a key that the language does not know in this place. */
export function unknownKey(
  entry: MapEntry,
  map: MapNode,
  place: Place,
  schema: JsonObject,
  places: Places,
): Diagnostic {
  const near = nearKeys(entry, map, schema, places)
  const keys = keysOf(schema)
  const [first] = near
  const where = place.parent === undefined ? 'this file' : named(place)
  return {
    code: 'shape/unknown-key',
    severity: 'error',
    message: `unknown key ${quoted(entry.key)} in ${where}`,
    span: entry.keySpan,
    label: near.length > 0 ? `did you mean ${listed(near)}?` : 'not a key of the language here',
    help: help(entry.key, near, keys),
    ...(near.length === 1 && first !== undefined
      ? { fixes: [{ title: `Rename it to \`${first}\``, edits: [replaced(entry.keySpan, first)] }] }
      : {}),
  }
}

function help(key: string, near: readonly string[], keys: readonly string[]): string {
  const there = elsewhere.get(key)
  if (there !== undefined) return there
  return near.length === 1 ? `rename it to ${listed(near)}` : `the keys here are ${listed(keys)}`
}
