import type { Field } from '../../model/field.ts'
import type { Model } from '../../model/model.ts'
import type { Span } from '../../source/source-file.ts'
import type { Rule } from '../rule.ts'

interface Described {
  readonly noun: string
  readonly name: string
  readonly about?: string
  readonly span: Span
}

export const missingAbout: Rule = {
  code: 'docs/missing-about',
  severity: 'warning',
  preset: 'strict',
  summary: 'every entity, field, enum, value type and object says in a line what it is about',
  fixable: false,
  check(model, report) {
    for (const { noun, name, about, span } of described(model)) {
      if (about !== undefined && about !== '') continue
      report({
        message: `${noun} \`${name}\` has no \`about\``,
        span,
        label: 'stands in the documentation and in the generated code without a word',
        help:
          noun === 'the field'
            ? `write it in the long form: \`{ type: ..., about: ... }\``
            : 'add a line `about: ...` to it',
      })
    }
  },
}

function* described(model: Model): Generator<Described> {
  for (const one of model.enums) yield { ...one, noun: 'the enum' }
  for (const one of model.valueTypes) {
    yield { ...one, noun: 'the value type' }
    yield* fieldsOf(one.fields)
  }
  for (const entity of model.entities) {
    yield { ...entity, noun: 'the entity' }
    yield* fieldsOf(entity.postgres?.fields ?? [])
    yield* fieldsOf(entity.mongo?.fields ?? [])
    for (const object of entity.s3?.objects ?? []) yield { ...object, noun: 'the object' }
  }
}

/** A mixin's field is described where the mixin declares it. */
function* fieldsOf(fields: readonly Field[]): Generator<Described> {
  for (const field of fields) if (field.origin.kind === 'own') yield { ...field, noun: 'the field' }
}
