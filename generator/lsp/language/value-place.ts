import type { Step } from '../cursor.ts'

/** What has fields: a part of an entity, a mixin or a value type. */
export type FieldHolder =
  | { readonly kind: 'part'; readonly entity: string; readonly store: 'postgres' | 'mongo' }
  | { readonly kind: 'mixin'; readonly name: string }
  | { readonly kind: 'shape'; readonly name: string }

type PartHolder = Extract<FieldHolder, { kind: 'part' }>

/** What a name or a value at a place of a spec stands for, where the language's schema alone cannot tell. */
export type ValuePlace =
  | { readonly kind: 'entity' | 'mixin' | 'bucket' | 'rule' | 'preset' }
  /** What every key of a tenant starts with. */
  | { readonly kind: 'prefix' }
  | { readonly kind: 'type'; readonly holder: FieldHolder; readonly field: string }
  | { readonly kind: 'default'; readonly holder: FieldHolder; readonly field: string }
  /** A field of a part; `ordered` where a direction may follow it. */
  | {
      readonly kind: 'field'
      readonly part: PartHolder
      readonly only?: 'enum' | 'timestamp' | 'text'
      readonly ordered: boolean
    }
  /** A constant that a field of a part is compared with. */
  | { readonly kind: 'constant'; readonly part: PartHolder; readonly field: string }
  | { readonly kind: 'state'; readonly part: PartHolder }
  /** A field of the documents that keep what was done. */
  | { readonly kind: 'audited' }
  /** A field that keeps something of an entity's object. */
  | { readonly kind: 'kept'; readonly entity: string; readonly what: 'sha256' | 'size' }
  /** The key of an object. */
  | { readonly kind: 'path'; readonly entity: string }

/** The steps of a path, an item of a list as `*`: no key of the language is that. */
type Names = readonly string[]

function namesOf(path: readonly Step[]): Names {
  return path.map((step) => (step.kind === 'key' ? step.name : '*'))
}

/** What the value at a path is. */
export function valuePlaceAt(path: readonly Step[]): ValuePlace | undefined {
  const [section, name = '', ...rest] = namesOf(path)
  switch (section) {
    case 'entities':
      return inEntity(name, rest)
    case 'mixins':
      return isUse(rest) ? { kind: 'mixin' } : inFields({ kind: 'mixin', name }, rest)
    case 'types':
      return inFields({ kind: 'shape', name }, rest)
    case 'tenancy':
      if (name === 'prefix') return { kind: 'prefix' }
      return name === 'entity' || name === 'user' ? { kind: 'entity' } : undefined
    case 'audit':
      if (name === 'fields') return rest.length === 1 ? { kind: 'audited' } : undefined
      return name === 'entity' || name === '' ? { kind: 'entity' } : undefined
    case 'rules':
      return inRules(name, rest)
    default:
      return undefined
  }
}

/** What the keys of the mapping at a path are; nothing where they are the language's own, or names that the spec makes up. */
export function keyPlaceAt(path: readonly Step[]): ValuePlace | undefined {
  const names = namesOf(path)
  const last = names.at(-1)
  if (names[0] === 'rules') return last === 'levels' || last === 'options' ? { kind: 'rule' } : undefined
  const [section, entity = '', store, block, ...rest] = names
  if (section !== 'entities' || (store !== 'postgres' && store !== 'mongo')) return undefined
  const part: PartHolder = { kind: 'part', entity, store }
  if (block === 'text_index') return { kind: 'field', part, only: 'text', ordered: false }
  if (block === 'lifecycle' && (last === 'allow' || last === 'about')) return { kind: 'state', part }
  const isWhere = (block === 'indexes' || block === 'unique') && rest.length === 2 && last === 'where'
  return isWhere ? { kind: 'field', part, ordered: false } : undefined
}

function inEntity(entity: string, names: Names): ValuePlace | undefined {
  if (isUse(names)) return { kind: 'mixin' }
  const [store, block, ...rest] = names
  if (store === 's3' && block === 'objects') {
    if (rest[1] === 'bucket') return { kind: 'bucket' }
    if (rest[1] === 'keep' && (rest[2] === 'sha256' || rest[2] === 'size'))
      return { kind: 'kept', entity, what: rest[2] }
    return rest[1] === 'path' ? { kind: 'path', entity } : undefined
  }
  if (store !== 'postgres' && store !== 'mongo') return undefined
  const part: PartHolder = { kind: 'part', entity, store }
  switch (block) {
    case 'fields':
      return inFields(part, ['fields', ...rest])
    case 'unique':
    case 'indexes':
      return inKey(part, rest, block === 'indexes')
    case 'lifecycle':
      return inLifecycle(part, rest)
    case 'partition':
      return rest[0] === 'by' ? { kind: 'field', part, only: 'timestamp', ordered: false } : undefined
    case 'expire':
      return rest[0] === 'from' ? { kind: 'field', part, only: 'timestamp', ordered: false } : undefined
    default:
      return undefined
  }
}

function isUse(names: Names): boolean {
  return names[0] === 'use' && names[1] === '*' && names.length === 2
}

function inFields(holder: FieldHolder, [block, field, ...rest]: Names): ValuePlace | undefined {
  if (block !== 'fields' || field === undefined) return undefined
  const [key] = rest
  if (key === undefined || key === 'type') return { kind: 'type', holder, field }
  return key === 'default' ? { kind: 'default', holder, field } : undefined
}

/** In an item of `unique` or `indexes`: its fields, short or long, and the constants of its `where`. */
function inKey(part: PartHolder, [, key, field, ...rest]: Names, ordered: boolean): ValuePlace | undefined {
  if (key === '*' && field === undefined) return { kind: 'field', part, ordered }
  if (key === 'fields' && field === '*') return { kind: 'field', part, ordered }
  if (key !== 'where' || field === undefined) return undefined
  return rest.length === 0 || rest[0] === '*' ? { kind: 'constant', part, field } : undefined
}

function inLifecycle(part: PartHolder, [key, , item]: Names): ValuePlace | undefined {
  if (key === 'field') return { kind: 'field', part, only: 'enum', ordered: false }
  if (key === 'start' || (key === 'allow' && item === '*')) return { kind: 'state', part }
  return undefined
}

function inRules(key: string, names: Names): ValuePlace | undefined {
  if (key === 'extends') return { kind: 'preset' }
  return key === 'overrides' && names[1] === 'entities' && names[2] === '*' ? { kind: 'entity' } : undefined
}
