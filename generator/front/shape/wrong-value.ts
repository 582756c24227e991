import { didYouMean } from '../../base/did-you-mean.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import type { Span } from '../../source/source-file.ts'
import type { Json } from '../schema/json-schema.ts'
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
  const [first] = near
  const span = spanAt(place)
  return at('shape/unknown-value', `${quoted(written)} is not a value of ${named(place)}`, span, {
    label: near.length > 0 ? `did you mean ${listed(near)}?` : 'not known',
    help: `the values are ${listed(allowed)}`,
    ...(near.length === 1 && first !== undefined
      ? { fixes: [{ title: `Change it to \`${first}\``, edits: [{ span, text: first }] }] }
      : {}),
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
  return at('shape/bad-format', `${quoted(text)} is not ${expected(error.parentSchema)}`, spanAt(place))
}

/** A key, chosen by the spec, that has not the form it must have. */
export function badKey(place: Place, key: string, error: ShapeError, places: Places): Diagnostic {
  const entry = place.node.kind === 'map' ? places.entry(place.node, key) : undefined
  return at(
    'shape/bad-format',
    `${quoted(key)} is not ${expected(error.parentSchema)}`,
    entry?.keySpan ?? headSpan(place),
  )
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
