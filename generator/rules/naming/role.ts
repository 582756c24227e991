import { isCase, toCase, words } from '../../base/casing.ts'
import { assertNever } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import type { Model } from '../../model/model.ts'
import type { NameConvention } from '../../model/project.ts'
import { verbs } from '../../model/rule-options.ts'
import { optionOf } from '../../model/rule-place.ts'
import { verbOf } from './agent-nouns.ts'

/** What a field is for, by its type alone; each role has a convention for the name. */
export type Role = 'timestamp' | 'user_ref' | 'external_id' | 'object_key' | 'reference' | 'internal_id' | 'public_id'

export function roleOf(field: Field, model: Model): Role | undefined {
  if (field.primary) return 'internal_id'
  if (field.publicId) return 'public_id'
  const { type } = field
  switch (type.kind) {
    case 'scalar':
      return type.scalar === 'timestamp' || type.scalar === 'external_id' ? type.scalar : undefined
    case 'ref':
      return type.entity === model.project.tenancy?.user ? 'user_ref' : 'reference'
    case 'key':
      return 'object_key'
    case 'part':
      return 'reference'
    case 'enum':
    case 'value':
      return undefined
    default:
      return assertNever(type)
  }
}

/** The convention of a role whose prefix, suffix or name is demanded of the logical name; none for what is derived. */
export function demandFor(role: Role | undefined, model: Model): NameConvention | undefined {
  const { roles } = model.project.conventions.postgres
  switch (role) {
    case 'timestamp':
      return roles.timestamp
    case 'user_ref':
      return roles.userRef
    case 'external_id':
      return roles.externalId
    case 'object_key':
      return roles.objectKey
    case 'internal_id':
      return roles.internalId
    case 'public_id':
      return roles.publicId
    case 'reference':
    case undefined:
      return undefined
    default:
      return assertNever(role)
  }
}

/** Last words that say the same as a role's suffix in another dialect: `completed_at`, `pdf_url`. */
const synonyms: Readonly<Record<Role, readonly string[]>> = {
  timestamp: ['at', 'date', 'time', 'timestamp', 'datetime', 'ts', 'dt', 'when', 'on'],
  user_ref: ['id', 'user', 'ref', 'by'],
  external_id: ['ext', 'external'],
  object_key: ['key', 's3', 'object', 'path', 'url', 'file'],
  reference: [],
  internal_id: [],
  public_id: [],
}

/** Compares by words, so that `completedOn` has the suffix `_on`: its case is another rule's matter. */
export function wears(name: string, convention: NameConvention): boolean {
  const parts = words(name)
  if (convention.name !== undefined && parts.join(' ') !== words(convention.name).join(' ')) return false
  if (convention.prefix !== undefined && !startsWith(parts, words(convention.prefix))) return false
  return convention.suffix === undefined || endsWith(parts, words(convention.suffix))
}

/** The words of a name after its role's prefix and suffix are put on and what said the same is taken off. */
export function dressed(name: string, role: Role, convention: NameConvention, model: Model): readonly string[] {
  if (convention.name !== undefined) return words(convention.name)
  let parts = [...words(name)]
  const prefix = words(convention.prefix ?? '')
  const suffix = words(convention.suffix ?? '')
  const same = new Set(synonyms[role])
  if (suffix.length > 0 && !endsWith(parts, suffix)) {
    while (parts.length > 1 && same.has(parts.at(-1) ?? '')) parts.pop()
    if (role === 'object_key' && parts.length === 1 && same.has(parts[0] ?? '')) parts = []
    if (role === 'user_ref') parts.push(verbOf(parts.pop() ?? '', optionOf(model, verbs)))
    parts.push(...suffix)
  }
  if (prefix.length > 0 && !startsWith(parts, prefix)) {
    const rest = parts.filter((word) => !same.has(word))
    parts = [...prefix, ...(rest.length === 0 ? parts : rest)]
  }
  return parts
}

/** The name that a field should have by its role and the case of fields. */
export function wantedName(field: Field, model: Model): string {
  const role = roleOf(field, model)
  const demand = demandFor(role, model)
  if (demand?.name !== undefined) return demand.name
  const wanted = model.project.conventions.spec.field.case
  const worn = role === undefined || demand === undefined || wears(field.name, demand)
  if (worn && (wanted === undefined || isCase(field.name, wanted))) return field.name
  const parts = worn ? words(field.name) : dressed(field.name, role, demand, model)
  return toCase(parts.join('_'), wanted ?? 'snake_case')
}

function startsWith(parts: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((word, index) => parts[index] === word)
}

export function endsWith(parts: readonly string[], suffix: readonly string[]): boolean {
  const from = parts.length - suffix.length
  return from >= 0 && suffix.every((word, index) => parts[from + index] === word)
}
