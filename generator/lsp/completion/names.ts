import { CompletionItemKind } from 'vscode-languageserver'
import { assertNever } from '../../base/internal-error.ts'
import { ruleCodes } from '../../diagnostic/codes.ts'
import { rulePresets } from '../../front/schema/rules.ts'
import type { Field } from '../../model/field.ts'
import type { Enum } from '../../model/model.ts'
import { fieldTypeText } from '../../model/type-text.ts'
import { rules } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { ownText } from '../inline-text.ts'
import type { ValuePlace } from '../language/value-place.ts'
import type { Known, KnownNames } from './known-names.ts'
import { type Suggestion, scalarText } from './suggestion.ts'

/** The places whose values are whole names or constants, so that a suggestion replaces all that stands there. */
export type NamePlace = Exclude<ValuePlace, { kind: 'type' | 'path' | 'prefix' }>

/** The names of the spec that can stand at a place. */
export function nameSuggestions(place: NamePlace, known: KnownNames, custom: readonly Rule[]): readonly Suggestion[] {
  switch (place.kind) {
    case 'entity':
      return entitySuggestions(known)
    case 'mixin':
      return known.mixins().map((mixin) => named(mixin, CompletionItemKind.Interface, mixin.thing?.role))
    case 'bucket':
      return known.buckets().map((bucket) => named(bucket, CompletionItemKind.Folder, 'bucket'))
    case 'rule':
      return ruleSuggestions(custom)
    case 'preset':
      return rulePresets.map((label) => ({ label, kind: CompletionItemKind.EnumMember, detail: 'preset' }))
    case 'field':
      return known.fields(place.part).flatMap((field) => indexed(field, place))
    case 'audited':
      return known.audited().flatMap((field) => indexed(field, unordered))
    case 'kept':
      return (['postgres', 'mongo'] as const).flatMap((store) =>
        known
          .fields({ kind: 'part', entity: place.entity, store })
          .filter(({ thing }) => thing === undefined || canKeep(thing, place.what))
          .flatMap((field) => indexed(field, unordered)),
      )
    case 'state':
      return values(known.lifecycleEnum(place.part))
    case 'constant':
      return constants(known.field(place.part, place.field), known)
    case 'default':
      return defaults(known.field(place.holder, place.field), known)
    default:
      return assertNever(place)
  }
}

const unordered = { ordered: false } as const

function canKeep({ type, list }: Field, what: 'sha256' | 'size'): boolean {
  if (type.kind !== 'scalar' || list) return false
  if (what === 'size') return type.scalar === 'int' || type.scalar === 'bigint'
  return type.scalar === 'string' && type.length === 64
}

export function entitySuggestions(known: KnownNames): readonly Suggestion[] {
  return known.entities().map((entity) => ({
    ...named(entity, CompletionItemKind.Class, 'entity'),
    ...(entity.thing === undefined ? {} : { from: entity.thing.domain }),
  }))
}

export function ruleSuggestions(custom: readonly Rule[]): readonly Suggestion[] {
  const own: ReadonlySet<string> = new Set(ruleCodes)
  return [...rules, ...custom].map(({ code, summary }) => ({
    label: code,
    kind: CompletionItemKind.Event,
    detail: own.has(code) ? 'rule' : "rule of the project's own",
    about: [ownText(summary)],
  }))
}

function named(
  { name, thing }: Known<{ readonly about?: string }>,
  kind: CompletionItemKind,
  detail: string | undefined,
): Suggestion {
  return {
    label: name,
    kind,
    text: scalarText(name),
    ...(detail === undefined ? {} : { detail }),
    ...(thing?.about === undefined ? {} : { about: [thing.about] }),
  }
}

function indexed(
  field: Known<Field>,
  { only, ordered }: Pick<Extract<ValuePlace, { kind: 'field' }>, 'only' | 'ordered'>,
): readonly Suggestion[] {
  const { thing } = field
  if (only !== undefined && thing !== undefined && !isSuch(thing, only)) return []
  const origin = thing?.origin.kind === 'own' || thing === undefined ? 0 : 1
  const one = {
    ...named(field, CompletionItemKind.Field, thing === undefined ? undefined : fieldTypeText(thing)),
    rank: origin,
  }
  // Half of all indexes end with a time that runs down.
  const isTime = ordered && thing?.type.kind === 'scalar' && thing.type.scalar === 'timestamp'
  return isTime
    ? [one, { ...one, label: `${field.name} desc`, text: `${field.name} desc`, detail: 'newest first' }]
    : [one]
}

function isSuch({ type, list }: Field, only: 'enum' | 'timestamp' | 'text'): boolean {
  if (only === 'enum') return type.kind === 'enum' && !list
  if (type.kind !== 'scalar') return false
  return only === 'timestamp' ? type.scalar === 'timestamp' : type.scalar === 'string' || type.scalar === 'text'
}

function values(of: Enum | undefined): readonly Suggestion[] {
  return (of?.values ?? []).map(({ name, about }) => ({
    label: name,
    kind: CompletionItemKind.EnumMember,
    text: scalarText(name),
    ...(of === undefined ? {} : { detail: of.name }),
    ...(about === undefined ? {} : { about: [about] }),
  }))
}

function words(detail: string, ...labels: readonly string[]): readonly Suggestion[] {
  return labels.map((label) => ({ label, kind: CompletionItemKind.Value, detail }))
}

/** What a field can be compared with in a `where`. */
function constants(field: Field | undefined, known: KnownNames): readonly Suggestion[] {
  const own =
    field?.type.kind === 'scalar' && field.type.scalar === 'boolean'
      ? words('constant', 'true', 'false')
      : values(known.enumOf(field))
  const isNever = field !== undefined && !field.optional
  return isNever ? own : [...own, ...words('empty', 'null'), ...words('anything but empty', '{ not: null }')]
}

/** What a field can have where nobody says. */
function defaults(field: Field | undefined, known: KnownNames): readonly Suggestion[] {
  if (field === undefined) return words('default', 'now', 'uuid7', 'ulid')
  if (field.list) return words('an empty list', '[]')
  if (field.type.kind === 'enum') return values(known.enumOf(field))
  if (field.type.kind !== 'scalar') return []
  switch (field.type.scalar) {
    case 'timestamp':
    case 'date':
      return words('when it is written', 'now')
    case 'uuid':
      return words('a new one, in the order of time', 'uuid7')
    case 'ulid':
      return words('a new one, in the order of time', 'ulid')
    case 'boolean':
      return words('constant', 'true', 'false')
    case 'int':
    case 'bigint':
    case 'float':
      return words('constant', '0')
    default:
      return []
  }
}
