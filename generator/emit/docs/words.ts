import { assertNever } from '../../base/internal-error.ts'
import { counted } from '../../base/plural.ts'
import { type Entity, type StoreName, storeNames } from '../../model/entity.ts'
import type { DefaultValue, Field, Relation } from '../../model/field.ts'
import type { Index, Unique } from '../../model/keys.ts'
import { fieldOf } from '../../model/lookup.ts'
import type { Condition, Predicate } from '../../model/predicate.ts'
import type { Volume } from '../../model/volume.ts'
import { code, type Inline, joined } from '../../print/markdown/inline.ts'

export const storeNamesInWords: Readonly<Record<StoreName, string>> = {
  postgres: 'PostgreSQL',
  mongo: 'MongoDB',
  s3: 'S3',
}

/** The stores that an entity has a part in, in the order of all stores. */
export function storesOf(entity: Entity): readonly StoreName[] {
  return storeNames.filter((store) => entity[store] !== undefined)
}

interface Part {
  readonly fields: readonly Field[]
}

/** A text as a sentence: with its full stop. Empty where there is none. */
export function sentence(text: string | undefined): Inline {
  if (text === undefined) return ''
  const trimmed = text.trim()
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** Sentences one behind another; empty ones leave no gap. */
export function sentences(items: readonly Inline[]): Inline {
  const told = items.filter((item) => item !== '' && !(Array.isArray(item) && item.length === 0))
  return told.length === 1 ? (told[0] ?? '') : joined(told, ' ')
}

export function defaultWords(value: DefaultValue | undefined): Inline {
  if (value === undefined) return ''
  switch (value.kind) {
    case 'now':
      return 'now'
    case 'uuid7':
      return 'new UUIDv7'
    case 'ulid':
      return 'new ULID'
    case 'empty_list':
      return code('[]')
    case 'literal':
      return code(String(value.value))
    default:
      return assertNever(value)
  }
}

/** A field by the name its store knows. */
export function physical(part: Part, name: string): Inline {
  return code(fieldOf(part, name)?.physical.text ?? name)
}

/** A condition in words: "`status` is `active` and `revoked_on` is empty". */
export function predicateWords(part: Part, predicate: Predicate): Inline {
  return joined(
    predicate.map((condition): Inline => [physical(part, condition.field), ' ', conditionWords(condition)]),
    ' and ',
  )
}

function conditionWords(condition: Condition): Inline {
  switch (condition.is) {
    case 'equal':
      return ['is ', code(String(condition.value))]
    case 'in':
      return ['is one of ', joined(condition.values.map((value) => code(String(value))))]
    case 'null':
      return 'is empty'
    case 'not_null':
      return 'is filled'
    default:
      return assertNever(condition)
  }
}

/** What a unique promises: "No two live records of a tenant agree in `a` and `b`, where `status` is `active`." */
export function uniqueWords(part: Part, unique: Unique, tenant: string | undefined): Inline {
  const fields = unique.fields.filter((name) => unique.scope === 'global' || name !== tenant)
  const perTenant = unique.scope === 'tenant' && tenant !== undefined && unique.fields.includes(tenant)
  const who = [unique.deleted === 'ignored' ? ' live' : '', ' record', fields.length === 0 ? '' : 's'].join('')
  const promise: Inline =
    fields.length === 0
      ? ['At most one', who, perTenant ? ' of each tenant' : '']
      : ['No two', who, perTenant ? ' of a tenant' : '', ' agree in ', list(fields.map((name) => physical(part, name)))]
  const where: Inline = unique.where.length === 0 ? '' : [', where ', predicateWords(part, unique.where)]
  return sentences([[promise, where, '.'], sentence(unique.about)])
}

/** The fields of an index in their order: "`tenant_id`, `created_on` descending". */
export function indexWords(part: Part, index: Index): Inline {
  return joined(
    index.fields.map(({ field, order }): Inline => {
      const suffix = order === 'desc' ? ' descending' : order === 'text' ? ' as text' : ''
      return [physical(part, field), suffix]
    }),
  )
}

/** How many records may refer to how many: "many to one or none". */
export function manyWords({ field, relation }: { readonly field: Field; readonly relation: Relation }): string {
  return `${relation.inverse?.single === true ? 'at most one' : 'many'} to ${field.optional ? 'one or none' : 'one'}`
}

/** `a`, `b` and `c`. */
export function list(items: readonly Inline[]): Inline {
  if (items.length < 2) return items[0] ?? ''
  return [joined(items.slice(0, -1)), ' and ', items.at(-1) ?? '']
}

/** How much there will be: "200,000 rows for each tenant and month, of 400 bytes". */
export function volumeWords(volume: Volume | undefined, noun: string): Inline {
  if (volume === undefined) return ''
  const counts: string[] = []
  if (volume.perTenantMonth > 0) counts.push(`${counted(volume.perTenantMonth, noun)} for each tenant and month`)
  if (volume.perTenant > 0) counts.push(`${counted(volume.perTenant, noun)} for each tenant`)
  if (volume.total > 0) counts.push(`${counted(volume.total, noun)} in all`)
  if (counts.length === 0) return ''
  return `${counts.join(', ')}, of ${sizeWords(volume.bytes)} each.`
}

/** A size in the powers of 1,000 that the spec uses: `1.5 MB`. */
export function sizeWords(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB']
  if (bytes < 1_000) return counted(bytes, 'byte')
  let size = bytes
  let unit = -1
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${Number(size.toFixed(2))} ${units[unit]}`
}

/** A duration in its largest whole unit: `15 minutes`. */
export function durationWords(seconds: number): string {
  for (const [unit, length] of [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const) {
    if (seconds >= length && seconds % length === 0) return counted(seconds / length, unit)
  }
  return counted(seconds, 'second')
}
