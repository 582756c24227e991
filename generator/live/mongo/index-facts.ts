import type { IndexDescription } from './description.ts'
import { type Fact, factOf, sameValue, shown } from './fact.ts'
import type { FoundIndex, Options } from './state.ts'

/** What is said of an index in one form, whoever says it: the server stores the fields of a text index as weights. */
interface Signature {
  /** A list, since the order of an index counts; the fields of a text are one item. */
  readonly key: string
  readonly options: ReadonlyMap<string, unknown>
}

/** What the server adds to every index, and what it leaves to itself. */
const incidental: ReadonlySet<string> = new Set(['v', 'ns', 'background', 'textIndexVersion', 'name', 'key'])

const textDefaults = { default_language: 'english', language_override: 'language' } as const

/** In what an index that was found differs from its description, its name aside. */
export function indexFacts(description: IndexDescription, found: FoundIndex): readonly Fact[] {
  const { key, name: _, ...options } = description
  const wanted = signature(key, options)
  const actual = signature(found.key, found.options)
  const names = new Set([...wanted.options.keys(), ...actual.options.keys()])
  return [
    ...factOf('key', wanted.key, actual.key),
    ...[...names].flatMap((name) => factOf(name, wanted.options.get(name), actual.options.get(name))),
  ]
}

/** An index as one text, for a report. */
export function indexText({ key, options }: FoundIndex): string {
  const read = signature(key, options)
  return [read.key, ...[...read.options].map(([name, value]) => `${name}: ${shown(value)}`)].join(', ')
}

/** By what MongoDB tells indexes over the same key apart; those that agree in it cannot stand side by side. */
const distinguishing = ['unique', 'sparse', 'partialFilterExpression', 'collation'] as const

/** Whether MongoDB takes both for one index, and refuses the second under another name. */
export function occupiesSameKey(description: IndexDescription, found: FoundIndex): boolean {
  const { key, name: _, ...options } = description
  const wanted = signature(key, options)
  const actual = signature(found.key, found.options)
  if (wanted.options.has('weights') && actual.options.has('weights')) return true
  return (
    wanted.key === actual.key &&
    distinguishing.every((name) => sameValue(wanted.options.get(name), actual.options.get(name)))
  )
}

function signature(key: Options, options: Options): Signature {
  const fields = Object.entries(key)
  const texts = fields.filter(([field, order]) => order === 'text' && field !== '_fts').map(([field]) => field)
  const { weights } = options
  const isText = fields.some(([, order]) => order === 'text')
  const known = new Map(Object.entries(options).filter(([name, value]) => !incidental.has(name) && !isUnset(value)))
  if (isText) {
    known.set('weights', { ...Object.fromEntries(texts.map((field) => [field, 1])), ...Object(weights) })
    for (const [name, value] of Object.entries(textDefaults)) known.set(name, options[name] ?? value)
  }
  return { key: keyText(fields), options: known }
}

/** `false` is what an index says that has not the option. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === false
}

function keyText(fields: readonly (readonly [string, unknown])[]): string {
  const parts = fields
    .filter(([field]) => field !== '_ftsx')
    .map(([field, order]) => (order === 'text' ? 'text' : `${field}: ${shown(order)}`))
  return `{ ${parts.filter((part, at) => part !== 'text' || parts.indexOf('text') === at).join(', ')} }`
}
