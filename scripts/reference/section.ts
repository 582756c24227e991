import type { Json, JsonObject } from '../../generator/front/schema/json-schema.ts'
import { isObject } from './form.ts'

/** A mapping of the language: a section of the page, with a row for each key. */
export interface Section {
  readonly schema: JsonObject
  /** Stands before the anchors of its keys: `stores-s3`. */
  readonly anchor: string
  /** Where the mapping stands in a spec: `stores.s3`; empty for a whole file. */
  readonly path: string
  /** How many mappings it lies within one that the schema names. */
  readonly depth: number
}

/** The shared pieces of which the project file alone has any: told first. */
const ofProject: readonly string[] = ['project', 'stores', 'tenancy', 'conventions', 'rules', 'options', 'sharedRules']

/** How the path of a shared piece begins. A piece that is not here takes the name that it has in the schema. */
const places: Readonly<Record<string, string>> = {
  project: '',
  domain: '',
  options: 'rules.options',
  sharedRules: '',
  mixin: 'mixins.<mixin>',
  type: 'types.<Type>',
  enum: 'enums.<Enum>',
  entity: 'entities.<Entity>',
  postgres: 'entities.<Entity>.postgres',
  mongo: 'entities.<Entity>.mongo',
  s3: 'entities.<Entity>.s3',
  field: 'fields.<field>',
  uniques: 'unique[]',
  indexes: 'indexes[]',
}

/** What the entries of a mapping with names of the spec's own are called in a path. */
const entryNames: Readonly<Record<string, string>> = { buckets: '<bucket>', objects: '<object>', where: '<field>' }

/** Every mapping with known keys, each once: the shared pieces, each followed by what is in it. */
export function sectionsOf(root: JsonObject): readonly Section[] {
  const pieces = root.$defs
  if (!isObject(pieces)) return []
  const others = Object.keys(pieces).filter((name) => !ofProject.includes(name))
  return [...ofProject, ...others].flatMap((name) => {
    const schema = pieces[name]
    return isObject(schema) ? sectionsIn(schema, name, places[name] ?? name, 0) : []
  })
}

function sectionsIn(schema: JsonObject, anchor: string, path: string, depth: number): readonly Section[] {
  if (Array.isArray(schema.anyOf)) {
    return schema.anyOf.flatMap((branch) => (isObject(branch) ? sectionsIn(branch, anchor, path, depth) : []))
  }
  if (isObject(schema.items)) return sectionsIn(schema.items, anchor, path.endsWith('[]') ? path : `${path}[]`, depth)
  if (isObject(schema.additionalProperties)) {
    const described = Object.entries(schema.properties ?? {}).filter(([, property]) => hasKeys(property))
    if (described.length > 0) {
      return described.flatMap(([key, property]) =>
        sectionsIn(property, `${anchor}-${key.replace('/', '-')}`, `${path}.${key}`, depth + 1),
      )
    }
    const entry = entryNames[path.slice(path.lastIndexOf('.') + 1)] ?? '<name>'
    return sectionsIn(schema.additionalProperties, anchor, `${path}.${entry}`, depth)
  }
  if (!isObject(schema.properties)) return []
  const below = Object.entries(schema.properties).flatMap(([key, property]) =>
    isObject(property) ? sectionsIn(property, `${anchor}-${key}`, path === '' ? key : `${path}.${key}`, depth + 1) : [],
  )
  return [{ schema, anchor, path, depth }, ...below]
}

/** Whether something is a mapping in which anything can be written. */
function hasKeys(property: Json): boolean {
  return isObject(property) && isObject(property.properties) && Object.keys(property.properties).length > 0
}
