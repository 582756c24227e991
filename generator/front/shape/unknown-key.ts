import { didYouMean } from '../../base/did-you-mean.ts'
import type { Diagnostic, Fix } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import { renamings } from '../../diagnostic/renaming.ts'
import { replaced } from '../../diagnostic/text-edit.ts'
import type { MapEntry, MapNode } from '../node.ts'
import type { JsonObject } from '../schema/json-schema.ts'
import { named, type Place, type Places } from './place.ts'
import { listed } from './words.ts'

/** What people write where the language has another place for it. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['nullable', 'write `optional: true`, or `?` after the type'],
  ['max_length', 'write `length`, or `string(120)`'],
  ['description', 'write `about`'],
  ['comment', 'write `about`'],
  ['column', 'write `name`'],
  ['required', 'a field is required unless it has `optional: true`, or `?` after the type'],
  ['enum', 'declare it under `enums` and name it as the type'],
  ['values', 'declare the enum under `enums` and name it as the type'],
  ['index', 'write it under `indexes`, beside `fields`'],
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

/** What other languages call a key. It counts only where the language has its own word in that place. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['index', 'indexes'],
  ['nullable', 'optional'],
  ['null', 'optional'],
  ['description', 'about'],
  ['desc', 'about'],
  ['comment', 'about'],
  ['doc', 'about'],
  ['docs', 'about'],
  ['note', 'about'],
  ['max_length', 'length'],
  ['maxLength', 'length'],
  ['size', 'length'],
  ['column', 'name'],
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['regex', 'pattern'],
  ['format', 'pattern'],
  ['pk', 'primary'],
  ['array', 'list'],
  ['extends', 'use'],
  ['mixin', 'use'],
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
  const free = keysOf(schema).filter((key) => places.entry(map, key) === undefined)
  const ours = foreign.get(entry.key)
  return ours !== undefined && free.includes(ours) ? [ours] : didYouMean(entry.key, free)
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
  const where = place.parent === undefined ? 'this file' : named(place)
  return {
    code: 'shape/unknown-key',
    severity: 'error',
    message: `unknown key ${quoted(entry.key)} in ${where}`,
    span: entry.keySpan,
    label: near.length > 0 ? `did you mean ${listed(near)}?` : 'not a key of the language here',
    help: help(entry.key, near, keys),
    ...mends(entry, near, keys),
  }
}

function mends(entry: MapEntry, near: readonly string[], keys: readonly string[]): Pick<Diagnostic, 'fixes'> {
  const optional = optionalInstead(entry, keys)
  if (optional !== undefined) return { fixes: [optional] }
  const [ours] = near
  if (ours === undefined || foreign.get(entry.key) !== ours)
    return renamings(entry.key, entry.keySpan, near, 'Rename it')
  return { fixes: [{ title: `Rename it to \`${ours}\``, edits: [replaced(entry.keySpan, ours)] }] }
}

/** A field is required unless it says otherwise, so `required` is the opposite of a key of the language. */
function optionalInstead({ key, keySpan, value }: MapEntry, keys: readonly string[]): Fix | undefined {
  if (key !== 'required' || !keys.includes('optional')) return undefined
  if (value.kind !== 'scalar' || typeof value.value !== 'boolean') return undefined
  const text = `${!value.value}`
  return {
    title: `Write \`optional: ${text}\``,
    edits: [replaced(keySpan, 'optional'), { span: value.span, text }],
  }
}

function help(key: string, near: readonly string[], keys: readonly string[]): string {
  const there = elsewhere.get(key)
  if (there !== undefined) return there
  if (keys.length === 0) return 'leave it out: nothing can be set here'
  return near.length === 1 ? `rename it to ${listed(near)}` : `the keys here are ${listed(keys)}`
}
