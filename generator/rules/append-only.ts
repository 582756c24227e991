import type { Entity } from '../model/entity.ts'
import type { Field } from '../model/field.ts'
import type { Model } from '../model/model.ts'
import type { MongoPart } from '../model/mongo.ts'
import type { PostgresPart } from '../model/postgres.ts'
import type { SourceFile, Span } from '../source/source-file.ts'
import type { RuleReport } from './rule.ts'

/** Something that would make a record change after it was written. */
interface Change {
  /** A mixin of changing fields, or a field of the entity's own. */
  readonly kind: 'mixin' | 'field'
  readonly name: string
  /** Where the entity asks for it. */
  readonly span: Span
  /** Where the mixin is declared. */
  readonly declared?: Span
}

/**
 * Reports what makes the records of an append-only part change by themselves; the same in both stores of records.
 * `subject` begins the message, `label` says what the store does about it.
 */
export function reportChanges(
  entity: Entity,
  part: PostgresPart | MongoPart,
  model: Model,
  { subject, label }: { readonly subject: string; readonly label: string },
  report: RuleReport,
): void {
  for (const { kind, name, span, declared } of changesOf(entity, part, model)) {
    const mixin = kind === 'mixin'
    report({
      message: `${subject} ${mixin ? `uses \`${name}\`, whose fields change` : `has \`${name}\` with \`on_update\``}`,
      span,
      label,
      related: [
        { span: part.span, label: '`append_only: true` here' },
        ...(declared === undefined ? [] : [{ span: declared, label: 'the mixin is declared here' }]),
      ],
      help: mixin
        ? `take \`${name}\` out of \`use\`, or leave \`append_only\` out`
        : 'leave `on_update` out, or `append_only`',
    })
  }
}

/** `on_update`, and mixins for changes or soft delete. */
function changesOf(entity: Entity, part: { readonly fields: readonly Field[] }, model: Model): readonly Change[] {
  const found = new Map<string, Change>()
  for (const field of part.fields) {
    const { origin } = field
    if (origin.kind === 'mixin') {
      const changing = field.onUpdate !== undefined || origin.role === 'mutable' || origin.role === 'soft_delete'
      if (!changing || found.has(origin.mixin)) continue
      const declared = model.byName.mixins.get(origin.mixin)?.span
      found.set(origin.mixin, {
        kind: 'mixin',
        name: origin.mixin,
        span: useOf(origin.mixin, entity, model),
        ...(declared === undefined ? {} : { declared }),
      })
    } else if (field.onUpdate !== undefined) {
      found.set(`.${field.name}`, { kind: 'field', name: field.name, span: field.span })
    }
  }
  return [...found.values()]
}

const starts = new WeakMap<readonly Span[], ReadonlyMap<SourceFile, readonly Span[]>>()

/** The mixin's name in the entity's `use`; the entity's own name where another mixin brings it in. */
function useOf(mixin: string, entity: Entity, model: Model): Span {
  const uses = entity.mixins.includes(mixin) ? model.uses.get(`mixin:${mixin}`) : undefined
  if (uses === undefined) return entity.span
  const sorted = starts.get(uses) ?? byFile(uses)
  starts.set(uses, sorted)
  const inFile = sorted.get(entity.span.file) ?? []
  let low = 0
  let high = inFile.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inFile[middle]?.start ?? 0) > entity.span.start) high = middle
    else low = middle + 1
  }
  return inFile[low] ?? entity.span
}

function byFile(spans: readonly Span[]): ReadonlyMap<SourceFile, readonly Span[]> {
  return Map.groupBy(
    [...spans].sort((a, b) => a.start - b.start),
    ({ file }) => file,
  )
}
