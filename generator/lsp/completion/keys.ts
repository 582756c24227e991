import { CompletionItemKind } from 'vscode-languageserver'
import type { JsonObject } from '../../front/schema/json-schema.ts'
import { code, type Inline } from '../../print/markdown/inline.ts'
import { ownText } from '../inline-text.ts'
import { descriptionOf, keysOf, shapeOf, textOf, wordsOf } from '../language/schema-at.ts'
import { type Suggestion, scalarText, snippetText } from './suggestion.ts'

/** How a key is written where it is to stand. */
export interface KeyWriting {
  /** Whether its colon stands behind it already. */
  readonly colon: boolean
  /** Whether it stands in braces. */
  readonly flow: boolean
  /** What a line below the key begins with. */
  readonly indentation: string
}

/** The keys of the language that a mapping can have, without those that it has; those that it must have first. */
export function languageKeys(
  schemas: readonly JsonObject[],
  has: readonly string[],
  writing: KeyWriting,
): readonly Suggestion[] {
  const found = schemas.flatMap((schema) => keysOf(schema))
  const fresh = found.filter(
    ({ name }, index) => !has.includes(name) && found.findIndex((other) => other.name === name) === index,
  )
  return fresh.map(({ name, schema, required }) => ({
    label: name,
    kind: CompletionItemKind.Property,
    rank: required ? 0 : 1,
    ...(required ? { detail: 'required' } : {}),
    about: aboutKey(schema),
    ...writtenKey(name, schema, writing),
  }))
}

/** A key that the spec or a rule gives its name. */
export function writtenName(name: string, { colon }: KeyWriting): string {
  return colon ? name : `${name}: `
}

function writtenKey(name: string, schema: JsonObject, writing: KeyWriting): Pick<Suggestion, 'text' | 'snippet'> {
  if (writing.colon) return { text: name }
  const words = wordsOf(schema)
  if (words.length > 1) {
    const choice = words.map((word) => scalarText(word).replace(/[\\,|]/g, '\\$&')).join(',')
    return { text: `${name}: `, snippet: `${snippetText(name)}: \${1|${choice}|}` }
  }
  const shape = shapeOf(schema)
  if (writing.flow || shape === 'scalar' || shape === 'several') return { text: `${name}: ` }
  const start = shape === 'list' ? '- ' : ''
  return { text: `${name}:`, snippet: `${snippetText(name)}:\n${writing.indentation}  ${start}$0` }
}

/** What the language says of a key. */
function aboutKey(schema: JsonObject): readonly Inline[] {
  const { default: usual, examples } = schema
  const [example] = Array.isArray(examples) ? examples : []
  return [
    ownText(descriptionOf(schema) ?? ''),
    ...(usual === undefined ? [] : [['Default: ', code(textOf(usual))]]),
    ...(example === undefined ? [] : [['Example: ', code(textOf(example))]]),
  ]
}

/** The words that the language lets stand as a value. */
export function languageWords(schemas: readonly JsonObject[]): readonly Suggestion[] {
  return schemas.flatMap((schema) =>
    wordsOf(schema).map((word) => ({
      label: String(word),
      kind: typeof word === 'string' ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
      text: typeof word === 'string' ? scalarText(word) : String(word),
      ...(word === schema.default ? { detail: 'default', rank: 0 } : { rank: 1 }),
    })),
  )
}
