import type { Field } from '../../model/field.ts'
import type { Model } from '../../model/model.ts'
import { aboutKinds, type describedKinds } from '../../model/rule-options.ts'
import { optionAt } from '../../model/rule-place.ts'
import type { Span } from '../../source/source-file.ts'
import type { Rule } from '../rule.ts'

type Kind = (typeof describedKinds)[number]

const nouns: Readonly<Record<Kind, string>> = {
  entities: 'the entity',
  fields: 'the field',
  enums: 'the enum',
  value_types: 'the value type',
  objects: 'the object',
}

interface Described {
  readonly kind: Kind
  readonly name: string
  readonly about?: string
  readonly span: Span
}

export const missingAbout: Rule = {
  code: 'docs/missing-about',
  scope: 'entity',
  severity: 'warning',
  preset: 'strict',
  summary: 'every entity, field, enum, value type and object says in a line what it is about',
  fixable: false,
  options: [aboutKinds],
  check(model, report) {
    for (const { kind, name, about, span } of described(model)) {
      if (about !== undefined && about !== '') continue
      if (!optionAt(model, aboutKinds, span).includes(kind)) continue
      report({
        message: `${nouns[kind]} \`${name}\` has no \`about\``,
        span,
        label: 'stands in the documentation and in the generated code without a word',
        help:
          kind === 'fields'
            ? `write it in the long form: \`{ type: ..., about: ... }\``
            : 'add a line `about: ...` to it',
      })
    }
  },
}

function* described(model: Model): Generator<Described> {
  for (const one of model.enums) yield { ...one, kind: 'enums' }
  for (const one of model.valueTypes) {
    yield { ...one, kind: 'value_types' }
    yield* fieldsOf(one.fields)
  }
  for (const entity of model.entities) {
    yield { ...entity, kind: 'entities' }
    yield* fieldsOf(entity.postgres?.fields ?? [])
    yield* fieldsOf(entity.mongo?.fields ?? [])
    for (const object of entity.s3?.objects ?? []) yield { ...object, kind: 'objects' }
  }
}

/** A mixin's field is described where the mixin declares it. */
function* fieldsOf(fields: readonly Field[]): Generator<Described> {
  for (const field of fields) if (field.origin.kind === 'own') yield { ...field, kind: 'fields' }
}
