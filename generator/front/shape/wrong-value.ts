import { didYouMean } from '../../base/did-you-mean.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import { renamings } from '../../diagnostic/renaming.ts'
import { madeOptional, replaced, writtenAt } from '../../diagnostic/text-edit.ts'
import type { Span } from '../../source/source-file.ts'
import { entryOf, type MapEntry } from '../node.ts'
import { indexedField } from '../schema/forms.ts'
import type { Json, JsonObject } from '../schema/json-schema.ts'
import { headSpan, named, type Place, type Places, spanAt } from './place.ts'
import type { ShapeError } from './validator.ts'
import { example, expected, found, listed } from './words.ts'

function at(code: Diagnostic['code'], message: string, span: Span, rest: Partial<Diagnostic> = {}): Diagnostic {
  return { code, severity: 'error', message, span, ...rest }
}

/** A key that must be there and is not. */
export function missingKey(place: Place, key: string, error: ShapeError): Diagnostic {
  const properties = (error.parentSchema.properties ?? {}) as Readonly<
    Record<string, { readonly examples?: readonly Json[] }>
  >
  const shown = properties[key]?.examples?.[0]
  const where = place.parent === undefined ? 'the project file' : named(place)
  return at('shape/missing-key', `${where} must have the key \`${key}\``, headSpan(place), {
    label: `\`${key}\` is missing`,
    help: shown === undefined ? `add \`${key}: ...\`` : `add it, for example \`${key}: ${example(shown)}\``,
  })
}

/** A word that is none of those allowed. */
export function unknownValue(place: Place, allowed: readonly Json[]): Diagnostic {
  const { node } = place
  const written = node.kind === 'scalar' ? String(node.value) : ''
  const near = didYouMean(written, allowed.map(String))
  const span = spanAt(place)
  return at('shape/unknown-value', `${quoted(written)} is not a value of ${named(place)}`, span, {
    label: near.length > 0 ? `did you mean ${listed(near)}?` : 'not known',
    help: `the values are ${listed(allowed)}`,
    ...renamings(written, span, near, 'Change it'),
  })
}

/** The one constant of the language: its version. */
export function unsupportedVersion(place: Place): Diagnostic {
  return at(
    'project/unsupported-version',
    `version ${found(place.node).replace('the number ', '')} of the language is not known`,
    spanAt(place),
    {
      label: 'this compiler reads version 1',
      help: 'write `stowage: 1`, or use the release of the compiler that the spec was written for',
    },
  )
}

/** A text that has not the form it must have. */
export function badFormat(place: Place, error: ShapeError): Diagnostic {
  const text = place.node.kind === 'scalar' ? String(place.node.value) : ''
  if (text.trim() === '')
    return at('shape/empty', `${named(place)} must not be empty`, spanAt(place), {
      help: `write ${expected(error.parentSchema)}`,
    })
  const { node } = place
  const meant = node.kind === 'scalar' ? meantText(text, error.parentSchema) : undefined
  const mend =
    meant === undefined || writtenAt(node.span) !== text
      ? {}
      : {
          message: 'an indexed field is a name, with ` asc` or ` desc` behind it where its order matters',
          help: `write \`${meant}\``,
          fixes: [{ title: `Write \`${meant}\``, edits: [replaced(node.span, meant)] }],
        }
  return at('shape/bad-format', `${quoted(text)} is not ${expected(error.parentSchema)}`, spanAt(place), mend)
}

/** A text in the form of another language that has one meaning here: `created_on DESC`, `-created_on`. */
function meantText(text: string, { pattern }: JsonObject): string | undefined {
  if (pattern !== indexedField.pattern || typeof pattern !== 'string') return undefined
  const [, descends = '', name = '', order = ''] = /^\s*([-+]?)([A-Za-z]\w*)(?:\s+(\w+))?\s*$/.exec(text) ?? []
  const way = order === '' ? (descends === '-' ? 'desc' : '') : order.toLowerCase()
  const meant = way === '' ? name : `${name} ${way}`
  return new RegExp(pattern, 'u').test(meant) && meant !== text ? meant : undefined
}

/** A key, chosen by the spec, that has not the form it must have. */
export function badKey(place: Place, key: string, error: ShapeError, places: Places): Diagnostic {
  const entry = place.node.kind === 'map' ? places.entry(place.node, key) : undefined
  return at(
    'shape/bad-format',
    `${quoted(key)} is not ${expected(error.parentSchema)}`,
    entry?.keySpan ?? headSpan(place),
    entry === undefined ? {} : optionalType(entry, place),
  )
}

/** TypeScript and GraphQL put the mark of an optional field behind its name, we behind its type. */
function optionalType({ key, keySpan, value }: MapEntry, { node, entry }: Place): Partial<Diagnostic> {
  const name = key.slice(0, -1)
  const taken = node.kind === 'map' && node.entries.some((other) => other.key === name)
  if (entry?.key !== 'fields' || !/^[A-Za-z]\w*\?$/.test(key) || taken) return {}
  const type = value.kind === 'map' ? entryOf(value, 'type')?.value : value
  if (type?.kind !== 'scalar' || typeof type.value !== 'string') return {}
  const [mend] = madeOptional(name, type.span)
  const edits = [replaced(keySpan, name), ...(mend?.edits ?? [])]
  return {
    message: 'the `?` of an optional field stands at the end of its type, not of its name',
    help: `write \`${name}: ${type.value.replace(/\?$/, '')}?\``,
    fixes: [{ title: `Write the \`?\` behind the type`, edits }],
  }
}

export function outOfRange(place: Place, least: boolean, limit: number): Diagnostic {
  const bound = `${least ? 'at least' : 'at most'} ${limit.toLocaleString('en-US')}`
  return at(
    'shape/out-of-range',
    `${named(place)} must be ${bound}, not ${found(place.node).replace('the number ', '')}`,
    spanAt(place),
  )
}

export function empty(place: Place): Diagnostic {
  return at('shape/empty', `${named(place)} must not be empty`, spanAt(place), {
    help:
      place.node.kind === 'list'
        ? 'list at least one, or leave the key out'
        : 'say something in it, or leave the key out',
  })
}

/** The only list that may have nothing in it is a default. */
export function mustBeEmpty(place: Place): Diagnostic {
  return at('shape/wrong-type', `${named(place)} can be one value, or the empty list`, spanAt(place), {
    help: 'a list can only start empty: write `[]`',
  })
}

export function duplicateItem(place: Place, later: number, earlier: number): Diagnostic {
  const items = place.node.kind === 'list' ? place.node.items : []
  const [a, b] = [items[Math.max(later, earlier)], items[Math.min(later, earlier)]]
  const text = a?.kind === 'scalar' ? quoted(String(a.value)) : 'an item'
  return at('shape/duplicate-item', `${text} stands twice in ${named(place)}`, a?.span ?? spanAt(place), {
    label: 'here again',
    ...(b === undefined ? {} : { related: [{ span: b.span, label: 'first here' }] }),
    help: 'leave out one of the two',
  })
}
