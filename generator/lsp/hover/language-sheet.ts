import type { JsonObject } from '../../front/schema/json-schema.ts'
import type { ScalarName } from '../../model/type.ts'
import { code, strong } from '../../print/markdown/inline.ts'
import type { Rule } from '../../rules/rule.ts'
import { ownText } from '../inline-text.ts'
import { scalarWords } from '../language/scalar-words.ts'
import { descriptionOf, textOf } from '../language/schema-at.ts'
import type { Sheet } from './sheet.ts'

/** A key of the language, by what its schema says of it. */
export function keySheet(name: string, schema: JsonObject): Sheet {
  const { default: usual, enum: words, examples } = schema
  const [example] = Array.isArray(examples) ? examples : []
  return {
    title: [strong('Key'), ' ', code(name)],
    about: [ownText(descriptionOf(schema) ?? '')],
    facts: [
      ...(Array.isArray(words) ? [['One of ', code(words.map(textOf).join(', '))]] : []),
      ...(usual === undefined ? [] : [['Default: ', code(textOf(usual))]]),
      ...(example === undefined ? [] : [['Example: ', code(textOf(example))]]),
    ],
  }
}

export function scalarSheet(name: ScalarName): Sheet {
  return { title: [strong('Type'), ' ', code(name)], about: [scalarWords[name]], facts: [] }
}

/** A rule, of Stowage or of the project. */
export function ruleSheet({ code: name, fixable, preset, severity, summary }: Rule): Sheet {
  return {
    title: [strong('Rule'), ' ', code(name)],
    about: [ownText(summary)],
    facts: [
      ['Level where nobody says: ', code(severity)],
      ['Part of the preset ', code(preset)],
      ...(fixable ? ['What it finds can be mended mechanically'] : []),
    ],
  }
}
